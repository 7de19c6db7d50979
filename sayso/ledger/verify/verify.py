"""Whether the ledger is as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, func, or_, select, text

from sayso.errors import LedgerError, SaysoError, TamperedError
from sayso.ledger.log.merkle import MerkleTree
from sayso.ledger.log.noted_head import Noted
from sayso.ledger.log.tree_head import read_head
from sayso.ledger.store.failures import UNREADABLE, cause
from sayso.ledger.store.tables import entry, head
from sayso.ledger.verify.clock import Clock
from sayso.ledger.verify.schema import file_findings, schema_findings
from sayso.ledger.verify.sweep import REBUILD, Sweep, missing
from sayso.ledger.verify.verification import EXPECTED, UNKNOWN, Verification
from sayso.ledger.views.view_tables import strays, unread
from schemas import Head

SMALLEST = 100
"""Bytes that an entry takes at least, in a file of SQLite."""

FEW = 5
"""Entries that are named where none should be."""


def verify(
    connection: Connection, noted: Noted | TamperedError | None, expected: Head | None, now: datetime
) -> Verification:
    """Check everything that the database holds, in one transaction, an entry at a time.

    1. the database file's own structure, 2. its tables and triggers, 3. the head by itself, 4. every entry: number,
    times, kind, hashes, leaf, what its parts say, and the views of it, 5. the head against the entries, and that there
    are no others, 6. the views of entries that are not there, and articles without an extraction, 7. the heads that
    were `noted` beside the database, and `expected` by whoever asks.
    """
    findings: list[str] = []
    if connection.dialect.name == "sqlite":
        findings += file_findings(connection)  # 1
    warnings: list[str] = []
    try:
        findings += schema_findings(connection)  # 2
    except LedgerError as error:
        warnings.append(_sentence(error))
    found, trouble = _head(connection)  # 3
    findings += trouble
    heads = [one for one in (noted.head if isinstance(noted, Noted) else None, expected) if one]
    marks = frozenset(one.size for one in (*heads, *_accepted(noted)))
    sweep = Sweep(connection, _most(connection, found.size if found else 0), marks, Clock(now))
    findings += sweep.findings()  # 4
    findings += _head_findings(found, sweep) if found else ()  # 5
    findings += _other_findings(connection, sweep)
    findings += _view_findings(connection)  # 6
    findings += _noted_findings(noted, expected, sweep)  # 7
    warnings += [*sweep.clock.warnings(), *_given_up(noted, sweep)]
    limit = _limit(noted, expected)
    return Verification(sweep.tree.size, sweep.tree.root.hex(), tuple(findings), tuple(warnings), limit)


def _head(connection: Connection) -> tuple[MerkleTree | None, list[str]]:
    try:
        return read_head(connection), []
    except TamperedError as error:
        return None, [_sentence(error)]
    except UNREADABLE as error:
        return None, [f"The head of the ledger cannot be read: {cause(error)}."]


def _sentence(error: SaysoError) -> str:
    said = str(error)
    return f"{said[0].upper()}{said[1:]}."


def _most(connection: Connection, size: int) -> int:
    """`size`, but no more entries than a file can hold: a forged head must not send anyone looking for ever."""
    if connection.dialect.name != "sqlite":
        return size
    pages, page = (connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in ("page_count", "page_size"))
    return min(size, int(pages) * int(page) // SMALLEST)


def _head_findings(found: MerkleTree, sweep: Sweep) -> Iterator[str]:
    if sweep.last < found.size:
        yield missing(sweep.last + 1, found.size)
    elif sweep.last > found.size:
        yield f"Entries {found.size + 1} to {sweep.last} were added without the head of the ledger growing."
    if sweep.tree.root != found.root:
        yield f"The root over all leaves is {sweep.tree.root.hex()}, the head of the ledger says {found.root.hex()}."


def _other_findings(connection: Connection, sweep: Sweep) -> Iterator[str]:
    """Rows that no sweep over 1, 2, 3 ... meets."""
    none = select(entry.c.number).where(or_(entry.c.number < 1, entry.c.number.is_(None)))
    try:
        for number in connection.execute(none.order_by(entry.c.number).limit(FEW)).scalars():
            yield f"Entry {number}: there can be none, the first is number 1."
        for table, expected in ((entry, sweep.rows), (head, 1)):
            if (rows := connection.execute(select(func.count()).select_from(table)).scalar_one()) != expected:
                yield f"The table {table.name} has {rows} rows, {expected} expected."
    except UNREADABLE as error:
        yield f"The entries cannot be counted: {cause(error)}."


def _view_findings(connection: Connection) -> Iterator[str]:
    try:
        for view, number in strays(connection):
            yield f"Entry {number}: {view} refers to it, but there is none; {REBUILD}."
        for number in unread(connection):
            yield f"Entry {number}: its article has no extraction."
    except UNREADABLE as error:
        yield f"The views cannot be read ({cause(error)}); {REBUILD}."


def _noted_findings(noted: Noted | TamperedError | None, expected: Head | None, sweep: Sweep) -> Iterator[str]:
    if isinstance(noted, TamperedError):
        yield _sentence(noted)
    heads = {
        "noted beside the ledger": noted.head if isinstance(noted, Noted) else None,
        "that was given": expected,
    }
    for which, one in heads.items():
        if one and sweep.tree.size < one.size:
            yield f"The head {which} counts {one.size} entries, {sweep.tree.size} are there: the rest is gone."
        elif one and sweep.roots[one.size] != one.root:
            root = sweep.roots[one.size]
            yield f"The first {one.size} entries are not those of the head {which}: their root is {root}."


def _accepted(noted: Noted | TamperedError | None) -> list[Head]:
    return [one.head for one in noted.accepted if one.head] if isinstance(noted, Noted) else []


def _given_up(noted: Noted | TamperedError | None, sweep: Sweep) -> Iterator[str]:
    """Heads that somebody gave up and that the ledger indeed does not lead to."""
    for one in noted.accepted if isinstance(noted, Noted) else ():
        if one.head is None or sweep.roots.get(one.head.size) != one.head.root:
            which = f"The head {one.head}" if one.head else "A head that could not be read"
            yield f"{which} was given up by {one.by} on {one.at:%Y-%m-%d}: {one.why}"


def _limit(noted: Noted | TamperedError | None, expected: Head | None) -> str:
    if expected:
        return EXPECTED.format(size=expected.size)
    return UNKNOWN.format(beside=" and with what is noted beside it" if isinstance(noted, Noted) else "")
