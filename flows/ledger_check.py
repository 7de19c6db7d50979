"""The check of the ledger, as a Prefect flow."""

from __future__ import annotations

from typing import Any

from prefect import State, flow
from prefect.states import Completed, Failed

from flows.stderr import told
from sayso.desk.checking import check, sentence
from sayso.errors import SaysoError
from sayso.home import private
from sayso.settings import settings


@flow(name="verify", persist_result=False)
def verify() -> State[dict[str, Any]]:
    """Check every entry of the ledger, and that none is missing; the run has failed where it is not intact."""
    ours = settings()
    private(ours.home)
    try:
        found = check(ours.service)
    except SaysoError as error:
        return Failed(message=told(f"the ledger could not be checked: {error}"))
    data = {"entries": found.entries, "findings": len(found.findings)}
    if found.ok:
        return Completed(data=data, message=sentence(found))
    return Failed(message=told(f"{sentence(found)}; `sayso ledger verify` lists everything"))
