"""Refuses to read a database with rows of entries outside of 1 to the size of the head."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Integer, bindparam, literal, or_, select, union_all
from sqlalchemy.sql.selectable import Exists

from sayso.errors import TamperedError
from sayso.ledger.log.tree_head import read_head
from sayso.ledger.store.tables import VIEWS, entry

_SIZE = bindparam("size", type_=Integer)


def _any(column: Column[int], outside: bool) -> Exists:
    return select(literal(1)).where(column > _SIZE if outside else column < 1).exists()


_OUTSIDE = union_all(
    *(
        select(literal(table.name)).where(or_(_any(column, False), _any(column, True)))
        for table, column in ((entry, entry.c.number), *((view, view.c.entry) for view in VIEWS))
    )
)
"""Names of the tables with such rows; each is answered from an index."""


def expect_within(connection: Connection) -> None:
    """Raise TamperedError where there are entries, or view rows of entries, below 1 or above the head's size."""
    size = read_head(connection).size
    if found := connection.execute(_OUTSIDE, {"size": size}).scalars().all():
        raise TamperedError(
            f"expected entries 1 to {size}, found others in {', '.join(sorted(found))}: nothing is read from a ledger "
            "that somebody else wrote to; `sayso ledger verify` shows the details"
        )
