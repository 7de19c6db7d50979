"""Claims whose links changed since an entry."""

from __future__ import annotations

from sqlalchemy import Connection, select, union

from sayso.ledger.store.tables import view_decision, view_link


def touched_claims(connection: Connection, as_of: int, since: int) -> set[str]:
    """The ends of links that were recorded, or decided on, after entry `since`."""
    recorded = select(view_link.c.a, view_link.c.b).where(view_link.c.entry > since, view_link.c.entry <= as_of)
    decided = (
        select(view_link.c.a, view_link.c.b)
        .join(view_decision, view_decision.c.about == view_link.c.id)
        .where(view_decision.c.entry > since, view_decision.c.entry <= as_of, view_link.c.entry <= as_of)
    )
    return {end for pair in connection.execute(union(recorded, decided)) for end in pair}
