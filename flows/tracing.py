"""The main job as a Prefect flow: files to ledger."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from prefect import State, flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture, wait
from prefect.states import Completed
from prefect.task_runners import ThreadPoolTaskRunner

from flows.cli.rendered import extracted
from flows.linking import Tally, linked, notice, outstanding
from flows.opened import opened
from flows.progress import DESK, WATCHER, Batch, Desk, Fate, Outcome, Watcher
from flows.recall import recalled
from flows.retries import BATCH, LOCKED, transient, without_words
from flows.source import traced
from flows.workers.limits import to_extract, to_ingest
from flows.workers.pool import Readers
from sayso.errors import LedgerError, SaysoError
from sayso.ingest import ArticleLocation, locate, read
from sayso.ledger import Ledger
from sayso.settings import settings

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
        for source in desk.batches[number]:
            outcome = traced(desk, source)
            desk.seen(outcome)
            outcomes.append(_told(outcome))
    del desk.batches[number]
    return outcomes


@flow(name="trace", task_runner=THREADS, persist_result=False)  # type: ignore[arg-type]
def trace(paths: list[str] | None = None, settle: float = 0.0) -> State[dict[str, Any]]:
    """Read the articles at `paths` (files, folders; the inbox where there are none) into the ledger.

    Files that changed within the last `settle` seconds are left for the next time. The state tells how many could not
    be read; its result counts fates and sums the engine's seconds.

    1. the ledger opens, or nothing is done; 2. what it remembers needs nothing more; 3. the others come in batches, and
    4. a task for each; 5. what is new is linked; 6. what came of them.
    """
    found = locate(paths or [settings().inbox], settle)
    with opened(timeout=LOCKED) as ledger:  # 1
        watcher = WATCHER.get()
        watcher.expect(found)
        outcomes, new = _recalled(ledger, found.articles, watcher)  # 2
        with Readers(read, LANES, to_ingest) as ingesting, Readers(extracted, LANES, to_extract) as reading:
            desk = Desk(ledger, ingesting, reading, watcher.done)
            DESK.set(desk)
            futures: list[Future] = []
            for number, batch in enumerate(_batches(new)):  # 3
                if number >= AHEAD:
                    _unless_ledger_failed(futures[number - AHEAD])
                desk.batches[number] = batch
                futures.append(trace_batch.submit(number, [source.name for source in batch]))  # 4
            wait(futures)
        tally = _linked(ledger)  # 5
        get_run_logger().info(f"head of the record: {ledger.head}")
        outcomes += [outcome for future in futures for outcome in future.result()]
        return _summed(outcomes, tally)  # 6


def _recalled(
    ledger: Ledger, articles: Sequence[ArticleLocation], watcher: Watcher
) -> tuple[list[dict[str, Any]], list[ArticleLocation]]:
    """What became of those sources that the ledger remembers, and those that it does not."""
    outcomes, new = [], []
    with without_words():
        for source, outcome in recalled(ledger, articles):
            if outcome is None:
                new.append(source)
            else:
                watcher.done(outcome)
                outcomes.append(_told(outcome))
    return outcomes, new


def _told(outcome: Outcome) -> dict[str, Any]:
    """What Prefect may know of an outcome."""
    article = outcome.article.id if outcome.article else None
    return {"article": article, "fate": outcome.fate, "seconds": round(outcome.seconds, 3)}


def _unless_ledger_failed(future: Future) -> None:
    """Wait for a batch. One that fails leaves the others alone, but without a ledger there is nothing left to do."""
    future.wait()
    if isinstance(future.state.result(raise_on_failure=False), LedgerError):
        future.result()


def _batches(articles: Sequence[ArticleLocation]) -> Iterator[Batch]:
    for start in range(0, len(articles), BATCH):
        yield articles[start : start + BATCH]


def _linked(ledger: Ledger) -> Tally:
    """Link what is new; where that cannot be done at all, say why, and leave it for the next time."""
    try:
        return linked(ledger) if outstanding(ledger) else Tally()
    except Exception as error:  # noqa: BLE001  what was read is recorded, and the report is still to come
        said = str(error) if isinstance(error, SaysoError | RuntimeError) else type(error).__name__
        notice(said if isinstance(error, SaysoError) else f"what is new could not be linked: {said}")
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
