"""Progress of the flows of this process, reported while they run."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple

from sayso.desk.recording import Fate, Outcome
from sayso.ingest import ArticleLocations

if TYPE_CHECKING:
    from sayso.desk.standing_rules import Breaches


class TracedArticle(NamedTuple):
    """What a task returns for one article: its file, what became of it, ids, and seconds in the engine.

    `article` is None if it could not be read; `sha256` is the hash of the captured bytes. It holds no words of the
    article; those are in the ledger.
    """

    file: str
    fate: Fate
    article: str | None
    sha256: str
    seconds: float

    @classmethod
    def of(cls, outcome: Outcome) -> TracedArticle:
        """The part of an outcome that may leave the task."""
        article = outcome.article.id if outcome.article else None
        capture = outcome.capture
        return cls(capture.file, outcome.fate, article, capture.sha256, round(outcome.seconds, 3))


class Watcher:
    """Receives the progress of a run in this process; this base class ignores it."""

    def expect(self, found: ArticleLocations) -> None:
        """These articles were found at the paths."""

    def done(self, traced: Sequence[TracedArticle]) -> None:
        """These articles are done."""

    def linking(self, articles: int) -> None:
        """All articles are done; linking of so many begins."""

    def linked(self, articles: int) -> None:
        """So many more articles are linked, or could not be."""

    def broken(self, breaches: Sequence[Breaches]) -> None:
        """These new articles break standing rules."""

    def notice(self, sentence: str) -> None:
        """A sentence for the user."""


WATCHER: ContextVar[Watcher] = ContextVar("watcher", default=Watcher())  # noqa: B039  it has no state


def watcher() -> Watcher:
    """The watcher of the flow that runs here."""
    return WATCHER.get()
