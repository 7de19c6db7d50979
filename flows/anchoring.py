"""A checkpoint at the end of a run."""

from __future__ import annotations

from flows.stderr import told
from sayso.desk.checkpoints import KeptCheckpoint, write_checkpoint
from sayso.desk.opening import opened
from sayso.errors import SaysoError
from sayso.settings import settings


def anchored() -> KeptCheckpoint | None:
    """The checkpoint of now; None without a key, and where it could not be written, which is said.

    What the run recorded counts all the same.
    """
    try:
        with opened(write=False) as ledger:
            return write_checkpoint(ledger, settings())
    except SaysoError as error:
        told(f"no checkpoint: {error}")
        return None
