"""Linking as a Prefect flow: over the whole ledger, or, at the end of a trace, over its new articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from prefect import State, flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.states import Completed

from flows.progress import watcher
from flows.retries import BATCH, LOCKED, batches, transient, without_words
from flows.workers.reading import registry
from sayso.desk.index_position import IndexPosition
from sayso.desk.linking import link_entries
from sayso.desk.opening import LedgerAddress, ledger_address
from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.present.numbers import count
from sayso.settings import settings

MANY = 8 * BATCH
"""Articles a task: opening the indexes takes as long as linking one or two."""


class Tally(NamedTuple):
    """How many articles were linked, how many could not be, and how many entries were added to the ledger."""

    linked: int = 0
    failed: int = 0
    added: int = 0
    problems: tuple[str, ...] = ()

    def and_then(self, other: Tally) -> Tally:
        """The sum of both tallies."""
        return Tally(
            self.linked + other.linked,
            self.failed + other.failed,
            self.added + other.added,
            self.problems + other.problems,
        )

    @property
    def sentence(self) -> str:
        """The tally in words."""
        if self.failed:
            return "some articles could not be linked, the next run tries again"
        return f"{count(self.linked, 'article')} linked, {count(self.added, 'new entry', 'new entries')} in the ledger"


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[2, 8], retry_condition_fn=transient, persist_result=False)
def link_batch(ledger: LedgerAddress, folder: Path, entries: Sequence[int]) -> Tally:
    """Link the extractions in these entries with everything in the ledger; failures do not affect the others.

    It opens the ledger and the indexes in `folder` itself, so any process that sees both can run it. Safe to run again.
    """
    from sayso.desk.indexes import indexes

    tally = Tally()
    with (
        without_words(),
        ledger.open(make=False, timeout=LOCKED) as opened,
        indexes(opened, folder, notice, LOCKED) as current,
    ):
        for some in batches(entries, BATCH):
            try:
                with without_words():
                    added = link_entries(opened, current, some, registry()).new
                tally = tally.and_then(Tally(linked=len(some), added=added))
            except LedgerError:
                raise
            except Exception as error:  # noqa: BLE001  any failure is this batch's problem
                tally = tally.and_then(failure(some, error))
    return tally


@flow(name="link", persist_result=False)
def link(again: bool = True) -> State[dict[str, Any]]:
    """Link everything in the ledger again, as after an upgrade, or only what waits; only changes are recorded."""
    with ledger_address().open(make=False, timeout=LOCKED) as ledger:
        tally = linked(ledger, again=again)
    get_run_logger().info(tally.sentence)
    name = "Partly linked" if tally.failed else None
    data = {"linked": tally.linked, "failed": tally.failed, "added": tally.added}
    return Completed(data=data, message=tally.sentence, name=name)


def outstanding(ledger: Ledger) -> bool:
    """Whether anything has to be linked or rebuilt, found out without loading the linking code."""
    try:
        position = IndexPosition.load(settings().indexes)
    except ValueError:
        return True
    with ledger.snapshot() as snapshot:
        return (position or IndexPosition(model="")).behind(snapshot)


def linked(ledger: Ledger, *, again: bool = False) -> Tally:
    """Link the articles that wait to be linked, or all of them `again`; failures do not affect the others.

    1. the indexes, up to date with the ledger; 2. one task a batch, in sequence; 3. the sum of their tallies.
    """
    from sayso.desk.indexes import indexes

    address, folder = ledger_address(), settings().indexes
    with without_words(), indexes(ledger, folder, notice, LOCKED) as current, ledger.snapshot() as snapshot:  # 1
        entries = snapshot.adopted() if again else current.position.waiting
    watcher().linking(len(entries))
    tally = Tally()
    for batch in batches(entries, MANY):
        state = link_batch(address, folder, batch, return_state=True)  # 2
        done = state.result(raise_on_failure=False)
        done = done if isinstance(done, Tally) else failure(batch, done)
        for problem in done.problems:
            notice(problem)
        watcher().linked(len(batch))
        tally = tally.and_then(done)  # 3
    return tally


def failure(entries: Sequence[int], error: Exception) -> Tally:
    """The tally of a batch that could not be linked, after saying why."""
    unlinked = count(len(entries), "article")
    return Tally(failed=len(entries), problems=(f"{unlinked} could not be linked, the others were: {error}",))


def notice(sentence: str) -> None:
    """Write a sentence to Prefect's log and to the watcher, for the terminal."""
    get_run_logger().warning(sentence)
    watcher().notice(sentence)
