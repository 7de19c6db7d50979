"""The ledger as it stood: as of an entry, or at the end of a day where the desk is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sayso.errors import UsageError
from sayso.ledger import Ledger, Snapshot
from sayso.present.numbers import moment as in_words
from schemas import LedgerEntry

EXPECTED = "the number of an entry, a date or a time, such as 2026-11-22 or 2026-11-22T18:30"


@contextmanager
def as_it_was(ledger: Ledger, given: str | None, zone: ZoneInfo, now: datetime) -> Iterator[Snapshot]:
    """A snapshot as of what was `given`, see `entry_as_of`; the newest for None."""
    with ledger.snapshot() as snapshot:
        yield snapshot if given is None else snapshot.at(entry_as_of(snapshot, given, zone, now))


def entry_as_of(snapshot: Snapshot, given: str, zone: ZoneInfo, now: datetime) -> int:
    """The last entry that the ledger had as of an entry (its number), of a time, or at the end of a day.

    A day, and a time without a zone, are those of `zone`. The clock of each entry counts: where it once went wrong,
    give the number of the entry. `UsageError` for anything else, for what is to come, and for what is before entry 1.
    """
    said = given.strip()
    if said.isascii() and said.isdigit():
        return _numbered(snapshot, said)
    before = _moment(said, zone, now)
    first = next(snapshot.at(min(snapshot.size, 1)).entries(), None)
    if first is None:
        raise UsageError(f"expected a ledger with entries for --as-of, found an empty one, also as of {said}")
    if before <= _at(first):
        raise UsageError(
            f"expected for --as-of a time after {in_words(_at(first).astimezone(zone))}, when entry 1 was recorded, "
            f"found {said!r}: there was no ledger then"
        )
    return snapshot.last_before(before)


def in_which_state(snapshot: Snapshot, zone: ZoneInfo) -> str:
    """Which state of the ledger this is, in words: "as of entry 12 of 40, recorded on 9 August 2022, 14:00 BST"."""
    entry = next(snapshot.entries(snapshot.as_of - 1))
    recorded = in_words(_at(entry).astimezone(zone))
    return f"as of entry {snapshot.as_of:,} of {snapshot.size:,}, recorded on {recorded}"


def _numbered(snapshot: Snapshot, said: str) -> int:
    if len(said) < 19 and 1 <= int(said) <= snapshot.size:
        return int(said)
    held = f"1 to {snapshot.size}" if snapshot.size else "but the ledger is empty"
    raise UsageError(f"expected an entry, {held}, or a date such as 2026-11-22 for --as-of, found {said[:40]}")


def _moment(said: str, zone: ZoneInfo, now: datetime) -> datetime:
    """The moment before which everything counts."""
    try:
        return _end_of(date.fromisoformat(said), zone, now)
    except ValueError:
        pass  # no date alone
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        raise UsageError(f"expected {EXPECTED} for --as-of, found {said[:80]!r}") from None
    at = found if found.tzinfo else found.replace(tzinfo=zone)
    if at > now:
        raise _to_come(said)
    return at + timedelta(microseconds=1)


def _end_of(day: date, zone: ZoneInfo, now: datetime) -> datetime:
    if day > now.astimezone(zone).date():
        raise _to_come(day.isoformat())
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), zone)


def _to_come(said: str) -> UsageError:
    return UsageError(f"expected a time that has come for --as-of, found {said!r}; today's date is the state of now")


def _at(entry: LedgerEntry) -> datetime:
    return entry.clock or entry.recorded_at
