"""Looks up claims, and everything else that can be judged, by the beginning of their ids."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Column, ColumnElement, Connection, select

from sayso.ledger.store.batches import batches
from sayso.ledger.store.tables import (
    view_claim,
    view_derivation,
    view_extraction,
    view_link,
    view_pair,
    view_statement,
)
from sayso.ledger.views.adopted_readings import adopted

_BEGINNING = re.compile(r"[0-9a-f]{1,32}")
_AFTER = "g"
"""Sorts after every digit of an id, so that a range over an index finds all ids with one beginning."""

THINGS = {
    "claim": view_claim,
    "statement": view_statement,
    "link": view_link,
    "derivation": view_derivation,
    "pair": view_pair,
}
"""The views of what can be judged, by kind; a pair is one of articles, on which somebody decided before."""


def things(connection: Connection, as_of: int, beginning: str, most: int) -> list[tuple[str, str]]:
    """(kind, id) of the things that can be judged and whose id begins so, at most `most` of each kind."""
    if not _BEGINNING.fullmatch(beginning):
        return []
    found: list[tuple[str, str]] = []
    for kind, view in THINGS.items():
        query = select(view.c.id).distinct().where(*begins(view.c.id, beginning), view.c.entry <= as_of)
        ids = connection.execute(query.order_by(view.c.id).limit(most)).scalars()
        found += [(kind, id_) for id_ in ids]
    read_by = view_extraction.c.engine
    query = select(read_by).distinct().where(*begins(read_by, beginning), view_extraction.c.entry <= as_of)
    return found + [("engine", engine) for engine in connection.execute(query.order_by(read_by).limit(most)).scalars()]


def claim_ids(connection: Connection, as_of: int, beginning: str, most: int) -> list[str]:
    """At most `most` ids of claims of adopted extractions that begin so; none where no id can begin so."""
    if not _BEGINNING.fullmatch(beginning):
        return []
    query = (
        select(view_claim.c.id)
        .distinct()
        .join(view_extraction, view_extraction.c.entry == view_claim.c.entry)
        .where(adopted(connection, as_of), *begins(view_claim.c.id, beginning))
        .order_by(view_claim.c.id)
        .limit(most)
    )
    return list(connection.execute(query).scalars())


def article_ids(connection: Connection, as_of: int, claims: Iterable[str]) -> dict[str, str]:
    """The id of the article of each of the claims with these ids; ids that no extraction has are left out."""
    columns = select(view_claim.c.id, view_extraction.c.article).distinct()
    query = columns.join(view_extraction, view_extraction.c.entry == view_claim.c.entry)
    known = query.where(view_claim.c.entry <= as_of)
    rows = (connection.execute(known.where(view_claim.c.id.in_(some))) for some in batches(claims))
    return {claim: article for found in rows for claim, article in found}


def begins(column: Column[str], beginning: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Whether an id begins so: a range, which an index answers."""
    return column >= beginning, column < beginning + _AFTER
