"""The views: rows that tell where in the ledger an id, a file or some words are to be found. Folds of the entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, exists, insert, select

from sayso.ledger.contents import Captured, Content, Extracted
from sayso.ledger.tables import VIEWS, entry, view_capture, view_claim, view_extraction, view_statement

Rows = Mapping[Table, list[dict[str, Any]]]


def fold_words(words: str) -> str:
    """Words as they are searched: case folded, any run of white space (or NUL) one space."""
    return " ".join(words.casefold().replace("\0", " ").split())


def rows_of(number: int, content: Content) -> Rows:
    """What the views hold of entry `number`; KeyError for a claim of no statement."""
    return _capture_rows(number, content) if isinstance(content, Captured) else _extraction_rows(number, content)


def _capture_rows(number: int, content: Captured) -> Rows:
    capture = content.capture
    row = {"entry": number, "id": capture.id, "sha256": capture.sha256, "article": capture.article}
    return {view_capture: [{**row, "version": content.version}]}


def _extraction_rows(number: int, content: Extracted) -> Rows:
    extraction = content.extraction
    statements = [
        {"entry": number, "place": place, "id": statement.id, "folded": fold_words(statement.text)}
        for place, statement in enumerate(extraction.statements)
    ]
    places = {row["id"]: row["place"] for row in statements}
    claims = [
        {
            "entry": number,
            "place": place,
            "id": claim.id,
            "statement": places[claim.statement],
            "folded": fold_words(claim.proposition),
        }
        for place, claim in enumerate(extraction.claims)
    ]
    row = {"entry": number, "read_from": content.read_from, "article": extraction.article}
    return {
        view_extraction: [{**row, "engine": extraction.engine.id}],
        view_statement: statements,
        view_claim: claims,
    }


def write_views(connection: Connection, rows: Rows) -> None:
    """Add these rows."""
    for table, new in rows.items():
        if new:
            connection.execute(insert(table), new)


def clear_views(connection: Connection) -> None:
    """Empty them all."""
    for table in VIEWS:
        connection.execute(delete(table))


def disagreeing(connection: Connection, number: int, rows: Rows) -> list[str]:
    """Names of the views that hold something else of entry `number` than these rows."""
    return [table.name for table in VIEWS if _held(connection, table, number) != _as_tuples(table, rows.get(table, ()))]


def _held(connection: Connection, table: Table, number: int) -> list[tuple[Any, ...]]:
    query = select(table).where(table.c.entry == number).order_by(*table.primary_key.columns)
    return [tuple(row) for row in connection.execute(query)]


def _as_tuples(table: Table, rows: Iterable[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    return [tuple(row[column.name] for column in table.columns) for row in rows]


def strays(connection: Connection) -> list[tuple[str, int]]:
    """(view, entry) for every entry that a view tells of and that is not there."""
    return [
        (table.name, number)
        for table in VIEWS
        for number in connection.execute(
            select(table.c.entry)
            .where(~exists().where(entry.c.number == table.c.entry))
            .distinct()
            .order_by(table.c.entry)
        ).scalars()
    ]


def unread(connection: Connection) -> list[int]:
    """The capture entries whose article has no extraction; appending leaves none."""
    read = view_capture.alias("read")
    extracted = (
        select(read.c.entry)
        .join(view_extraction, view_extraction.c.read_from == read.c.entry)
        .where(read.c.version == view_capture.c.version)
    )
    query = select(view_capture.c.entry).where(view_capture.c.article.is_not(None), ~extracted.exists())
    return list(connection.execute(query.order_by(view_capture.c.entry)).scalars())
