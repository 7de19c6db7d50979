"""The report as a Prefect flow: ledger to file."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from prefect import State, flow
from prefect.states import Completed

from flows.opened import opened
from flows.paper import Form, compiled, write_new
from sayso import __version__
from sayso.home import private
from sayso.report import summary
from sayso.settings import Settings, settings
from schemas import Record

NEWEST = "report.json"
"""In the folder for what is made from the ledger: which report is the newest over all of it, and of what state."""


class Newest(Record):
    """A report over all of a ledger: its file, how many sentences it lists, what it was made of, and its own hash."""

    name: str
    listed: int
    made_of: str
    sha256: str


@flow(name="report", persist_result=False)
def report(hours: float | None = None, form: Form = "html") -> State[dict[str, Any]]:
    """Write the report of the last `hours` (of all there is) into the folder for reports; the result has its path.

    Where nothing was recorded since the newest report over all there is, not even a decision, it is that one.
    """
    now = datetime.now(UTC)
    ours = settings()
    private(ours.home)
    state = f"{_head()} {__version__} {form} {ours.database_url.rpartition('@')[2]}"  # before: what comes now is news
    if hours is None and (newest := _newest(ours, state)):
        data = {"path": str(ours.reports / newest.name), "listed": newest.listed}
        return Completed(data=data, message=f"{newest.name}: nothing was recorded since")
    made = compiled(now - timedelta(hours=hours) if hours else None, None)
    out = write_new(made, ours.reports, f"{now:%Y-%m-%dT%H%M%SZ}", form)
    if hours is None:
        digest = sha256(out.read_bytes()).hexdigest()
        _note(ours, Newest(name=out.name, listed=made.listed, made_of=state, sha256=digest))
    data = {"path": str(out), "listed": made.listed}
    return Completed(data=data, message=f"{out.name}: {summary(made)}")


def _head() -> str:
    with opened(write=False) as ledger:
        return str(ledger.head)


def _newest(ours: Settings, state: str) -> Newest | None:
    """The report of just that state, if it is there as it was written."""
    try:
        noted = Newest.model_validate_json((ours.indexes / NEWEST).read_bytes())
        held = sha256((ours.reports / Path(noted.name).name).read_bytes()).hexdigest()
    except (OSError, ValueError):  # none, or not to be read: it is made anew
        return None
    return noted if (noted.made_of, noted.sha256) == (state, held) else None


def _note(ours: Settings, newest: Newest) -> None:
    ours.indexes.mkdir(parents=True, exist_ok=True)
    begun = ours.indexes / f"{NEWEST}.{os.getpid()}.part"
    begun.write_text(newest.model_dump_json(), "utf-8")
    begun.replace(ours.indexes / NEWEST)
