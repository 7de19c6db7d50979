"""What the service notes of its last runs, so that they can be asked about while it does not run."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Literal

from schemas import Record

Kind = Literal["reading", "check"]
"""A reading of the inbox; a check of the ledger."""


class LastRun(Record):
    """When the last run of a kind ended, whether all was well, and what is said of it."""

    at: datetime
    ok: bool
    said: str


def note(folder: Path, kind: Kind, run: LastRun) -> None:
    """Write it into `folder`, all or nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"{kind}.{os.getpid()}.part"
    unfinished.write_text(run.model_dump_json(), "utf-8")
    unfinished.replace(folder / f"{kind}.json")


def last_run(folder: Path, kind: Kind) -> LastRun | None:
    """The last run of this kind that is noted in `folder`; None where none is, or where the note is damaged."""
    try:
        return LastRun.model_validate_json((folder / f"{kind}.json").read_bytes())
    except (OSError, ValueError):
        return None
