"""The report of a ledger; of a large one, what it says of links is worked out in a process beside this one."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime

from flows.workers.reading import registry
from flows.workers.worker import Worker
from sayso.desk.opening import opened
from sayso.desk.reporting import Asked, linked_in, reported
from sayso.errors import SaysoError, UnreadableError
from sayso.ledger import Snapshot
from sayso.report import CONCERNS, LINKED, Concern, LinkedFindings, Report

MUCH = 1000
"""Entries of a ledger from which on it is worth the half second that a process takes to start."""

PATIENCE = 3600.0
"""Seconds that it may work: a thousand articles take it ten."""


def compiled(
    since: datetime | None,
    until: datetime | None,
    least: float = 0.0,
    concerns: Collection[Concern] = CONCERNS,
    *,
    suggestions: bool = False,
    settled: bool = False,
) -> Report:
    """The report of the ledger that the settings name, which must exist; as `reported` makes it."""
    with uncollected(), opened(write=False) as ledger, ledger.snapshot() as snapshot:
        asked = Asked(snapshot.as_of, since, until, least, tuple(concerns))
        with links_of(snapshot, asked) as linked:
            return reported(snapshot, asked, linked, suggestions=suggestions, settled=settled)


@contextmanager
def links_of(snapshot: Snapshot, asked: Asked) -> Iterator[Callable[[], LinkedFindings]]:
    """What gives it; a process works at it from now on, if it has to and the ledger is large."""
    if not LINKED & {*asked.concerns}:
        yield LinkedFindings
    elif asked.as_of < MUCH:
        yield lambda: linked_in(snapshot, asked, registry())
    else:
        reader = Worker(worked_out, lambda asked: PATIENCE)
        with ThreadPoolExecutor(1) as thread:
            waiting = thread.submit(reader, asked)
            try:
                yield lambda: _end_of(waiting, asked)
            finally:
                reader.close()


def worked_out(asked: Asked) -> LinkedFindings | SaysoError:
    """What the report says of links, from the ledger that the settings name; or what is wrong with it."""
    try:
        with uncollected(), opened(write=False) as ledger, ledger.snapshot(as_of=asked.as_of) as snapshot:
            return linked_in(snapshot, asked, registry())
    except SaysoError as error:
        return error


def _end_of(waiting: Future[LinkedFindings | SaysoError], asked: Asked) -> LinkedFindings:
    try:
        found = waiting.result()
    except UnreadableError:  # the process did not live: there may be room for one only
        found = worked_out(asked)
    if isinstance(found, SaysoError):
        raise found
    return found


@contextmanager
def uncollected() -> Iterator[None]:
    """Have Python look for no cycles meanwhile, nor afterwards in what is left: that takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()
