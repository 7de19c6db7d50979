"""Links, derivations and decisions as of an entry: the newest versions, without those that were rejected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, or_, select

from sayso.ledger.entries.contents import Content
from sayso.ledger.entries.decision_content import DecisionContent
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.store.batches import batches
from sayso.ledger.store.tables import view_decision, view_derivation, view_link
from sayso.ledger.views.moved_decisions import Moved, moved, moved_with
from sayso.ledger.views.same_words import Digests
from sayso.ledger.views.undone import undone
from schemas import RULINGS, Decision, Judgement

LINKS, DERIVATIONS = view_link, view_derivation


class LinkedPair(NamedTuple):
    """The newest version of a link or derivation: its entry, its place there, its id and its two ends."""

    entry: int
    place: int
    id: str
    a: str
    b: str

    def other(self, end: str) -> str:
        """The end that is not `end`."""
        return self.b if end == self.a else self.a


def newest(connection: Connection, as_of: int, view: Table, ends: Iterable[str]) -> list[LinkedPair]:
    """The newest version of every link (or derivation, by `view`) with one of these ends, in the ledger's order."""
    found: dict[str, LinkedPair] = {}
    columns = [view.c[name] for name in LinkedPair._fields]
    for some in batches(ends):
        ours = or_(view.c.a.in_(some), view.c.b.in_(some))
        query = select(*columns).where(view.c.entry <= as_of, ours)
        for row in connection.execute(query):
            pair = LinkedPair(*row)
            found[pair.id] = max(found.get(pair.id, pair), pair)
    return sorted(found.values())


def judged(connection: Connection, as_of: int, things: Iterable[str] | None = None) -> dict[str, Judgement]:
    """The newest ruling (`RULINGS`) on each of these things, or on everything that was judged.

    Without what was taken back: notes, queries and the like judge nothing.
    """
    here, gone = moved(connection, as_of), undone(connection, as_of)
    columns = select(view_decision.c.entry, view_decision.c.about, view_decision.c.judgement, view_decision.c.id)
    query = columns.where(view_decision.c.entry <= as_of, view_decision.c.judgement.in_(RULINGS))
    asked = [query] if things is None else _about(query, here.before(things))
    rows = sorted(tuple(row) for question in asked for row in connection.execute(question))
    counting = [(about, judgement) for _, about, judgement, id_ in rows if id_ not in gone]
    return {thing: judgement for about, judgement in counting for thing in here.all_of(about)}


def standing(connection: Connection, as_of: int, view: Table, ends: Iterable[str]) -> list[LinkedPair]:
    """Like `newest`, without pairs that the newest decision about them rejects."""
    pairs = newest(connection, as_of, view, ends)
    judgements = judged(connection, as_of, (pair.id for pair in pairs))
    return [pair for pair in pairs if judgements.get(pair.id) != "reject"]


def decisions(connection: Connection, as_of: int, things: Iterable[str]) -> list[Decision]:
    """The decisions about these things, in the ledger's order, each under the present id of what it is about."""
    here, reader, things = moved(connection, as_of), ContentReader(connection), list(things)
    asked = _about(select(view_decision.c.entry).where(view_decision.c.entry <= as_of), here.before(things))
    numbers = {number for question in asked for number in connection.execute(question).scalars()}
    made = [_decision(reader.content(number)) for number in sorted(numbers)]
    wanted: dict[str, list[str]] = {}
    for thing in dict.fromkeys(things):
        for name in here.names(thing):
            wanted.setdefault(name, []).append(thing)
    digests = Digests(connection, here)
    return _corrections(here, things) + [
        digests.as_if_on(thing, decision) for decision in made for thing in wanted.get(decision.about, ())
    ]


def decided(connection: Connection, as_of: int, judgement: Judgement | None = None, since: int = 0) -> set[str]:
    """Everything about which anybody decided, noted or asked something (of this kind) after entry `since`.

    Under its present id.
    """
    here = moved(connection, as_of)
    query = select(view_decision.c.about).where(view_decision.c.entry <= as_of, view_decision.c.entry > since)
    query = query.where(view_decision.c.judgement == judgement) if judgement else query
    return {thing for about in connection.execute(query.distinct()).scalars() for thing in here.all_of(about)}


def _corrections(here: Moved, things: Iterable[str]) -> list[Decision]:
    """The corrections of these statements that were made of other words, some of which they are."""
    made = [(thing, here.corrected[thing]) for thing in things if thing in here.corrected]
    return [
        decision.model_copy(update={"about": thing})
        for thing, decision in made
        if thing not in here.all_of(decision.about)
    ]


def orphaned(connection: Connection, as_of: int, engine: str | None = None) -> list[Decision]:
    """The newest decision about each thing that the adopted extraction of its article no longer contains.

    Without what was taken back. With an engine (its id): as if its extractions had been adopted now.
    """
    orphans, gone = moved_with(connection, as_of, engine).orphans, undone(connection, as_of)
    made = decisions(connection, as_of, orphans)
    still = [one for one in made if one.judgement != "undo" and one.id not in gone]
    return list({decision.about: decision for decision in still}.values())


def _about(query: Select[Any], things: Iterable[str]) -> list[Select[Any]]:
    return [query.where(view_decision.c.about.in_(some)) for some in batches(things)]


def by_end(pairs: Iterable[LinkedPair], ends: Collection[str]) -> Mapping[str, list[LinkedPair]]:
    """For each of `ends` the pairs that have it."""
    found: dict[str, list[LinkedPair]] = {end: [] for end in ends}
    for pair in pairs:
        for end in {pair.a, pair.b} & found.keys():
            found[end].append(pair)
    return found


def _decision(content: Content) -> Decision:
    if not isinstance(content, DecisionContent):
        raise TypeError("expected an entry of a decision")
    return content.decision
