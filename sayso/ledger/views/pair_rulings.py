"""What people decided of pairs of articles: whether both tell one story."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from sayso.ledger.store.tables import view_decision, view_pair


class PairRuling(NamedTuple):
    """Two articles (ids) that tell one story, or do not; if they do not, `a` is taken out."""

    a: str
    b: str
    together: bool


def pair_rulings(connection: Connection, as_of: int) -> list[PairRuling]:
    """The newest ruling on each pair, the newest first; without those that were taken back."""
    newest = (
        select(view_decision.c.about, func.max(view_decision.c.entry).label("entry"))
        .where(view_decision.c.entry <= as_of, view_decision.c.about.in_(select(view_pair.c.id)))
        .group_by(view_decision.c.about)
        .subquery()
    )
    named = (
        select(view_pair.c.id, func.max(view_pair.c.entry).label("entry"))
        .where(view_pair.c.entry <= as_of)
        .group_by(view_pair.c.id)
        .subquery()
    )
    query = (
        select(view_pair.c.a, view_pair.c.b, view_decision.c.judgement)
        .join(named, (named.c.id == view_pair.c.id) & (named.c.entry == view_pair.c.entry))
        .join(newest, newest.c.about == view_pair.c.id)
        .join(view_decision, view_decision.c.entry == newest.c.entry)
        .where(view_decision.c.judgement.in_(("confirm", "reject")))
        .order_by(newest.c.entry.desc())
    )
    return [PairRuling(a, b, judgement == "confirm") for a, b, judgement in connection.execute(query)]
