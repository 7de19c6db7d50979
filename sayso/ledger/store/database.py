"""The ledger's database, whichever kind it is, and its two kinds of transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import ArgumentError

from sayso.errors import LedgerError
from sayso.ledger.store.failures import explained
from sayso.ledger.store.postgresql import PostgreSQL
from sayso.ledger.store.sqlite import SQLite


class Database:
    """One ledger's database; `where` names it in messages, `file` is its file where it has one."""

    def __init__(self, url: str, *, write: bool, make: bool, timeout: float) -> None:
        """`make`: the file and its folder, where there are none. `timeout`: seconds to wait for another writer.

        Connects to nothing yet.
        """
        try:
            parsed = make_url(url)
        except ArgumentError as error:
            raise LedgerError(f"expected a database URL such as sqlite:///ledger.db, found {url!r}") from error
        self._kind: SQLite | PostgreSQL
        if parsed.get_backend_name() == "sqlite":
            self._kind = SQLite(parsed, write=write, make=make, timeout=timeout)
        else:
            self._kind = PostgreSQL(parsed, timeout=timeout)
        self.file = self._kind.file
        self.where = self._kind.where

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger, that of its first question, however long it takes."""
        with explained(self.where), self._kind.engine.connect() as plain:
            connection = plain.execution_options(**self._kind.reading)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the append lock from its start; commits at its end, or leaves no trace."""
        with explained(self.where), self._kind.engine.connect() as plain:
            connection = plain.execution_options(**self._kind.writing)
            with connection.begin():
                self._kind.lock(connection)
                yield connection

    def keep_journal(self) -> None:
        """Let readers go on while one writes; stays so for the database's life."""
        with explained(self.where):
            self._kind.keep_journal()

    def settle(self) -> None:
        """Leave the file as one that needs no journal beside it, unless others are reading just now."""
        with explained(self.where):
            self._kind.settle()

    def close(self) -> None:
        """Let go of every connection."""
        self._kind.engine.dispose()
