"""The report as a Prefect flow: ledger to file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from prefect import State, flow
from prefect.states import Completed

from flows.paper import Form, compiled, write_new
from sayso.home import private
from sayso.report import summary
from sayso.settings import settings


@flow(name="report", persist_result=False)
def report(hours: float | None = None, form: Form = "html") -> State[dict[str, Any]]:
    """Write the report of the last `hours` (of all there is) into the folder for reports; the result has its path."""
    now = datetime.now(UTC)
    ours = settings()
    private(ours.home)
    made = compiled(now - timedelta(hours=hours) if hours else None, None)
    out = write_new(made, ours.reports, f"{now:%Y-%m-%dT%H%M%SZ}", form)
    data = {"path": str(out), "listed": made.listed}
    return Completed(data=data, message=f"{out.name}: {summary(made)}")
