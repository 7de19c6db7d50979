"""What the tasks of one run share. It stays in the process: Prefect is told batch numbers and file names only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal

from sayso.ingest import ArticleLocation, ArticleLocations, Ingested
from sayso.ledger import Ledger
from schemas import Article, Capture, Extraction

Fate = Literal["read", "known", "unreadable"]
"""Read now, read before (by whatever engine), or not readable."""

Batch = Sequence[ArticleLocation]


@dataclass(frozen=True)
class Outcome:
    """What became of one capture: the article where there is one, or the problem; seconds in the engine."""

    capture: Capture
    article: Article | None
    fate: Fate
    problem: str | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class Desk:
    """The open ledger, who makes text of sources and who reads it, whom to tell, and the batches that wait.

    `ingest` and `read` work in processes of their own.
    """

    ledger: Ledger
    ingest: Callable[[ArticleLocation], Ingested]
    read: Callable[[Article], Extraction]
    seen: Callable[[Outcome], None]
    batches: dict[int, Batch] = field(default_factory=dict)


DESK: ContextVar[Desk] = ContextVar("desk")


class Watcher:
    """Told in this process of what a run does, from any thread; this one does nothing about it."""

    def expect(self, found: ArticleLocations) -> None:
        """What was found at the paths."""

    def done(self, outcome: Outcome) -> None:
        """One more is dealt with."""

    def linking(self, batches: int) -> None:
        """All are dealt with; what is new is linked, in so many batches."""

    def linked(self) -> None:
        """One more batch is linked."""

    def notice(self, sentence: str) -> None:
        """Something that a person should know."""


WATCHER: ContextVar[Watcher] = ContextVar("watcher", default=Watcher())  # noqa: B039  it has no state
