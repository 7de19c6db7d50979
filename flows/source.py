"""The way of one source into the ledger; whatever goes wrong on it is that article's problem, and no one else's."""

from __future__ import annotations

from time import perf_counter

from flows.cli.rendered import stumbled
from flows.progress import Desk, Outcome
from flows.retries import described
from flows.workers.identity import reader_id
from flows.workers.worker import HinderedError
from sayso.errors import LedgerError, TamperedError, UnfitError, UnreadableError
from sayso.ingest import ArticleLocation, loaded, unread
from schemas import Article, Capture


def traced(desk: Desk, source: ArticleLocation) -> Outcome:
    """What becomes of `source`; raises only where the ledger takes nothing from anybody.

    1. its bytes; 2. its text, made elsewhere; 3. what any engine has read before is not read again; 4. its claims, read
    elsewhere; 5. the record.
    """
    source = loaded(source)  # 1
    try:
        return _traced(desk, source)
    except UnfitError as error:
        return _failed(desk, unread(source, str(error)).capture, error)
    except (LedgerError, TamperedError):
        raise
    except Exception as error:  # noqa: BLE001  whatever it is, it is this article's
        return _failed(desk, unread(source, str(stumbled(described(error)))).capture, error)


def _traced(desk: Desk, source: ArticleLocation) -> Outcome:
    try:
        capture, article = unread(source, source.problem) if source.problem else desk.ingest(source)  # 2
    except UnreadableError as error:
        return _failed(desk, unread(source, str(error)).capture, error)
    if article is None:
        return _failed(desk, capture, None if source.problem else UnreadableError(capture.problem))
    if desk.ledger.known([article]):  # 3
        desk.ledger.append(capture, article)
        return Outcome(capture, article, "known")
    return _read(desk, capture, article)


def _read(desk: Desk, capture: Capture, article: Article) -> Outcome:
    started = perf_counter()
    try:
        extraction = desk.read(article)  # 4
    except UnreadableError as error:
        seconds = perf_counter() - started
        return _failed(desk, _without_article(capture, article, str(error)), error, seconds)
    seconds = perf_counter() - started
    desk.ledger.append(capture, article, extraction)  # 5
    return Outcome(capture, article, "read", None, seconds)


def _failed(desk: Desk, capture: Capture, error: Exception | None, seconds: float = 0.0) -> Outcome:
    """Record that an article could not be read; where that was the article's fault, with what failed to read it."""
    lasting = error is not None and not isinstance(error, HinderedError)
    capture = capture.model_copy(update={"reader": reader_id() if lasting else None})
    desk.ledger.append_problem(capture)
    return Outcome(capture, None, "unreadable", capture.problem, seconds)


def _without_article(capture: Capture, article: Article, problem: str) -> Capture:
    """The capture of an article that the engine could not read: it keeps what came, in place of the article."""
    raw = article.text if capture.raw is None else capture.raw
    return capture.model_copy(update={"article": None, "raw": raw, "problem": problem})
