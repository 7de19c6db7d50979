"""The ledger's database, SQLite or PostgreSQL, and its two kinds of transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError

from sayso.errors import LedgerError
from sayso.ledger.store.failures import explained
from sayso.ledger.store.postgresql import PostgreSQL
from sayso.ledger.store.sqlite import SQLite


def files_of(url: str) -> tuple[Path, ...]:
    """The files in which an SQLite database may be, its journals included; none for a server's."""
    parsed = _parsed(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return ()
    file = Path(parsed.database).absolute()
    return file, *(file.with_name(file.name + ending) for ending in ("-wal", "-shm", "-journal"))


def _parsed(url: str) -> URL:
    """The parsed URL; the path of an SQLite file is taken as it stands, also where it has a percent sign."""
    try:
        return make_url(url.replace("%", "%25") if url.startswith("sqlite") else url)
    except ArgumentError as error:
        raise LedgerError(f"expected a database URL such as sqlite:///ledger.db, found {url!r}") from error


class Database:
    """One ledger's database; `where` names it in messages, `file` is SQLite's file, else None."""

    def __init__(self, url: str, *, write: bool, make: bool, timeout: float) -> None:
        """`make`: create a missing file and its folder. `timeout`: seconds to wait for another writer.

        Does not connect yet.
        """
        parsed = _parsed(url)
        self._kind: SQLite | PostgreSQL
        if parsed.get_backend_name() == "sqlite":
            self._kind = SQLite(parsed, write=write, make=make, timeout=timeout)
        else:
            self._kind = PostgreSQL(parsed, timeout=timeout)
        self.file = self._kind.file
        self.where = self._kind.where

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger throughout, that of its first query."""
        with explained(self.where), self._kind.engine.connect() as plain:
            connection = plain.execution_options(**self._kind.reading)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the append lock from its start; commits at its end, or rolls back on an error."""
        with explained(self.where), self._kind.engine.connect() as plain:
            connection = plain.execution_options(**self._kind.writing)
            with connection.begin():
                self._kind.lock(connection)
                yield connection

    def keep_journal(self) -> None:
        """Let readers continue while one program writes; the setting stays with the database."""
        with explained(self.where):
            self._kind.keep_journal()

    def settle(self) -> None:
        """Move the journal into the file, unless others are reading just now."""
        with explained(self.where):
            self._kind.settle()

    def close(self) -> None:
        """Close every connection."""
        self._kind.engine.dispose()
