"""A ledger in an SQLite file: created, opened, locked and closed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from time import monotonic, sleep
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, QueuePool, create_engine, event

from sayso.errors import LedgerError, NoLedgerError

_WRITES = "ledger_writes"


class SQLite:
    """One file. With a write-ahead log (`keep_journal`), readers continue while one program writes."""

    reading: Mapping[str, Any] = {}
    writing: Mapping[str, Any] = {_WRITES: True}

    def __init__(self, url: URL, *, write: bool, make: bool, timeout: float) -> None:
        """`make`: create a missing file and its folder. Does not connect yet."""
        self.file = _file(url)
        self.where = str(self.file)
        if make:
            _make_folder(self.file.parent)
            _make_file(self.file)
        elif not os.path.exists(self.file):  # unlike the method, does not raise where the folder cannot be looked into
            raise NoLedgerError(
                f"expected a ledger at {self.file}, found no file that can be read; `sayso run` makes one"
            )
        self.engine = create_engine(
            "sqlite://",
            creator=lambda: _connect(self.file, write, timeout),
            poolclass=QueuePool,
            hide_parameters=True,
        )
        event.listen(self.engine, "begin", _begin)

    def lock(self, connection: Connection) -> None:
        """Nothing: a writing transaction locks the file as it begins."""

    def keep_journal(self) -> None:
        """Use a write-ahead log from now on; the setting stays with the file."""
        with self.engine.connect() as connection:
            _log_ahead(connection.connection.dbapi_connection)

    def settle(self) -> None:
        """Move the write-ahead log's content into the file, unless others are reading just now."""
        with self.engine.connect() as connection:
            _settle(connection.connection.dbapi_connection)


def _file(url: URL) -> Path:
    if not url.database or url.database == ":memory:":
        raise LedgerError("expected a database that outlives the program, found one in memory; name a file")
    return Path(url.database).absolute()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(
            f"expected a folder for the ledger at {folder}, could not make it: {error.strerror}"
        ) from error


def _make_file(file: Path) -> None:
    """Create a missing file, empty and readable for its owner only: SQLite's journals inherit its permissions.

    It gets its name only once it is closed. Closing a database file that another connection of this program has open
    would drop that connection's locks (https://sqlite.org/howtocorrupt.html, 2.2), and another program could then
    delete the write-ahead log with what is appended to it.
    """
    if os.path.exists(file):
        return
    with suppress(OSError):  # connecting reports the reason
        begun, name = mkstemp(dir=file.parent, prefix=f"{file.name}.", suffix=".part")
        os.close(begun)
        try:
            os.link(name, file)  # fails where another program was faster
        finally:
            os.unlink(name)


def _connect(file: Path, write: bool, timeout: float) -> sqlite3.Connection:
    uri = f"file:{quote(str(file))}?mode={'rwc' if write else _reading_mode(file)}"
    # No isolation level: the driver would begin transactions late, and never BEGIN IMMEDIATE.
    connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)
    for pragma in ("synchronous=FULL", "recursive_triggers=ON", f"query_only={'OFF' if write else 'ON'}"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _reading_mode(file: Path) -> str:
    """SQLite's mode for reading a file without leaving journal files behind.

    Where the file is writable, a read-write connection with `query_only` cleans up its journal files. Where it is not,
    no program here writes to it, and without a journal it can be opened as immutable.
    """
    if os.access(file, os.W_OK) and os.access(file.parent, os.W_OK):
        return "rw"
    return "ro" if file.with_name(file.name + "-wal").exists() else "ro&immutable=1"


def _log_ahead(connection: Any) -> None:
    deadline = monotonic() + connection.execute("PRAGMA busy_timeout").fetchone()[0] / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:  # SQLite does not wait by itself while others open the new file too
            if monotonic() > deadline:
                raise
            sleep(0.02)
        else:
            return


def _settle(connection: Any) -> None:
    connection.execute("PRAGMA busy_timeout = 200")  # with a longer reader, the next program to close does it
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _begin(connection: Connection) -> None:
    writes: Any = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
