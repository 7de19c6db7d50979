"""Appends links, derivations and decisions: the ledger must hold their subjects, and nothing is recorded twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Connection, Table, select

from sayso.errors import LedgerError
from sayso.ledger.append.growth import Growth
from sayso.ledger.entries.decision_content import DecisionContent, draft_decision
from sayso.ledger.entries.linking_content import LinkingContent, draft_linking
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.log.tree_head import read_head
from sayso.ledger.store.batches import batches
from sayso.ledger.store.tables import (
    view_capture,
    view_claim,
    view_decision,
    view_derivation,
    view_extraction,
    view_link,
    view_pair,
)
from sayso.ledger.views.undone import undone
from sayso.ledger.views.version import THINGS, unknown
from schemas import REGISTRY, Decision, Derivation, Link, Linking

NOTICEABLE = 50
"""Thousandths by which the containment of a derivation must differ to be recorded again: a twentieth of the shorter
text. A newer way of counting words changes it by less."""


def append_linking(growth: Growth, linking: Linking) -> None:
    """Add the new links and derivations of `linking`; LedgerError for a claim or article that the ledger does not hold.

    A link is new where its relation or `one_origin` differs from the newest version of the pair; a derivation, where
    `earlier` differs, or its containment by at least `NOTICEABLE`. Of a pair that comes twice, the last counts.
    """
    connection = growth.connection
    links = {link.id: link for link in linking.links}
    derivations = {derivation.id: derivation for derivation in linking.derivations}
    _expect(connection, "a claim", view_claim.c.id, _ends(links.values()))
    _expect(connection, "an article", view_capture.c.article, _ends(derivations.values()))
    new = linking.model_copy(
        update={
            "links": tuple(_new_links(connection, links)),
            "derivations": tuple(_new_derivations(connection, derivations)),
        }
    )
    if new.links or new.derivations:
        growth.add(draft_linking(new), LinkingContent(new))


def append_decision(growth: Growth, decision: Decision) -> None:
    """Add `decision` unless it is recorded already; LedgerError where the ledger does not hold what it is about."""
    connection = growth.connection
    if decision.articles:
        _expect(connection, "articles", view_capture.c.article, set(decision.articles))
    elif decision.about != REGISTRY:
        held = (*(view.c.id for view in THINGS), view_extraction.c.engine, view_pair.c.id)
        if not any(_held(connection, column, [decision.about]) for column in held):
            raise unknown(decision.about)
    query = select(view_decision.c.entry).where(view_decision.c.id == decision.id)
    number = connection.execute(query).scalar_one_or_none()
    if number is None:
        if decision.undoes:
            _expect_in_effect(connection, decision)
        growth.add(draft_decision(decision), DecisionContent(decision))
    elif ContentReader(connection).content(number) != DecisionContent(decision):
        raise LedgerError(f"expected a decision with an id of its own, found that entry {number} has {decision.id!r}")


def _expect_in_effect(connection: Connection, undo: Decision) -> None:
    """LedgerError unless what `undo` takes back is a decision on the same thing that nobody has taken back."""
    columns = select(view_decision.c.about, view_decision.c.entry).where(view_decision.c.id == undo.undoes)
    found = connection.execute(columns).first()
    if found is None or found.about != undo.about:
        raise LedgerError(f"expected a decision on {undo.about} to take back, found {undo.undoes!r}; check the id")
    if undo.undoes in undone(connection, read_head(connection).size):
        raise LedgerError(
            f"expected a decision that counts, found that the one in entry {found.entry} was taken back meanwhile; "
            "nothing is recorded"
        )


def _ends(pairs: Iterable[Link | Derivation]) -> set[str]:
    return {end for pair in pairs for end in (pair.a, pair.b)}


def _expect(connection: Connection, what: str, column: Column[Any], ids: set[str]) -> None:
    if strays := ids - _held(connection, column, sorted(ids)):
        raise LedgerError(f"expected {what} that the ledger holds at each end, found the unknown id {min(strays)!r}")


def _held(connection: Connection, column: Column[Any], ids: Iterable[str]) -> set[str]:
    return {
        id_ for some in batches(ids) for id_ in connection.execute(select(column).where(column.in_(some))).scalars()
    }


def _new_links(connection: Connection, links: dict[str, Link]) -> Iterable[Link]:
    columns = ("relation", "one_origin")
    known = _newest(connection, view_link, columns, links)
    return (link for link in links.values() if known.get(link.id) != (link.relation, link.one_origin))


def _new_derivations(connection: Connection, derivations: dict[str, Derivation]) -> Iterable[Derivation]:
    known = _newest(connection, view_derivation, ("earlier", "containment"), derivations)
    for derivation in derivations.values():
        earlier, containment = known.get(derivation.id, (derivation.earlier, None))
        moved = containment is None or abs(round(derivation.containment * 1000) - containment) >= NOTICEABLE
        if moved or earlier != derivation.earlier:
            yield derivation


def _newest(
    connection: Connection, view: Table, columns: tuple[str, ...], ids: Iterable[str]
) -> dict[str, tuple[Any, ...]]:
    """These columns of the newest version of each id."""
    found = {}
    for some in batches(ids):
        query = select(view.c.id, *(view.c[name] for name in columns)).where(view.c.id.in_(some))
        for key, *values in connection.execute(query.order_by(view.c.entry)):
            found[key] = tuple(values)
    return found
