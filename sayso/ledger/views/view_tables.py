"""The view tables in the database: written, emptied, and compared with the entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, exists, insert, or_, select

from sayso.ledger.store.tables import VIEWS, entry, view_capture, view_extraction
from sayso.ledger.views.view_rows import Rows


def write_views(connection: Connection, rows: Rows) -> None:
    """Insert these rows."""
    for table, new in rows.items():
        if new:
            connection.execute(insert(table), new)


def clear_views(connection: Connection) -> None:
    """Empty all views."""
    for table in VIEWS:
        connection.execute(delete(table))


def disagreeing(connection: Connection, number: int, rows: Rows) -> list[str]:
    """Names of the views whose rows of entry `number` are not `rows`."""
    return [table.name for table in VIEWS if _held(connection, table, number) != _as_tuples(table, rows.get(table, ()))]


def _held(connection: Connection, table: Table, number: int) -> list[tuple[Any, ...]]:
    query = select(table).where(table.c.entry == number).order_by(*table.primary_key.columns)
    return [tuple(row) for row in connection.execute(query)]


def _as_tuples(table: Table, rows: Iterable[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    return [tuple(row[column.name] for column in table.columns) for row in rows]


def strays(connection: Connection) -> list[tuple[str, int]]:
    """(view, entry) for every entry in a view that does not exist, or is numbered below 1."""
    return [
        (table.name, number)
        for table in VIEWS
        for number in connection.execute(
            select(table.c.entry)
            .where(or_(~exists().where(entry.c.number == table.c.entry), table.c.entry < 1))
            .distinct()
            .order_by(table.c.entry)
        ).scalars()
    ]


def without_extraction(connection: Connection) -> list[int]:
    """The capture entries whose article has no extraction, which appending never leaves behind."""
    read = view_capture.alias("read")
    extracted = (
        select(read.c.entry)
        .join(view_extraction, view_extraction.c.read_from == read.c.entry)
        .where(read.c.version == view_capture.c.version)
    )
    query = select(view_capture.c.entry).where(view_capture.c.article.is_not(None), ~extracted.exists())
    return list(connection.execute(query.order_by(view_capture.c.entry)).scalars())
