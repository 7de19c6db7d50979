"""What people corrected of who is answerable, as they said it: where that counts today, `moved_decisions` says."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from sayso.ledger.entries.decision_content import DecisionContent
from sayso.ledger.entries.picker import Picker
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.store.tables import view_decision
from sayso.ledger.views.next_versions import Earlier, Told
from sayso.ledger.views.relocated_chain import relocated
from sayso.ledger.views.undone import undone
from schemas import Decision


def corrections(connection: Connection, as_of: int) -> dict[str, Decision]:
    """The newest correction of each statement (id), without those that were taken back."""
    gone, reader = undone(connection, as_of), ContentReader(connection)
    columns = select(view_decision.c.entry, view_decision.c.about, view_decision.c.id)
    query = columns.where(view_decision.c.judgement == "correct", view_decision.c.entry <= as_of)
    rows = connection.execute(query.order_by(view_decision.c.entry)).all()
    newest = {about: entry for entry, about, id_ in rows if id_ not in gone}
    found = {about: reader.content(entry) for about, entry in newest.items()}
    return {
        about: content.decision
        for about, content in found.items()
        if isinstance(content, DecisionContent) and content.decision.chain  # older versions recorded none
    }


def changes_of_corrections(connection: Connection, as_of: int, since: int) -> dict[int, str]:
    """The statement (id) that each correction after entry `since` is about, or each undo of one, by its entry."""
    corrected = select(view_decision.c.about).where(view_decision.c.judgement == "correct")
    query = select(view_decision.c.entry, view_decision.c.about).where(
        view_decision.c.judgement.in_(("correct", "undo")),
        view_decision.c.about.in_(corrected),
        view_decision.c.entry > since,
        view_decision.c.entry <= as_of,
    )
    changed: dict[int, str] = dict(connection.execute(query).all())
    return changed


def followed_corrections(
    connection: Connection, corrected: Mapping[str, Decision], earlier: Mapping[str, list[tuple[Told, Earlier]]]
) -> dict[str, Decision]:
    """The corrections of statements of earlier versions that count for the same words in a later one."""
    picker, found = Picker(connection), {}
    for statement, before in earlier.items():
        for told, one in before:
            decision = corrected.get(one.told.id)
            if decision and one.same and told.kind == "statement":
                was, now = picker.opened(one.told.entry), picker.opened(told.entry)
                by = now.statement(told.place).spans[0].start - was.statement(one.told.place).spans[0].start
                if chain := relocated(decision.chain, now.article.text, by):
                    found[statement] = decision.model_copy(update={"chain": chain})
    return found
