"""Recording one article in the ledger. A failure becomes that article's recorded problem; the others go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Literal

from sayso.desk.extracting import described, engine_failed
from sayso.errors import HinderedError, LedgerError, TamperedError, UnfitError, UnreadableError
from sayso.ingest import ArticleLocation, Ingested, loaded, unread
from sayso.ledger import Ledger
from schemas import Article, Capture, Extraction

Fate = Literal["read", "known", "unreadable"]
"""Read now, read before (by any engine), or not readable."""


@dataclass(frozen=True)
class Outcome:
    """What became of one capture: its article, or the problem if it has none; and the seconds the engine took."""

    capture: Capture
    article: Article | None
    fate: Fate
    problem: str | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class Recorder:
    """Records articles in `ledger`.

    `ingest` turns an article's bytes into text and `extract` reads it, both perhaps in another process; both raise
    `UnreadableError`. `reader` gives the id of everything that reads here: where it failed, it is not tried again.
    """

    ledger: Ledger
    ingest: Callable[[ArticleLocation], Ingested]
    extract: Callable[[Article], Extraction]
    reader: Callable[[], str]

    def record(self, source: ArticleLocation) -> Outcome:
        """Read the article at `source` and record it; raises only where the ledger itself cannot be written.

        1. load its bytes; 2. make text of them; 3. stop if any engine has read the article; 4. extract; 5. append.
        """
        source = loaded(source)  # 1
        try:
            return self._record(source)
        except UnfitError as error:
            return self._failed(unread(source, str(error)).capture, error)
        except (LedgerError, TamperedError):
            raise
        except Exception as error:  # noqa: BLE001  any failure is this article's problem
            problem = str(engine_failed(described(error)))
            return self._failed(unread(source, problem).capture, error)

    def _record(self, source: ArticleLocation) -> Outcome:
        try:
            capture, article = unread(source, source.problem) if source.problem else self.ingest(source)  # 2
        except UnreadableError as error:
            return self._failed(unread(source, str(error)).capture, error)
        if article is None:
            return self._failed(capture, None if source.problem else UnreadableError(capture.problem))
        with self.ledger.snapshot() as snapshot:
            known = snapshot.known([article])  # 3
        if known:
            return Outcome(*self.ledger.append(capture, article).captured[0], "known")
        return self._read(capture, article)

    def _read(self, capture: Capture, article: Article) -> Outcome:
        started = perf_counter()
        try:
            extraction = self.extract(article)  # 4
        except UnreadableError as error:
            seconds = perf_counter() - started
            return self._failed(_without_article(capture, article, str(error)), error, seconds)
        seconds = perf_counter() - started
        recorded = self.ledger.append(capture, article, extraction)  # 5
        return Outcome(*recorded.captured[0], "read", None, seconds)

    def _failed(self, capture: Capture, error: Exception | None, seconds: float = 0.0) -> Outcome:
        """Record that an article could not be read; where the article is at fault, with the id of the reader."""
        lasting = error is not None and not isinstance(error, HinderedError)
        capture = capture.model_copy(update={"reader": self.reader() if lasting else None})
        self.ledger.append_problem(capture)
        return Outcome(capture, None, "unreadable", capture.problem, seconds)


def _without_article(capture: Capture, article: Article, problem: str) -> Capture:
    """The capture of an article that the engine could not read: it keeps the text in place of the article."""
    raw = article.text if capture.raw is None else capture.raw
    return capture.model_copy(update={"article": None, "raw": raw, "problem": problem})
