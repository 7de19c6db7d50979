"""The main job as a Prefect flow: files to ledger."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import Any

from prefect import State, flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture, wait
from prefect.states import Completed
from prefect.task_runners import ThreadPoolTaskRunner

from flows.batches import BATCH, LOCKED, transient, without_words
from flows.desk import DESK, WATCHER, Batch, Desk, Fate, Outcome
from flows.link import Tally, linked, notice, outstanding
from flows.readers import Readers
from flows.reading import extracted
from sayso.errors import LedgerError, UnreadableError
from sayso.ingest import Source, read, sources
from sayso.ledger import Ledger
from sayso.pipeline import engine
from sayso.settings import settings
from schemas import Article, Capture

LANES = max(1, min(os.cpu_count() or 1, 8))
"""Tasks at the same time, each with a process that reads."""


AHEAD = 3 * LANES
"""Batches handed out before the first is done: a large run is never in memory as a whole."""

THREADS: ThreadPoolTaskRunner[Any] = ThreadPoolTaskRunner(max_workers=LANES)

Future = PrefectFuture[list[dict[str, Any]]]


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[2, 8], retry_condition_fn=transient, persist_result=False)
def trace_batch(number: int, files: list[str]) -> list[dict[str, Any]]:
    """Read what is new in batch `number` and record it, an article at a time; id, fate and engine seconds of each.

    `files` only tells in Prefect's pages what the batch holds. Safe to run again: what is recorded is not read again.
    """
    desk = DESK.get()
    outcomes = []
    with without_words():
        for outcome in _traced(desk, desk.batches[number]):
            desk.seen(outcome)
            article = outcome.article.id if outcome.article else None
            outcomes.append({"article": article, "fate": outcome.fate, "seconds": round(outcome.seconds, 3)})
    del desk.batches[number]
    return outcomes


@flow(name="trace", task_runner=THREADS, persist_result=False)  # type: ignore[arg-type]
def trace(paths: list[str] | None = None, settle: float = 0.0) -> State[dict[str, Any]]:
    """Read the articles at `paths` (files, folders; the inbox where there are none) into the ledger.

    Files that changed within the last `settle` seconds are left for the next time. The state tells how many could not
    be read; its result counts fates and sums the engine's seconds.

    1. the ledger opens, or nothing is done; 2. captures come in batches; 3. a task for each; 4. what is new is linked;
    5. what came of them.
    """
    ours = settings()
    found = sources(paths or [ours.inbox], settle)
    with Ledger.open(ours.database_url, actor=ours.actor, timeout=LOCKED) as ledger:  # 1
        with Readers(extracted, LANES) as readers:
            watcher = WATCHER.get()
            watcher.expect(found)
            desk = Desk(ledger, readers, engine().id, watcher.done)
            DESK.set(desk)
            futures: list[Future] = []
            for number, batch in enumerate(_batches(found.articles)):  # 2
                if number >= AHEAD:
                    _unless_ledger_failed(futures[number - AHEAD])
                desk.batches[number] = batch
                futures.append(trace_batch.submit(number, [source.name for source in batch]))  # 3
            wait(futures)
        tally = _linked(ledger)  # 4
        return _summed([outcome for future in futures for outcome in future.result()], tally)  # 5


def _unless_ledger_failed(future: Future) -> None:
    """Wait for a batch. One that fails leaves the others alone, but without a ledger there is nothing left to do."""
    future.wait()
    if isinstance(future.state.result(raise_on_failure=False), LedgerError):
        future.result()


def _batches(articles: Sequence[Source]) -> Iterator[Batch]:
    for start in range(0, len(articles), BATCH):
        yield articles[start : start + BATCH]


def _traced(desk: Desk, sources: Batch) -> Iterator[Outcome]:
    """What becomes of each of `sources`; what needs no reading by the engine is recorded together, and comes first."""
    batch = [read(source) for source in sources]
    known = desk.ledger.known([article for _, article in batch if article], desk.engine)
    new = [(capture, article) for capture, article in batch if article and article.digest not in known]
    old = [(capture, article) for capture, article in batch if article is None or article.digest in known]
    desk.ledger.append_many([(capture, article, None) for capture, article in old])
    for capture, article in old:
        yield Outcome(capture, article, "known" if article else "unreadable", capture.problem)
    for capture, article in new:
        yield _recorded(desk, capture, article)


def _recorded(desk: Desk, capture: Capture, article: Article) -> Outcome:
    started = perf_counter()
    try:
        extraction = desk.read(article)
    except UnreadableError as error:
        problem = str(error)
        desk.ledger.append_problem(_failed(capture, article, problem))
        return Outcome(capture, None, "unreadable", problem, perf_counter() - started)
    seconds = perf_counter() - started
    desk.ledger.append(capture, article, extraction)
    return Outcome(capture, article, "read", None, seconds)


def _failed(capture: Capture, article: Article, problem: str) -> Capture:
    """The capture of an article that the engine could not read: it keeps what came, in place of the article."""
    raw = article.text if capture.raw is None else capture.raw
    return Capture.model_validate({**capture.model_dump(), "article": None, "raw": raw, "problem": problem})


def _linked(ledger: Ledger) -> Tally:
    """Link what is new; where that cannot be done at all now, say so, and leave it for the next time."""
    try:
        return linked(ledger) if outstanding(ledger) else Tally()
    except LedgerError as error:
        notice(str(error))
        return Tally(failed=1)


def _summed(outcomes: list[dict[str, Any]], tally: Tally) -> State[dict[str, Any]]:
    fates: Counter[Fate] = Counter(one["fate"] for one in outcomes)
    result = {
        "articles": len(outcomes),
        **{fate: fates[fate] for fate in ("read", "known", "unreadable")},
        "unlinked": tally.failed,
        "engine_seconds": round(sum(one["seconds"] for one in outcomes), 3),
    }
    message = "; ".join([_sentence(fates, len(outcomes)), *([tally.sentence] if tally.failed else [])])
    get_run_logger().info(message)
    name = "Partly read" if fates["unreadable"] else "Partly linked" if tally.failed else None
    return Completed(data=result, message=message, name=name)


def _sentence(fates: Counter[Fate], total: int) -> str:
    if fates["unreadable"]:
        others = f"{fates['read']} read, {fates['known']} known before"
        return f"{fates['unreadable']} of {total} articles could not be read; {others}"
    if not fates["read"]:
        return f"nothing to do: {total} articles, all known"
    return f"{fates['read']} articles read; {fates['known']} known before"
