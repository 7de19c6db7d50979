"""A ledger in a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import URL, Connection, create_engine, text
from sqlalchemy.exc import NoSuchModuleError

from sayso.errors import LedgerError

_PATIENCE = text("SELECT set_config('lock_timeout', :wait, true)")
_LOCK = text("SELECT pg_advisory_xact_lock(8243121)")
"""The append lock, held until the transaction ends. It locks a number, as there may be no table yet."""


class PostgreSQL:
    """One database. A reading transaction sees the state of its first query, and may change nothing."""

    file = None
    reading: Mapping[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    writing: Mapping[str, Any] = {}

    def __init__(self, url: URL, *, timeout: float) -> None:
        """Does not connect yet. LedgerError where no driver is installed."""
        self.where = url.render_as_string(hide_password=True)
        self._wait = f"{int(timeout * 1000)}ms"
        try:
            self.engine = create_engine(url, hide_parameters=True)
        except (ImportError, NoSuchModuleError) as error:
            raise LedgerError(
                f"expected a driver for the ledger {self.where}, found none ({error}); for PostgreSQL, "
                "`pip install psycopg[binary]` and write postgresql+psycopg://..."
            ) from error

    def lock(self, connection: Connection) -> None:
        """Take the append lock until the transaction ends, or give up after the timeout."""
        connection.execute(_PATIENCE, {"wait": self._wait})
        connection.execute(_LOCK)

    def keep_journal(self) -> None:
        """Nothing: the server keeps its own."""

    def settle(self) -> None:
        """Nothing: the server does."""
