"""The scheduled run over the inbox, as a Prefect flow."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from prefect import State, flow
from prefect.states import Failed

from flows.anchoring import anchored
from flows.stderr import told
from flows.tracing import THREADS, trace
from sayso.desk.inbox import expect_inbox
from sayso.desk.service_notes import LastRun, last_run, note
from sayso.errors import SaysoError
from sayso.home import private
from sayso.settings import settings

SETTLE = 5.0
"""Seconds that a file must be unchanged before it is read: it may still be being written."""


@flow(name="inbox", task_runner=THREADS, persist_result=False)  # type: ignore[arg-type]
def inbox() -> State[dict[str, Any]]:
    """Read the articles in the inbox into the ledger, as `trace` does; says nothing where there is nothing to do.

    It takes no paths: otherwise anyone who may start a scheduled run could have any file read that the server may read.
    """
    ours = settings()
    private(ours.home)
    try:
        expect_inbox(ours.inbox)
        traced = trace.fn(settle=SETTLE)
    except SaysoError as error:
        traced = Failed(message=told(f"the inbox could not be read: {error}"))
    _noted(ours.service, traced)
    if (kept := anchored()) and kept.new:
        told(f"checkpoint of the ledger: {kept.file}")
    return traced


def _noted(notes: Path, traced: State[dict[str, Any]]) -> None:
    """Note how it went; tell it where something was read, or what could not be is not the same as before."""
    said, data = traced.message or "", traced.data
    before = last_run(notes, "reading")
    note(notes, "reading", LastRun(at=datetime.now(UTC), ok=traced.is_completed(), said=said))
    again = before is not None and before.said == said
    if isinstance(data, dict) and (data["read"] or (traced.name != "Completed" and not again)):
        told(said)
