"""The newsroom's registry of sources: what it listed beside the sources that come with Sayso, or in place of them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from sayso.ledger.entries.decision_content import DecisionContent
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.store.tables import view_decision
from sayso.ledger.views.undone import undone
from schemas import REGISTRY, Decision


def listed(connection: Connection, as_of: int) -> list[Decision]:
    """The newest decision on each source that was not taken back, in the order of their keys."""
    about = select(view_decision.c.entry).where(view_decision.c.about == REGISTRY, view_decision.c.entry <= as_of)
    reader, gone = ContentReader(connection), undone(connection, as_of)
    contents = [
        reader.content(number) for number in connection.execute(about.order_by(view_decision.c.entry)).scalars()
    ]
    made = [content.decision for content in contents if isinstance(content, DecisionContent)]
    newest = {one.source.key: one for one in made if one.source and one.id not in gone}
    return [newest[key] for key in sorted(newest)]
