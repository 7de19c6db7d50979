"""Linking as a Prefect flow: over all that the ledger holds, or, at the end of a trace, over what is new in it."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from prefect import State, flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.states import Completed

from flows.opened import opened
from flows.progress import WATCHER
from flows.retries import BATCH, LOCKED, transient, without_words
from sayso.desk.index_position import Marker
from sayso.desk.linking import link_entries
from sayso.ledger import Ledger
from sayso.settings import settings

if TYPE_CHECKING:
    from sayso.desk.indexes import Indexes


@dataclass(frozen=True)
class Bench:
    """What the tasks of one linking share. It stays in the process: Prefect is told numbers of entries only."""

    ledger: Ledger
    indexes: Indexes


BENCH: ContextVar[Bench] = ContextVar("bench")


class Tally(NamedTuple):
    """How many articles were linked, how many could not be, and how many entries that added to the ledger."""

    linked: int = 0
    failed: int = 0
    added: int = 0

    @property
    def sentence(self) -> str:
        """The same in words."""
        if self.failed:
            return "some articles could not be linked, the next run tries again"
        return f"{self.linked} articles linked, {self.added} new entries in the ledger"


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[2, 8], retry_condition_fn=transient, persist_result=False)
def link_batch(entries: list[int]) -> int:
    """Link the extractions in these entries; how many entries that added to the ledger. Safe to run again."""
    bench = BENCH.get()
    with without_words():
        return link_entries(bench.ledger, bench.indexes, entries).new


@flow(name="link", persist_result=False)
def link(again: bool = True) -> State[dict[str, Any]]:
    """Link all that the ledger holds over again, as after an upgrade, or what waits; only what changes is recorded."""
    with opened(make=False, timeout=LOCKED) as ledger:
        tally = linked(ledger, again=again)
    get_run_logger().info(tally.sentence)
    name = "Partly linked" if tally.failed else None
    return Completed(data=tally._asdict(), message=tally.sentence, name=name)


def outstanding(ledger: Ledger) -> bool:
    """Whether there is anything to link, or to make anew: asked without loading what links."""
    try:
        marker = Marker.load(settings().indexes)
    except ValueError:
        return True
    return (marker or Marker(model="")).behind(ledger)


def linked(ledger: Ledger, *, again: bool = False) -> Tally:
    """Link the articles that wait for it, or all of them `again`. A batch that fails leaves the others alone.

    1. the indexes, with all that the ledger holds; 2. a task a batch, one after another; 3. what came of them.
    """
    from sayso.desk.indexes import indexes

    with without_words(), indexes(ledger, settings().indexes, notice, LOCKED) as ours:  # 1
        BENCH.set(Bench(ledger, ours))
        batches = _batches(ledger.adopted() if again else ours.marker.waiting)
        watcher, tally = WATCHER.get(), Tally()
        watcher.linking(len(batches))
        for entries in batches:
            state = link_batch(entries, return_state=True)  # 2
            tally = _with(tally, entries, state)  # 3
            watcher.linked()
        return tally


def notice(sentence: str) -> None:
    """Tell it in Prefect's log and at the terminal."""
    get_run_logger().warning(sentence)
    WATCHER.get().notice(sentence)


def _with(tally: Tally, entries: Sequence[int], state: State[int]) -> Tally:
    if state.is_completed():
        return tally._replace(linked=tally.linked + len(entries), added=tally.added + state.result())
    error = state.result(raise_on_failure=False)
    notice(f"{len(entries)} articles could not be linked, the others are: {error}")
    return tally._replace(failed=tally.failed + len(entries))


def _batches(entries: Sequence[int]) -> list[list[int]]:
    return [list(entries[start : start + BATCH]) for start in range(0, len(entries), BATCH)]
