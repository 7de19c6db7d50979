"""What a report tells of links, worked out in a process beside the one that reads the rest, where there is much."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from flows.opened import opened
from flows.workers.worker import Reader
from sayso.desk.linking import with_origins
from sayso.errors import SaysoError, UnreadableError
from sayso.ledger import Ledger
from sayso.report import LINKED, Concern, Linked, linked_of

MUCH = 1000
"""Entries of a ledger from which on it is worth the half second that a process takes to start."""

PATIENCE = 3600.0
"""Seconds that it may work: a thousand articles take it ten."""


@dataclass(frozen=True)
class Asked:
    """Which part of a ledger a report is of, as of an entry, and what it lists."""

    as_of: int
    since: datetime | None
    until: datetime | None
    least: float
    concerns: tuple[Concern, ...]


@contextmanager
def links_of(ledger: Ledger, asked: Asked) -> Iterator[Callable[[], Linked]]:
    """What gives it; a process works at it from now on, if it has to and the ledger is large."""
    if not LINKED & {*asked.concerns}:
        yield Linked
    elif asked.as_of < MUCH:
        yield lambda: linked(ledger, asked)
    else:
        reader = Reader(worked_out, lambda asked: PATIENCE)
        with ThreadPoolExecutor(1) as thread:
            waiting = thread.submit(reader, asked)
            try:
                yield lambda: _end_of(waiting, asked)
            finally:
                reader.close()


def worked_out(asked: Asked) -> Linked | SaysoError:
    """What the report tells of links, by the ledger that the settings name; or what is wrong with that."""
    try:
        with uncollected(), opened(write=False) as now, now.still() as ledger:
            return linked(ledger, asked)
    except SaysoError as error:
        return error


def linked(ledger: Ledger, asked: Asked) -> Linked:
    """The same by an open ledger."""
    dossiers = ledger.dossiers(since=asked.since, until=asked.until, as_of=asked.as_of, links="only")
    return linked_of(with_origins(ledger, dossiers), asked.concerns, asked.least)


def _end_of(waiting: Future[Linked | SaysoError], asked: Asked) -> Linked:
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
