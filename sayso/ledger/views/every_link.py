"""Every link of the ledger, a batch at a time: a ledger may have more of them than memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from sayso.ledger.entries.picker import Picker
from sayso.ledger.store.batches import MOST
from sayso.ledger.store.tables import view_link
from sayso.ledger.views.adopted_readings import place_of_each
from sayso.ledger.views.standing_links import LinkedPair
from schemas import Link


def every_link(
    connection: Connection, picker: Picker, as_of: int, entries: Collection[int] | None = None
) -> Iterator[Link]:
    """The newest version of every link between claims of adopted extractions, rejected ones too, in the ledger's order.

    With `entries`: those with a claim of one of these extractions. Links of claims that have words in common, which
    older versions made, are left out.
    """
    for pairs in _batches(connection, as_of):
        places = place_of_each(connection, as_of, {end for pair in pairs for end in (pair.a, pair.b)})
        for pair in pairs:
            if not (pair.a in places and pair.b in places):
                continue
            a, b = places[pair.a], places[pair.b]
            listed = entries is None or a[0] in entries or b[0] in entries
            within = a[0] == b[0] and picker.published_claim(*a).claim.overlaps(picker.published_claim(*b).claim)
            if listed and not within:
                yield picker.link(pair.entry, pair.place)


def _batches(connection: Connection, as_of: int) -> Iterator[list[LinkedPair]]:
    """The newest version of each link, in the ledger's order, `MOST` at a time."""
    columns = [view_link.c[name] for name in LinkedPair._fields]
    query = select(*columns).where(view_link.c.entry <= as_of, ~_superseded(as_of)).order_by(*columns[:2]).limit(MOST)
    entry, place = 0, -1
    while some := [LinkedPair(*row) for row in connection.execute(query.where(_behind(entry, place)))]:
        yield some
        entry, place = some[-1][:2]


def _behind(entry: int, place: int) -> ColumnElement[bool]:
    here = view_link.c
    return or_(here.entry > entry, and_(here.entry == entry, here.place > place))


def _superseded(as_of: int) -> ColumnElement[bool]:
    """Whether a later version of the link is recorded."""
    later, this = view_link.alias("later").c, view_link.c
    behind = or_(later.entry > this.entry, and_(later.entry == this.entry, later.place > this.place))
    return exists().where(later.id == this.id, later.entry <= as_of, behind)
