"""The report as a Prefect flow: ledger to file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from prefect import State, flow
from prefect.states import Completed

from flows.parallel_report import compiled
from flows.worklist import listed
from sayso import __version__
from sayso.desk.newest_report import NewestReport, newest_report
from sayso.desk.opening import opened
from sayso.desk.report_files import write_new
from sayso.desk.worklist import Shown
from sayso.desk.worklist_scope import WorklistScope
from sayso.home import private
from sayso.report import Format, summary
from sayso.settings import settings


@flow(name="report", persist_result=False)
def report(hours: float | None = None, form: Format = "html") -> State[dict[str, Any]]:
    """Write the report of the last `hours` (of all there is) into the folder for reports; the result has its path.

    With `hours`, as it is scheduled, Prefect gets the numbers of the worklist as an artifact.
    Where nothing was recorded since the newest report over the whole ledger, not even a decision, that one is returned.
    """
    now = datetime.now(UTC)
    ours = settings()
    private(ours.home)
    made_of = f"{_head()} {__version__} {form} {ours.database_url.rpartition('@')[2]}"  # before: what comes now is news
    if hours is None and (newest := newest_report(ours.indexes, ours.reports, made_of)):
        data = {"path": str(ours.reports / newest.name), "listed": newest.listed}
        return Completed(data=data, message=f"{newest.name}: nothing was recorded since")
    made = compiled(now - timedelta(hours=hours) if hours else None, None)
    out = write_new(made, ours.reports, f"{now:%Y-%m-%dT%H%M%SZ}", form)
    if hours is None:
        NewestReport.of(out, made.listed, made_of).note(ours.indexes)
    else:
        _count_for_prefect()
    data = {"path": str(out), "listed": made.listed}
    return Completed(data=data, message=f"{out.name}: {summary(made)}")


def _count_for_prefect() -> None:
    """Leave with Prefect how much there is to act on, in numbers alone, where this is a run of its."""
    from prefect.artifacts import create_table_artifact  # imported here: only scheduled reports leave one
    from prefect.context import FlowRunContext

    if FlowRunContext.get() is None:
        return
    made = listed(WorklistScope(phrases=settings().worklist.background), Shown(sheet=True))
    row = {"open": made.open, "accusations": made.accusations, "overdue": made.overdue, "settled": made.closed}
    create_table_artifact(table=[row], key="worklist", description="How many items of the worklist are open.")


def _head() -> str:
    with opened(write=False) as ledger:
        return str(ledger.head)
