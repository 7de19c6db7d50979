"""Checks the database itself: its file (SQLite), tables, indexes and triggers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sqlalchemy import Connection, create_engine, text

from sayso.ledger.store.failures import UNREADABLE, cause
from sayso.ledger.store.migrate import upgrade
from sayso.ledger.verify.server_schema import Catalogue, catalogue, expected_catalogue

_OBJECTS = text("SELECT type, name, tbl_name, sql FROM sqlite_master")


def file_findings(connection: Connection) -> Iterator[str]:
    """The findings of SQLite's own integrity check, over pages, cells and indexes."""
    try:
        found = [str(line) for line in connection.execute(text("PRAGMA integrity_check")).scalars()]
    except UNREADABLE as error:
        found = [cause(error)]
    for line in found if found != ["ok"] else ():
        yield f"The database file is damaged: {' '.join(line.split())}."


def schema_findings(connection: Connection) -> Iterator[str]:
    """How tables, indexes and triggers differ from those of a new database; LedgerError where none can be made."""
    sqlite = connection.dialect.name == "sqlite"
    expected = _expected() if sqlite else expected_catalogue(connection)
    try:
        found = _schema(connection) if sqlite else catalogue(connection)
    except UNREADABLE as error:
        yield f"The database's schema cannot be read: {cause(error)}."
        return
    for name in sorted(expected.keys() - found.keys()):
        yield f"The {name} is missing from the database."
    for name in sorted(found.keys() - expected.keys()):
        yield f"The {name} was added to the database, and not by Sayso."
    for name in sorted(found.keys() & expected.keys()):
        if found[name] != expected[name]:
            yield f"The {name} of the database is not as Sayso made it."


@cache
def _expected() -> Catalogue:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        upgrade(connection)
        expected = _schema(connection)
    engine.dispose()
    return expected


def _schema(connection: Connection) -> Catalogue:
    found: Catalogue = {}
    for kind, name, table, sql in connection.execute(_OBJECTS):  # a damaged schema may hold a name twice
        found[f"{kind} {name}"] = (*found.get(f"{kind} {name}", ()), table, sql)
    return found
