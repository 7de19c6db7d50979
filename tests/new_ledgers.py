"""New ledgers, made without the migrations, which take twenty times as long as what they come to.

Processes that tests start make theirs by the migrations, and so do the tests of the migrations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, create_engine, event, text

from sayso.ledger.store.migrate import revision, upgrade


class New(NamedTuple):
    """What the migrations make of an empty database: statements for its tables, their rows, and what guards them."""

    tables: list[str]
    rows: list[tuple[str, tuple[Any, ...]]]
    guards: list[str]


@cache
def new() -> New:
    """As the migrations make it, once a process."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        upgrade(connection)
        made = contents(connection)
    engine.dispose()
    return made


def contents(connection: Connection) -> New:
    """What is in a database."""
    objects = connection.execute(text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"))
    listed = [(kind == "table", name, sql) for kind, name, sql in objects]
    rows = [
        (f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", tuple(row))
        for is_table, name, _ in listed
        if is_table
        for row in connection.execute(text(f"SELECT * FROM {name}"))
    ]
    tables, guards = ([sql for is_table, _, sql in listed if is_table is kind] for kind in (True, False))
    return New(tables, rows, guards)


def quick(migrate: Callable[[Connection], None]) -> Callable[[Connection], None]:
    """`migrate`, but an empty database gets at once what the migrations would make of it."""
    on_server: list[tuple[str, Any]] = []

    def make(connection: Connection) -> None:
        if revision(connection) is not None:
            migrate(connection)
        elif connection.dialect.name == "sqlite":
            tables, rows, guards = new()
            _execute(connection, [*((one, ()) for one in tables), *rows, *((one, ()) for one in guards)])
        elif on_server:
            _execute(connection, on_server)
        else:
            on_server.extend(_changes(connection, migrate))

    return make


def _execute(connection: Connection, statements: Iterable[tuple[str, Any]]) -> None:
    for statement, values in statements:
        connection.exec_driver_sql(statement, values or None)


def _changes(connection: Connection, migrate: Callable[[Connection], None]) -> list[tuple[str, Any]]:
    """Run the migrations; the statements that change something, with their values."""
    executed: list[tuple[str, Any]] = []

    def note(_: Connection, __: object, statement: str, values: Any, *___: object) -> None:
        if not statement.lstrip().startswith("SELECT"):
            executed.append((statement, values))

    event.listen(connection, "before_cursor_execute", note)
    migrate(connection)
    event.remove(connection, "before_cursor_execute", note)
    return executed
