"""Checks the ledger, and notes what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sayso.desk.checkpoints import KeptCheckpoint, kept_checkpoints, tree_file
from sayso.desk.opening import opened
from sayso.desk.service_notes import LastRun, note
from sayso.errors import SaysoError
from sayso.ledger import Ledger, Verification
from sayso.ledger.verify.anchors import Anchor
from sayso.settings import Settings, settings
from schemas import Head


def check(notes: Path, expected: Head | None = None, given: Sequence[KeptCheckpoint] = ()) -> Verification:
    """Verify the ledger that the settings name, as `Ledger.verify` does; the result is noted in the folder `notes`.

    It is compared with the checkpoints `given`, by default with all in the folder for them. Raises what opening it
    raises, which is noted as well. Whoever may not write there checks without a note.
    """
    ours = settings()
    try:
        kept = list(given) or kept_checkpoints(ours)
        with opened(write=False, ignore_noted=True) as ledger:
            found = ledger.verify(expected, [Anchor(one.head, f"checkpoint {one.file}") for one in kept])
            found = _pointed(ledger, ours, found, kept)
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


def _pointed(ledger: Ledger, ours: Settings, found: Verification, kept: Sequence[KeptCheckpoint]) -> Verification:
    """The same; with the first entry that differs, where the tree that is kept still has the checkpoints' leaves."""
    beyond = [one for one in kept if one.head.size > found.anchored]
    for one in beyond if not found.ok else ():
        number = ledger.first_difference(tree_file(ours), one.head)
        if number is not None:
            said = f"The first entry that is not the one that the checkpoint {one.file} covers is number {number}."
            return replace(found, findings=(*found.findings, said))
    return found


def _note(notes: Path, *, ok: bool, said: str) -> None:
    with suppress(OSError):
        note(notes, "check", LastRun(at=datetime.now(UTC), ok=ok, said=said))
