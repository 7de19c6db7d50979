"""What people decided of pairs of articles: whether both tell one story."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from sayso.ledger.store.tables import view_decision, view_pair
from sayso.ledger.views.undone import undone
from schemas import RULINGS


class PairRuling(NamedTuple):
    """Two articles (ids) that tell one story, or do not; if they do not, `a` is taken out."""

    a: str
    b: str
    together: bool


def pair_rulings(connection: Connection, as_of: int) -> list[PairRuling]:
    """The newest ruling on each pair, the newest first; without those that were taken back or reopened."""
    gone = undone(connection, as_of)
    columns = select(view_decision.c.id, view_decision.c.about, view_decision.c.judgement, view_pair.c.a, view_pair.c.b)
    query = (
        columns.outerjoin(view_pair, view_pair.c.entry == view_decision.c.entry)
        .where(
            view_decision.c.entry <= as_of,
            view_decision.c.about.in_(select(view_pair.c.id)),
            view_decision.c.judgement.in_(RULINGS),
        )
        .order_by(view_decision.c.entry)
    )
    newest: dict[str, str] = {}
    ends: dict[str, tuple[str, str]] = {}
    for id_, pair, judgement, a, b in connection.execute(query):
        if a and (id_ not in gone or pair not in ends):
            ends[pair] = a, b
        if id_ not in gone:
            newest.pop(pair, None)
            newest[pair] = judgement
    return [
        PairRuling(*ends[pair], judgement == "confirm")
        for pair, judgement in reversed(newest.items())
        if judgement in ("confirm", "reject")
    ]
