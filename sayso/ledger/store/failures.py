"""Database errors translated into errors of ours, one sentence each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DataError, DBAPIError, SQLAlchemyError

from sayso.errors import LedgerError, SaysoError, TamperedError, UnfitError

_NEVER_WRITTEN = "it holds a row that Sayso never writes, and was left as it is; restore it from a copy that verifies"

MEANINGS: tuple[tuple[str, type[SaysoError], str], ...] = (
    ("database is locked", LedgerError, "it is locked: another program has been writing for too long; try again later"),
    ("lock timeout", LedgerError, "it is locked: another program has been writing for too long; try again later"),
    ("readonly database", LedgerError, "it is read-only: expected a file and folder that can be written"),
    ("unable to open", LedgerError, "it cannot be opened: expected a file in a folder that can be read and written"),
    ("disk is full", LedgerError, "the disk is full, and nothing of this was recorded; make room and run again"),
    ("disk I/O error", LedgerError, "the disk refused to read or write, and nothing of this was recorded; is it full?"),
    ("not a database", LedgerError, "it is not an SQLite database, or its first bytes are damaged"),
    ("malformed", TamperedError, "its file is damaged; restore it from a copy, and find out who or what changed it"),
    ("unsupported file format", TamperedError, "the header of its file is damaged; restore it from a copy"),
    ("never changes or removes", LedgerError, "it never changes or removes what it holds"),
    ("CHECK constraint failed", TamperedError, _NEVER_WRITTEN),
    ("check constraint", TamperedError, _NEVER_WRITTEN),
    ("only the entry after its last", LedgerError, "it takes only the entry after its last"),
)


UNREADABLE = (SQLAlchemyError, sqlite3.Error, UnicodeDecodeError, MemoryError)
"""What reading a damaged file may raise: a changed name is not UTF-8, a changed length asks for too much memory."""


def cause(error: BaseException) -> str:
    """The database's own message."""
    said = error.orig if isinstance(error, DBAPIError) and error.orig else error
    return str(said) or type(said).__name__


def meaning(where: str, error: BaseException) -> SaysoError:
    """The error to raise for one that the database raised."""
    said = cause(error)
    if isinstance(error, UnicodeDecodeError):
        said = "malformed"
    for found, kind, sentence in MEANINGS:
        if found in said:
            return kind(f"the ledger {where}: {sentence}")
    kind = UnfitError if isinstance(error, DataError) else LedgerError
    return kind(f"the ledger {where} could not be read or written: {said}")


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn errors of the database inside the context into errors of ours."""
    try:
        yield
    except UNREADABLE as error:
        raise meaning(where, error) from error
