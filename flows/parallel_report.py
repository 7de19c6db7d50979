"""The report of a ledger; for a large one, the findings about links are computed in a second process."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime

from flows.state_asked import as_asked, registry_of, zone
from flows.workers.worker import Worker
from sayso.desk.as_of import in_which_state
from sayso.desk.opening import opened
from sayso.desk.reporting import ReportScope, linked_in, make_report
from sayso.errors import SaysoError, UnreadableError
from sayso.ledger import Snapshot
from sayso.report import CONCERNS, LINKED, Concern, LinkedFindings, Report
from sayso.settings import settings

MUCH = 1000
"""Entries from which a second process is worth the half second that it takes to start."""

PATIENCE = 3600.0
"""Seconds that the process may work; a thousand articles take ten."""


def compiled(
    since: datetime | None,
    until: datetime | None,
    least: float = 0.0,
    concerns: Collection[Concern] = CONCERNS,
    *,
    suggestions: bool = False,
    settled: bool = False,
    as_of: str | None = None,
) -> Report:
    """The report of the ledger that the settings name, which must exist; see `make_report`, and `entry_as_of`."""
    with uncollected(), opened(write=False) as ledger, as_asked(ledger, as_of) as snapshot:
        state = None if as_of is None else in_which_state(snapshot, zone())
        scope = ReportScope(snapshot.as_of, since, until, least, tuple(concerns), state)
        with links_of(snapshot, scope) as linked:
            return make_report(snapshot, scope, linked, suggestions=suggestions, settled=settled)


@contextmanager
def links_of(snapshot: Snapshot, scope: ReportScope) -> Iterator[Callable[[], LinkedFindings]]:
    """A function that returns the findings about links; for a large ledger a process starts computing them now."""
    if not LINKED & {*scope.concerns}:
        yield LinkedFindings
    elif scope.as_of < MUCH:
        yield lambda: linked_in(snapshot, scope, registry_of(snapshot, scope.state is not None), settings().indexes)
    else:
        reader = Worker(linked_findings, lambda scope: PATIENCE)
        with ThreadPoolExecutor(1) as thread:
            waiting = thread.submit(reader, scope)
            try:
                yield lambda: _end_of(waiting, scope)
            finally:
                reader.close()


def linked_findings(scope: ReportScope) -> LinkedFindings | SaysoError:
    """The report's findings about links, from the ledger that the settings name; an error is returned, not raised."""
    try:
        with uncollected(), opened(write=False) as ledger, ledger.snapshot(as_of=scope.as_of) as snapshot:
            return linked_in(snapshot, scope, registry_of(snapshot, scope.state is not None), settings().indexes)
    except SaysoError as error:
        return error


def _end_of(waiting: Future[LinkedFindings | SaysoError], scope: ReportScope) -> LinkedFindings:
    try:
        found = waiting.result()
    except UnreadableError:  # the process died: there may be memory for only one
        found = linked_findings(scope)
    if isinstance(found, SaysoError):
        raise found
    return found


@contextmanager
def uncollected() -> Iterator[None]:
    """Switch off the garbage collector, and exempt what is left afterwards: collecting takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()
