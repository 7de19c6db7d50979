"""One row of the ledger."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime

from schemas.record import Record

EntryKind = Literal["capture", "extraction", "links", "decision"]


class LedgerEntry(Record):
    """One row of the ledger: its number (from 1), kind, time, actor, and leaf hash (64 hexadecimal digits).

    `recorded_at` is never before that of the entry before; `clock` is what the clock showed, in entries that record it.
    """

    number: int
    kind: EntryKind
    recorded_at: AwareDatetime
    clock: AwareDatetime | None = None
    actor: str
    leaf: str
