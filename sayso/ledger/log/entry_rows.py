"""Rows of the table `entry`: read, checked and written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, insert, select, text

from sayso.errors import TamperedError
from sayso.ledger.log.compressed_parts import packed, unpacked
from sayso.ledger.log.leaf import PARTS, SALT_SIZE, Part, Stored, moment_of, stamp
from sayso.ledger.log.merkle import HASH_SIZE
from sayso.ledger.store.tables import entry
from schemas import EntryKind, LedgerEntry

_COLUMNS = ", ".join(column.name for column in entry.columns)
_AFTER = text(f"SELECT {_COLUMNS} FROM entry WHERE number > :after ORDER BY number LIMIT :most")  # noqa: S608
_ONE = text(f"SELECT {_COLUMNS} FROM entry WHERE number = :number")  # noqa: S608

_LEAVES = text("SELECT leaf FROM entry WHERE number > :after AND number <= :last ORDER BY number")

Row = Sequence[Any]
"""The columns of one entry, untyped: a damaged file may hold anything in them."""


def rows_after(connection: Connection, after: int, most: int) -> Sequence[Row]:
    """At most `most` rows after entry `after`."""
    return connection.execute(_AFTER, {"after": after, "most": most}).all()


def row(connection: Connection, number: int) -> Row | None:
    """The row of one entry."""
    return connection.execute(_ONE, {"number": number}).one_or_none()


def leaves(connection: Connection, after: int, last: int) -> Iterator[bytes]:
    """The leaf hashes of the entries after `after`, up to `last`, in order; TamperedError for a malformed hash."""
    for number, leaf in enumerate(connection.execute(_LEAVES, {"after": after, "last": last}).scalars(), after + 1):
        if type(leaf) is not bytes or len(leaf) != HASH_SIZE:
            raise TamperedError(f"entry {number}: expected a leaf of {HASH_SIZE} bytes")
        yield leaf


def last(connection: Connection, as_of: int, kind: EntryKind) -> int:
    """The number of the last entry of this kind up to entry `as_of`; 0 without one."""
    of_kind = select(entry.c.number).where(entry.c.kind == kind, entry.c.number <= as_of)
    return connection.execute(of_kind.order_by(entry.c.number.desc()).limit(1)).scalar_one_or_none() or 0


def last_before(connection: Connection, as_of: int, moment: datetime) -> int:
    """The number of the last entry up to `as_of` recorded before `moment`, by the clock; 0 without one."""
    at = func.coalesce(entry.c.clock, entry.c.recorded_at)
    before = select(entry.c.number).where(at < stamp(moment), entry.c.number <= as_of)
    return connection.execute(before.order_by(entry.c.number.desc()).limit(1)).scalar_one_or_none() or 0


def write(connection: Connection, stored: Stored) -> None:
    """Insert an entry and read it back; TamperedError where the database returns something else."""
    values: dict[str, Any] = {
        "number": stored.number,
        "kind": stored.kind,
        "recorded_at": stored.recorded_at,
        "clock": stored.clock,
        "actor": stored.actor,
        "leaf": stored.leaf,
    }
    for name, part in stored.parts.items():
        data = None if part.data is None else packed(part.data)
        values |= {name: data, f"{name}_salt": part.salt, f"{name}_hash": part.hash}
    connection.execute(insert(entry), values)
    if read(connection, stored.number) != stored:
        raise TamperedError(f"entry {stored.number} came back from the database different from what was written")


def read(connection: Connection, number: int) -> Stored:
    """One entry, its hashes checked; TamperedError where they do not fit or the entry is missing."""
    found = row(connection, number)
    if found is None:
        raise TamperedError(f"expected an entry {number}, found none; `sayso ledger verify` shows the details")
    try:
        stored = typed(found)
    except ValueError as error:
        raise TamperedError(f"entry {number}: {error}") from error
    if problems := faults(stored):
        raise TamperedError(f"entry {number}: {problems[0]}; `sayso ledger verify` shows the details")
    return stored


def typed(row: Row) -> Stored:
    """The row with its columns typed; ValueError that names the first column of another type."""
    number, kind, recorded_at, clock, actor = row[:5]
    for name, value in (("kind", kind), ("recorded_at", recorded_at), ("actor", actor)):
        if type(value) is not str:
            raise ValueError(f"expected text as its {name}, found {type(value).__name__}")
    if clock is not None and type(clock) is not str:
        raise ValueError(f"expected text as its clock, found {type(clock).__name__}")
    *blobs, leaf = row[5:]
    parts = dict(_parts(blobs))
    if type(leaf) is not bytes or len(leaf) != HASH_SIZE:
        raise ValueError(f"expected a leaf of {HASH_SIZE} bytes")
    return Stored(number, kind, recorded_at, clock, actor, parts, leaf)


def _parts(blobs: Sequence[Any]) -> Iterator[tuple[str, Part]]:
    for at, name in enumerate(PARTS):
        data, salt, digest = blobs[3 * at : 3 * at + 3]
        if any(value is not None and type(value) is not bytes for value in (data, salt, digest)):
            raise ValueError(f"expected bytes in its {name}")
        if digest is not None:
            yield name, Part(None if data is None else unpacked(data), salt, digest)
        elif data is not None or salt is not None:
            raise ValueError(f"its {name} have no hash")


def faults(stored: Stored) -> list[str]:
    """A clause for each of an entry's columns that do not fit together; empty for a sound entry."""
    found = [fault for name, part in stored.parts.items() if (fault := _part_fault(name, part))]
    for name, written in (("recorded_at", stored.recorded_at), ("clock", stored.clock)):
        try:
            moment_of(written or stored.recorded_at)
        except ValueError:
            found.append(f"its {name} is not a time")
    if stored.leaf != stored.computed_leaf():
        found.append("its leaf is not the hash of its columns")
    return found


def _part_fault(name: str, part: Part) -> str | None:
    if part.data is None and part.salt is None:
        return f"its {name} have been removed, and no entry records who removed them"
    if part.data is None or part.salt is None or len(part.salt) != SALT_SIZE:
        return f"its {name} and their salt do not fit together"
    if sha256(part.salt + part.data).digest() != part.hash:
        return f"its {name} have been changed"
    return None


def entry_of(stored: Stored) -> LedgerEntry:
    """The `LedgerEntry` of a stored row; ValueError (pydantic's) for an unknown kind."""
    return LedgerEntry.model_validate(
        {
            "number": stored.number,
            "kind": stored.kind,
            "recorded_at": moment_of(stored.recorded_at),
            "clock": stored.clock and moment_of(stored.clock),
            "actor": stored.actor,
            "leaf": stored.leaf.hex(),
        }
    )
