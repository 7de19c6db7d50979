"""What the flows of this process report, while they run, to those that started them."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from typing import NamedTuple

from sayso.desk.recording import Fate, Outcome
from sayso.ingest import ArticleLocations


class TracedArticle(NamedTuple):
    """What a task says of one article: its file, what became of it, ids, and seconds in the engine.

    `article` is None where there is none; `sha256` is the hash of the bytes that were captured. No words of the
    article: whoever wants them asks the ledger.
    """

    file: str
    fate: Fate
    article: str | None
    sha256: str
    seconds: float

    @classmethod
    def of(cls, outcome: Outcome) -> TracedArticle:
        """What may be said of this outcome."""
        article = outcome.article.id if outcome.article else None
        capture = outcome.capture
        return cls(capture.file, outcome.fate, article, capture.sha256, round(outcome.seconds, 3))


class Watcher:
    """PublishedClaim in this process of what a run does; this one does nothing about it."""

    def expect(self, found: ArticleLocations) -> None:
        """What was found at the paths."""

    def done(self, traced: Sequence[TracedArticle]) -> None:
        """These are dealt with."""

    def linking(self, articles: int) -> None:
        """All are dealt with; so many are linked now."""

    def linked(self, articles: int) -> None:
        """So many more are linked, or could not be."""

    def notice(self, sentence: str) -> None:
        """Something that a person should know."""


WATCHER: ContextVar[Watcher] = ContextVar("watcher", default=Watcher())  # noqa: B039  it has no state


def watcher() -> Watcher:
    """Whoever watches the flow that runs here."""
    return WATCHER.get()
