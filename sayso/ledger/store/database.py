"""Connections to the ledger's database, and how its transactions begin."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from sayso.errors import LedgerError
from sayso.ledger.store.failures import explained

WRITES = "ledger_writes"

_READING: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
_PATIENCE = text("SELECT set_config('lock_timeout', :wait, true)")
_LOCK = text("SELECT pg_advisory_xact_lock(8243121)")
"""PostgreSQL's append lock, held until the transaction ends: a number stands for it, as there may be no table yet."""


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
        self.file = _file(parsed) if parsed.get_backend_name() == "sqlite" else None
        self.where = str(self.file) if self.file else parsed.render_as_string(hide_password=True)
        self.engine = _sqlite(self.file, write, make, timeout) if self.file else _server(parsed, self.where)
        self._timeout = timeout

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger, however long it takes."""
        with explained(self.where), self.engine.connect() as plain:
            connection = plain if self.file else plain.execution_options(**_READING)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the append lock from its start; commits at its end, or leaves no trace."""
        with explained(self.where), self.engine.connect() as plain:
            connection = plain.execution_options(**{WRITES: True})
            with connection.begin():
                if self.file is None:
                    connection.execute(_PATIENCE, {"wait": f"{int(self._timeout * 1000)}ms"})
                    connection.execute(_LOCK)
                yield connection

    def keep_journal(self) -> None:
        """Let readers go on while one writes (SQLite's write-ahead log); stays so for the file's life."""
        if self.file:
            with explained(self.where), self.engine.connect() as connection:
                _log_ahead(connection.connection.dbapi_connection)

    def settle(self) -> None:
        """Move what was written from SQLite's write-ahead log into the file, unless others are reading just now."""
        if self.file:
            with explained(self.where), self.engine.connect() as connection:
                _settle(connection.connection.dbapi_connection)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def _file(url: URL) -> Path:
    if not url.database or url.database == ":memory:":
        raise LedgerError("expected a database that outlives the program, found one in memory; name a file")
    return Path(url.database).absolute()


def _server(url: URL, where: str) -> Engine:
    try:
        return create_engine(url, hide_parameters=True)
    except (ImportError, NoSuchModuleError) as error:
        raise LedgerError(
            f"expected a driver for the ledger {where}, found none ({error}); for PostgreSQL, "
            "`pip install psycopg[binary]` and write postgresql+psycopg://..."
        ) from error


def _sqlite(file: Path, write: bool, make: bool, timeout: float) -> Engine:
    if make:
        _make_folder(file.parent)
        _make_file(file)
    elif not os.path.exists(file):  # unlike the method, does not raise where the folder cannot be looked into
        raise LedgerError(f"expected a ledger at {file}, found no file that can be read; `sayso run` makes one")
    engine = create_engine(
        "sqlite://", creator=lambda: _connect(file, write, timeout), poolclass=QueuePool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(
            f"expected a folder for the ledger at {folder}, could not make it: {error.strerror}"
        ) from error


def _make_file(file: Path) -> None:
    """An empty file, if there is none, that nobody else may read: SQLite's journals take its permissions on."""
    with suppress(OSError):  # whoever then connects is told why not
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))


def _connect(file: Path, write: bool, timeout: float) -> sqlite3.Connection:
    uri = f"file:{quote(str(file))}?mode={'rwc' if write else _reading_mode(file)}"
    # No isolation level: the driver would begin transactions late, and never an immediate one.
    connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)
    for pragma in ("synchronous=FULL", "recursive_triggers=ON", f"query_only={'OFF' if write else 'ON'}"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _reading_mode(file: Path) -> str:
    """How to open a file for reading without leaving a trace.

    Where it could be written, a connection that may (and is told not to) leaves no journal files behind. Where it
    could not, nobody here writes, and a file without a journal can be read as one that does not change.
    """
    if os.access(file, os.W_OK) and os.access(file.parent, os.W_OK):
        return "rw"
    return "ro" if file.with_name(file.name + "-wal").exists() else "ro&immutable=1"


def _log_ahead(connection: Any) -> None:
    deadline = monotonic() + connection.execute("PRAGMA busy_timeout").fetchone()[0] / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:  # where others are opening the new file too, SQLite does not wait by itself
            if monotonic() > deadline:
                raise
            sleep(0.02)
        else:
            return


def _settle(connection: Any) -> None:
    connection.execute("PRAGMA busy_timeout = 200")  # whoever reads for longer leaves it to the next
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _begin(connection: Connection) -> None:
    writes: Any = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
