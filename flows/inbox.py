"""The scheduled run over the inbox, as a Prefect flow."""

from __future__ import annotations

from typing import Any

from prefect import State, flow

from flows.tracing import THREADS, trace
from sayso.home import private
from sayso.settings import settings

SETTLE = 5.0
"""Seconds that a file must be unchanged before it is read: it may still be being written."""


@flow(name="inbox", task_runner=THREADS, persist_result=False)  # type: ignore[arg-type]
def inbox() -> State[dict[str, Any]]:
    """Read the articles in the inbox into the ledger, as `trace` does.

    It takes no paths: otherwise anyone who may start a scheduled run could have any file read that the server may read.
    """
    private(settings().home)
    return trace.fn(settle=SETTLE)
