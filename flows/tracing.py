"""The main job as a Prefect flow: files to ledger."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import Any

from prefect import State, flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.states import Completed
from prefect.task_runners import ThreadPoolTaskRunner

from flows.linking import Tally, linked, notice, outstanding
from flows.progress import TracedArticle, watcher
from flows.retries import BATCH, LOCKED, batches, transient, without_words
from flows.rule_check import check_rules
from flows.workers.limits import to_extract, to_ingest
from flows.workers.reader_id import reader_id
from flows.workers.reading import extracted
from flows.workers.shared_pools import LANES, ended_with, readers
from flows.worklist import keep
from sayso.desk.extracting import described
from sayso.desk.opening import LedgerAddress, ledger_address
from sayso.desk.recalling import recalled
from sayso.desk.recording import Fate, Recorder
from sayso.errors import LedgerError, SaysoError
from sayso.ingest import ArticleLocation, locate, read
from sayso.ledger import Ledger
from sayso.present.numbers import count
from sayso.settings import settings

AHEAD = 3 * LANES
"""Batches submitted before the first is done, so that a large run is never in memory as a whole."""

Batch = PrefectFuture[list[TracedArticle]]

THREADS: ThreadPoolTaskRunner[Any] = ThreadPoolTaskRunner(max_workers=LANES)


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[2, 8], retry_condition_fn=transient, persist_result=False)
def trace_batch(ledger: LedgerAddress, batch: Sequence[ArticleLocation]) -> list[TracedArticle]:
    """Read the articles at these places into the ledger at this address; returns what became of each.

    It opens everything it needs, so any process that sees the files and the ledger can run it. Safe to run again: what
    is recorded is not read again.
    """
    with without_words(), ledger.open(timeout=LOCKED) as opened:
        recorder = Recorder(opened, readers(read, to_ingest), readers(extracted, to_extract), reader_id)
        return [TracedArticle.of(recorder.record(source)) for source in batch]


@flow(name="trace", task_runner=THREADS, persist_result=False)  # type: ignore[arg-type]
def trace(paths: list[str] | None = None, settle: float = 0.0) -> State[dict[str, Any]]:
    """Read the articles at `paths` (files, folders; the inbox where there are none) into the ledger.

    Files that changed within the last `settle` seconds are left for the next time. The state says how many could not
    be read; its result counts fates and sums the engine's seconds.

    1. open the ledger; 2. skip articles that it has already; 3. read the others in batches, one task each; 4. link the
    new ones, and keep what they give to the worklist; 5. check the newsroom's standing rules in them; 6. sum up.
    """
    address = ledger_address()
    found = locate(paths or [settings().inbox], settle, never=address.files)
    watcher().expect(found)
    with address.open(timeout=LOCKED) as ledger:  # 1
        traced, new = _recalled(ledger, found.articles)  # 2
        watcher().done(traced)
        with ended_with():
            finished = list(_finished(address, new))  # 3
        tally = _linked(ledger)  # 4
        _listed(ledger)
        get_run_logger().info(f"head of the ledger: {ledger.head}")
        traced += [article for batch in finished for article in batch.result()]
        breaking = _breaking(ledger, traced)  # 5
        return _summed(traced, tally, breaking)  # 6


def _recalled(ledger: Ledger, articles: Sequence[ArticleLocation]) -> tuple[list[TracedArticle], list[ArticleLocation]]:
    """The outcomes of articles that the ledger has already, and the locations of the others."""
    traced, new = [], []
    with without_words(), ledger.snapshot() as snapshot:
        for source, outcome in recalled(snapshot, articles, reader_id):
            if outcome is None:
                new.append(source)
            else:
                traced.append(TracedArticle.of(outcome))
    return traced, new


def _finished(ledger: LedgerAddress, articles: Sequence[ArticleLocation]) -> Iterator[Batch]:
    """Submit the articles in batches; yields each batch when it is finished, in order."""
    waiting: deque[Batch] = deque()
    for batch in batches(articles, BATCH):
        waiting.append(trace_batch.submit(ledger, batch))
        if len(waiting) > AHEAD:
            yield _waited_for(waiting.popleft())
    while waiting:
        yield _waited_for(waiting.popleft())


def _waited_for(batch: Batch) -> Batch:
    """The batch when it is finished; its failure does not affect the others, but a failing ledger ends the run."""
    batch.wait()
    if batch.state.is_completed():
        watcher().done(batch.result())
    elif isinstance(batch.state.result(raise_on_failure=False), LedgerError):
        batch.result()
    return batch


def _linked(ledger: Ledger) -> Tally:
    """Link the new articles; where linking fails altogether, say why and leave it for the next run."""
    try:
        return linked(ledger) if outstanding(ledger) else Tally()
    except Exception as error:  # noqa: BLE001  the articles are recorded, and a report can still be made
        said = str(error) if isinstance(error, SaysoError | RuntimeError) else type(error).__name__
        notice(said if isinstance(error, SaysoError) else f"new claims could not be linked: {said}")
        return Tally(failed=1)


def _breaking(ledger: Ledger, traced: Sequence[TracedArticle]) -> int:
    """How many new articles break a standing rule; where that cannot be found out, say why."""
    new = [article.article for article in traced if article.fate == "read" and article.article]
    try:
        return check_rules(ledger, new)
    except Exception as error:  # noqa: BLE001  the articles are recorded, and a report can still be made
        notice(
            f"the standing rules could not be checked: {error if isinstance(error, SaysoError) else described(error)}"
        )
        return 0


def _listed(ledger: Ledger) -> None:
    """Keep what the new articles give to the worklist; where that fails, whoever asks for the list waits for it."""
    try:
        keep(ledger)
    except Exception as error:  # noqa: BLE001  the articles are recorded, and the list is made when it is asked for
        said = str(error) if isinstance(error, SaysoError) else type(error).__name__
        notice(f"what the new articles give to the worklist could not be kept: {said}")


def _summed(traced: Sequence[TracedArticle], tally: Tally, breaking: int) -> State[dict[str, Any]]:
    fates: Counter[Fate] = Counter(article.fate for article in traced)
    result = {
        "articles": len(traced),
        **{fate: fates[fate] for fate in ("read", "known", "unreadable")},
        "unlinked": tally.failed,
        "breaking": breaking,
        "engine_seconds": round(sum(article.seconds for article in traced), 3),
    }
    told = [f"{count(breaking, 'article')} against a standing rule"] if breaking else []
    message = "; ".join([_sentence(fates, len(traced)), *([tally.sentence] if tally.failed else []), *told])
    get_run_logger().info(message)
    name = "Partly read" if fates["unreadable"] else "Partly linked" if tally.failed else None
    return Completed(data=result, message=message, name=name)


def _sentence(fates: Counter[Fate], total: int) -> str:
    if fates["unreadable"]:
        others = f"{fates['read']} read, {fates['known']} known before"
        return f"{fates['unreadable']} of {count(total, 'article')} could not be read; {others}"
    if not fates["read"]:
        return f"nothing to do: {count(total, 'article')}, all known"
    return f"{count(fates['read'], 'article')} read; {fates['known']} known before"
