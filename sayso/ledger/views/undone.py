"""Which decisions were taken back."""

from __future__ import annotations

from sqlalchemy import Connection, select

from sayso.ledger.store.tables import view_decision
from schemas import undone_of

_KEPT = "sayso.undone"


def undone(connection: Connection, as_of: int) -> set[str | None]:
    """The ids of the decisions that were taken back by entry `as_of`, undos among them.

    The last result is cached with the connection: entries up to a given one never change.
    """
    kept: tuple[int, set[str | None]] | None = connection.info.get(_KEPT)
    if kept is None or kept[0] != as_of:
        columns = select(view_decision.c.id, view_decision.c.undoes)
        undos = columns.where(view_decision.c.entry <= as_of, view_decision.c.undoes.is_not(None))
        rows = connection.execute(undos.order_by(view_decision.c.entry)).all()
        kept = connection.info[_KEPT] = as_of, undone_of(rows)
    return kept[1]
