"""What stands of links, derivations and decisions: folds of the entries up to one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, Table, or_, select

from sayso.ledger.batches import batches
from sayso.ledger.contents import Content
from sayso.ledger.decided import Decided
from sayso.ledger.reader import Reader
from sayso.ledger.tables import view_decision, view_derivation, view_link
from schemas import Decision, Judgement

LINKS, DERIVATIONS = view_link, view_derivation


class Pair(NamedTuple):
    """Where the newest version of a link or derivation stands (entry, place in it), its id and its two ends."""

    entry: int
    place: int
    id: str
    a: str
    b: str

    def other(self, end: str) -> str:
        """The end across from `end`."""
        return self.b if end == self.a else self.a


def newest(connection: Connection, as_of: int, view: Table, ends: Iterable[str]) -> list[Pair]:
    """The newest version of every pair (of links or of derivations) with one of these ends, in the ledger's order."""
    found: dict[str, Pair] = {}
    columns = [view.c[name] for name in Pair._fields]
    for some in batches(ends):
        ours = or_(view.c.a.in_(some), view.c.b.in_(some))
        query = select(*columns).where(view.c.entry <= as_of, ours)
        for row in connection.execute(query):
            pair = Pair(*row)
            found[pair.id] = max(found.get(pair.id, pair), pair)
    return sorted(found.values())


def judged(connection: Connection, as_of: int, things: Iterable[str] | None = None) -> dict[str, Judgement]:
    """The newest judgement of each of these things, or of all that were judged."""
    columns = select(view_decision.c.about, view_decision.c.judgement)
    query = columns.where(view_decision.c.entry <= as_of).order_by(view_decision.c.entry)
    questions = [query] if things is None else [query.where(view_decision.c.about.in_(s)) for s in batches(things)]
    return {about: judgement for question in questions for about, judgement in connection.execute(question)}


def standing(connection: Connection, as_of: int, view: Table, ends: Iterable[str]) -> list[Pair]:
    """As `newest`, without those that the newest decision about them rejects."""
    pairs = newest(connection, as_of, view, ends)
    judgements = judged(connection, as_of, (pair.id for pair in pairs))
    return [pair for pair in pairs if judgements.get(pair.id) != "reject"]


def decisions(connection: Connection, as_of: int, things: Iterable[str]) -> list[Decision]:
    """The decisions about these things, in the order in which they were recorded."""
    reader = Reader(connection)
    numbers: list[int] = []
    for some in batches(things):
        about = view_decision.c.about.in_(some)
        numbers += connection.execute(
            select(view_decision.c.entry).where(view_decision.c.entry <= as_of, about)
        ).scalars()
    return [_decision(reader.content(number)) for number in sorted(numbers)]


def by_end(pairs: Iterable[Pair], ends: Collection[str]) -> Mapping[str, list[Pair]]:
    """The pairs of each of these ends."""
    found: dict[str, list[Pair]] = {end: [] for end in ends}
    for pair in pairs:
        for end in {pair.a, pair.b} & found.keys():
            found[end].append(pair)
    return found


def _decision(content: Content) -> Decision:
    if not isinstance(content, Decided):
        raise TypeError("expected an entry of a decision")
    return content.decision
