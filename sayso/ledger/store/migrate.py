"""Migrates a database to this version's schema; the migrations are part of the package."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from sayso.errors import LedgerError

HEAD = "0007"


def revision(connection: Connection) -> str | None:
    """The schema's revision; None for an empty database. LedgerError where it holds another program's tables."""
    tables = inspect(connection).get_table_names()
    if "ledger_version" in tables:
        return connection.execute(text("SELECT version_num FROM ledger_version")).scalar_one_or_none() or "unknown"
    if tables:
        raise LedgerError(
            f"expected a ledger or an empty database, found the tables {', '.join(tables[:3])}; give the ledger its own"
        )
    return None


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run the missing migrations up to `to`, in the connection's transaction; LedgerError for an unknown revision."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        raise newer(revision(connection)) from error


def outdated(found: str) -> LedgerError:
    """The error for a schema of another revision, opened only for reading."""
    if found > HEAD or not found.isdigit():
        return newer(found)
    return LedgerError(
        f"expected a ledger of schema {HEAD}, found {found}: an older version of Sayso made it; "
        "`sayso ledger rebuild` brings it up to date"
    )


def newer(found: str | None) -> LedgerError:
    """The error for a schema of a later version."""
    return LedgerError(
        f"expected a ledger of schema {HEAD}, found {found}: a newer version of Sayso made it; upgrade Sayso to read it"
    )
