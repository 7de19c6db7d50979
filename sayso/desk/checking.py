"""Checks the ledger, and notes what came of it."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sayso.desk.opening import opened
from sayso.desk.service_notes import LastRun, note
from sayso.errors import SaysoError
from sayso.ledger import Verification
from schemas import Head


def check(notes: Path, expected: Head | None = None) -> Verification:
    """Verify the ledger that the settings name, as `Ledger.verify` does; the result is noted in the folder `notes`.

    Raises what opening it raises, which is noted as well. Whoever may not write there checks without a note.
    """
    try:
        with opened(write=False, ignore_noted=True) as ledger:
            found = ledger.verify(expected)
    except SaysoError as error:
        _note(notes, ok=False, said=str(error))
        raise
    _note(notes, ok=found.ok, said=sentence(found))
    return found


def sentence(found: Verification) -> str:
    """What came of it, in one sentence."""
    if found.ok:
        return f"ledger intact: {found.entries} entries, head {found.head}"
    more = f", and {len(found.findings) - 1} more" if len(found.findings) > 1 else ""
    return f"the ledger is not intact: {found.findings[0]}{more}"


def _note(notes: Path, *, ok: bool, said: str) -> None:
    with suppress(OSError):
        note(notes, "check", LastRun(at=datetime.now(UTC), ok=ok, said=said))
