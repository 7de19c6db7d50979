"""Verifies a ledger: `verify`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, or_, select, text

from sayso.errors import LedgerError, SaysoError, TamperedError
from sayso.ledger.log.merkle import MerkleTree
from sayso.ledger.log.noted_head import Noted
from sayso.ledger.log.tree_head import read_head
from sayso.ledger.store.failures import UNREADABLE, cause
from sayso.ledger.store.tables import entry, head
from sayso.ledger.verify.anchors import Anchor, anchor_findings, anchored
from sayso.ledger.verify.clock import Clock
from sayso.ledger.verify.schema import file_findings, schema_findings
from sayso.ledger.verify.sweep import REBUILD, Sweep, missing
from sayso.ledger.verify.verification import ANCHORED, ANCHORED_ALL, EXPECTED, UNKNOWN, Verification
from sayso.ledger.views.view_tables import strays, without_extraction
from schemas import Head

SMALLEST = 100
"""The least bytes of an entry in an SQLite file."""

FEW = 5
"""How many entries with impossible numbers are named."""


def verify(
    connection: Connection,
    noted: Noted | TamperedError | None,
    expected: Head | None,
    now: datetime,
    anchors: Sequence[Anchor] = (),
) -> Verification:
    """Check everything that the database holds, in one transaction, an entry at a time.

    1. the database file's own structure, 2. its tables and triggers, 3. the head by itself, 4. every entry: number,
    times, kind, hashes, leaf, content and view rows, 5. the head against the entries, and rows with impossible numbers,
    6. view rows of missing entries, and articles without an extraction, 7. the head that was `noted` beside the
    database, the head `expected` by the caller, and the `anchors` that were kept elsewhere.
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
    heads = [head for head in (noted.head if isinstance(noted, Noted) else None, expected) if head]
    marks = frozenset(head.size for head in (*heads, *_accepted(noted), *(anchor.head for anchor in anchors)))
    sweep = Sweep(connection, _most(connection, found.size if found else 0), marks, Clock(now))
    findings += sweep.findings()  # 4
    findings += _head_findings(found, sweep) if found else ()  # 5
    findings += _other_findings(connection, sweep)
    findings += _view_findings(connection)  # 6
    findings += _noted_findings(noted, expected, sweep)  # 7
    findings += anchor_findings(anchors, sweep.tree.size, sweep.roots)
    warnings += [*sweep.clock.warnings(), *_given_up(noted, sweep)]
    vouched = anchored(anchors, sweep.tree.size, sweep.roots)
    limit = _limit(noted, expected) if expected or not vouched else _anchored(vouched, sweep.tree.size)
    return Verification(sweep.tree.size, sweep.tree.root.hex(), tuple(findings), tuple(warnings), limit, vouched)


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
    """`size`, but no more than the file can hold: a forged head must not cause an endless search."""
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
    """Rows that a sweep over 1, 2, 3 ... does not reach."""
    unnumbered = select(entry.c.number).where(or_(entry.c.number < 1, entry.c.number.is_(None)))
    try:
        for number in connection.execute(unnumbered.order_by(entry.c.number).limit(FEW)).scalars():
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
        for number in without_extraction(connection):
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
    for which, known in heads.items():
        if known and sweep.tree.size < known.size:
            yield f"The head {which} counts {known.size} entries, {sweep.tree.size} are there: the rest is gone."
        elif known and sweep.roots[known.size] != known.root:
            root = sweep.roots[known.size]
            yield f"The first {known.size} entries are not those of the head {which}: their root is {root}."


def _accepted(noted: Noted | TamperedError | None) -> list[Head]:
    return [accepted.head for accepted in noted.accepted if accepted.head] if isinstance(noted, Noted) else []


def _given_up(noted: Noted | TamperedError | None, sweep: Sweep) -> Iterator[str]:
    """A warning for each head that a person gave up and that the ledger does not contain."""
    for accepted in noted.accepted if isinstance(noted, Noted) else ():
        if accepted.head is None or sweep.roots.get(accepted.head.size) != accepted.head.root:
            which = f"The head {accepted.head}" if accepted.head else "A head that could not be read"
            yield f"{which} was given up by {accepted.by} on {accepted.at:%Y-%m-%d}: {accepted.why}"


def _anchored(vouched: int, size: int) -> str:
    if vouched == size:
        return ANCHORED_ALL.format(size=size)
    return ANCHORED.format(size=vouched, first=vouched + 1, last=size)


def _limit(noted: Noted | TamperedError | None, expected: Head | None) -> str:
    if expected:
        return EXPECTED.format(size=expected.size)
    return UNKNOWN.format(beside=" and with what is noted beside it" if isinstance(noted, Noted) else "")
