"""Claims by the beginning of their ids."""

from __future__ import annotations

import re

from sqlalchemy import Connection, select

from sayso.ledger.adopted import adopted
from sayso.ledger.tables import view_claim, view_extraction

_BEGINNING = re.compile(r"[0-9a-f]{1,32}")
_AFTER = "g"
"""Comes after every digit of an id, so that a range over an index finds all ids with one beginning."""


def named(connection: Connection, as_of: int, beginning: str, most: int) -> list[str]:
    """The ids, `most` at most, of claims of adopted extractions that begin so; none where that begins no id."""
    if not _BEGINNING.fullmatch(beginning):
        return []
    query = (
        select(view_claim.c.id)
        .distinct()
        .join(view_extraction, view_extraction.c.entry == view_claim.c.entry)
        .where(adopted(as_of), view_claim.c.id >= beginning, view_claim.c.id < beginning + _AFTER)
        .order_by(view_claim.c.id)
        .limit(most)
    )
    return list(connection.execute(query).scalars())
