"""The adopted extraction of each article, which is the one that counts, and the claims in it.

Where several engines have read an article, the first engine's extraction counts until a person adopts another
engine's. A decision that accepts an engine (its id) adopts the extractions it has made so far; the newest such decision
wins; a decision that rejects the engine, or an undo, takes it back. Of several extractions by one engine (the article
was captured again with, say, another title), the last counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, Connection, FromClause, and_, case, exists, or_, select

from sayso.ledger.entries.picker import Place
from sayso.ledger.store.batches import batches
from sayso.ledger.store.tables import entry, view_claim, view_decision, view_extraction, view_link, view_statement
from sayso.ledger.views.undone import undone
from schemas import RULINGS

ADOPTING = ("accept", "confirm")
"""Judgements on an engine that adopt its extractions."""


_KEPT = "sayso.adoptions"


def adopted(connection: Connection, as_of: int, engine: str | None = None) -> ColumnElement[bool]:
    """Whether a row of `view_extraction` is the adopted extraction of its article as of entry `as_of`.

    With an engine (its id): as if its extractions had been adopted now.
    """
    at = _adopted_at(connection, as_of)
    later, first = view_extraction.alias("later"), view_extraction.alias("first")
    superseded = exists().where(
        later.c.article == view_extraction.c.article,
        later.c.engine == view_extraction.c.engine,
        later.c.entry > view_extraction.c.entry,
        later.c.entry <= as_of,
    )
    chosen = (
        select(first.c.engine)
        .where(first.c.article == view_extraction.c.article, first.c.entry <= as_of)
        .order_by(*_newest_first(first, at | ({engine: as_of + 1} if engine else {})), first.c.entry)
        .limit(1)
        .scalar_subquery()
    )
    return and_(view_extraction.c.entry <= as_of, view_extraction.c.engine == chosen, ~superseded)


def _newest_first(row: FromClause, at: Mapping[str, int]) -> list[ColumnElement[int]]:
    """The order of rows of `view_extraction` by when they were adopted, those that never were last."""
    cases = [(and_(row.c.engine == engine, row.c.entry < entry), entry) for engine, entry in at.items()]
    return [case(*cases, else_=0).desc()] if cases else []


def _adopted_at(connection: Connection, as_of: int) -> dict[str, int]:
    """The entry of the decision that adopted each engine's extractions; without engines that are not adopted.

    The last result is cached with the connection: entries up to a given one never change.
    """
    kept: tuple[int, dict[str, int]] | None = connection.info.get(_KEPT)
    if kept is None or kept[0] != as_of:
        gone = undone(connection, as_of)
        columns = select(
            view_decision.c.id, view_decision.c.about, view_decision.c.judgement, view_decision.c.entry
        ).where(_on_engines(as_of), view_decision.c.judgement.in_(RULINGS))
        rows = connection.execute(columns.order_by(view_decision.c.entry))
        newest = {engine: (judgement, entry) for id_, engine, judgement, entry in rows if id_ not in gone}
        found = {engine: entry for engine, (judgement, entry) in newest.items() if judgement in ADOPTING}
        kept = connection.info[_KEPT] = as_of, found
    return kept[1]


def _on_engines(as_of: int) -> ColumnElement[bool]:
    """Whether a row of `view_decision` by entry `as_of` is about an engine."""
    engines = select(view_extraction.c.engine).where(view_extraction.c.entry <= as_of)
    return and_(view_decision.c.about.in_(engines), view_decision.c.entry <= as_of)


def adoptions(connection: Connection, as_of: int, since: int = 0) -> list[int]:
    """The entries of the decisions about engines after entry `since`, in order."""
    query = select(view_decision.c.entry).where(_on_engines(as_of), view_decision.c.entry > since)
    return list(connection.execute(query.order_by(view_decision.c.entry)).scalars())


def places(
    connection: Connection, as_of: int, *conditions: ColumnElement[bool], engine: str | None = None
) -> list[Place]:
    """The places of the claims of adopted extractions for which the conditions hold, in the ledger's order."""
    query = (
        select(view_claim.c.entry, view_claim.c.place, view_claim.c.statement)
        .join(view_extraction, view_extraction.c.entry == view_claim.c.entry)
        .join(entry, entry.c.number == view_claim.c.entry)
        .join(
            view_statement,
            and_(view_statement.c.entry == view_claim.c.entry, view_statement.c.place == view_claim.c.statement),
        )
        .where(adopted(connection, as_of, engine), *conditions)
        .order_by(view_claim.c.entry, view_claim.c.place)
    )
    return [(number, place, of) for number, place, of in connection.execute(query)]


def places_of(connection: Connection, as_of: int, claims: Iterable[str]) -> list[Place]:
    """The places of the claims with these ids, each once, in the ledger's order; without those not adopted."""
    return sorted(place_of_each(connection, as_of, claims).values())


def place_of_each(connection: Connection, as_of: int, claims: Iterable[str]) -> dict[str, Place]:
    """The place of each of the claims with these ids, without those not adopted."""
    found: dict[str, Place] = {}
    for some in batches(claims):
        query = (
            select(view_claim.c.id, view_claim.c.entry, view_claim.c.place, view_claim.c.statement)
            .join(view_extraction, view_extraction.c.entry == view_claim.c.entry)
            .where(adopted(connection, as_of), view_claim.c.id.in_(some))
            .order_by(view_claim.c.entry, view_claim.c.place)
        )
        for claim, number, place, of in connection.execute(query):
            found.setdefault(claim, (number, place, of))
    return found


def linked() -> ColumnElement[bool]:
    """Whether the claim in a row of `view_claim` was ever linked."""
    return or_(exists().where(view_link.c.a == view_claim.c.id), exists().where(view_link.c.b == view_claim.c.id))


def linked_places(connection: Connection, entries: Iterable[int]) -> list[Place]:
    """The places of the claims in these extraction entries that were ever linked, in the ledger's order."""
    query = select(view_claim.c.entry, view_claim.c.place, view_claim.c.statement).where(linked())
    return sorted(
        (number, place, of)
        for some in batches(entries)
        for number, place, of in connection.execute(query.where(view_claim.c.entry.in_(some)))
    )


def extractions(connection: Connection, as_of: int, *conditions: ColumnElement[bool]) -> list[tuple[int, int]]:
    """(entry, entry of its article) of each adopted extraction for which the conditions hold, in order."""
    columns = select(view_extraction.c.entry, view_extraction.c.read_from)
    made = columns.join(entry, entry.c.number == view_extraction.c.entry)
    query = made.where(adopted(connection, as_of), *conditions).order_by(view_extraction.c.entry)
    return [(number, read_from) for number, read_from in connection.execute(query)]
