"""The captures that could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, exists, select

from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.store.tables import entry, view_capture
from schemas import Capture

NOTHING = sha256(b"").hexdigest()
"""The hash of a capture whose bytes could not be read: any number of files share it."""


def problems(connection: Connection, as_of: int, conditions: list[ColumnElement[bool]]) -> Iterator[Capture]:
    """The captures without an article, in the ledger's order; of captures of the same bytes the last counts."""
    reader, later = ContentReader(connection), view_capture.alias("later")
    superseded = exists().where(
        later.c.sha256 == view_capture.c.sha256,
        later.c.sha256 != NOTHING,
        later.c.entry > view_capture.c.entry,
        later.c.entry <= as_of,
    )
    query = (
        select(view_capture.c.entry)
        .join(entry, entry.c.number == view_capture.c.entry)
        .where(view_capture.c.article.is_(None), view_capture.c.entry <= as_of, ~superseded, *conditions)
        .order_by(view_capture.c.entry)
    )
    seen: set[tuple[str, str | None]] = set()
    for number in connection.execute(query).scalars().all():
        capture = reader.captured(number).capture
        if (same := (capture.sha256, capture.problem)) not in seen:
            seen.add(same)
            yield capture
