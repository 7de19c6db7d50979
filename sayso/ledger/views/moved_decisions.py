"""Where the words stand now that people decided about, where their article counts in another reading since.

A decision is about an id, which hashes a place. Where the adopted reading has nothing of that id, the decision is about
what it has at that place: what shares at least half of the characters of both, with the same chain. Where there is
nothing of the kind the decision is orphaned: it stays in the record, and counts for nothing that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, Table, func, select

from sayso.ledger.entries.picker import Picker
from sayso.ledger.store.batches import batches
from sayso.ledger.store.tables import view_claim, view_decision, view_extraction, view_link, view_statement
from sayso.ledger.views.adopted_readings import adopted, places
from schemas import Claim, PublishedClaim, Span, Statement
from schemas.record import hash_of
from schemas.span import characters

LEAST = 0.5
"""Of the characters of two readings, the least that both have if they are of the same words."""

_KEPT = "sayso.moved"

T = TypeVar("T", Claim, Statement)


@dataclass(frozen=True)
class Moved:
    """`now` gives what has an id of its own since, by the id that was decided about; `orphans` are those without."""

    now: dict[str, str] = field(default_factory=dict)
    orphans: tuple[str, ...] = ()

    def before(self, things: Iterable[str]) -> list[str]:
        """These ids, and those that their things had when somebody decided."""
        old: dict[str, list[str]] = {}
        for was, now in self.now.items():
            old.setdefault(now, []).append(was)
        return [each for one in things for each in (one, *old.get(one, ()))]


class _Old(NamedTuple):
    """Where the newest reading stands that has an id which the adopted one has not."""

    article: str
    entry: int
    place: int
    statement: int


def moved(connection: Connection, as_of: int) -> Moved:
    """Of everything decided about by entry `as_of`: what is to be found under another id now, and what nowhere.

    What was found last is kept with the connection: the entries up to one never change.
    """
    kept: tuple[int, Moved] | None = connection.info.get(_KEPT)
    if kept is None or kept[0] != as_of:
        kept = connection.info[_KEPT] = as_of, moved_with(connection, as_of)
    return kept[1]


def moved_with(connection: Connection, as_of: int, engine: str | None = None) -> Moved:
    """The same, worked out anew; as if what this engine (its id) has read had been adopted."""
    decided = _decided(connection, as_of)
    if not decided or not _read_again(connection, as_of):
        return Moved()
    links = _links(connection, as_of, decided)
    claims = _gone(connection, as_of, engine, view_claim, {*decided, *(end for ends in links.values() for end in ends)})
    statements = _gone(connection, as_of, engine, view_statement, decided)
    picker = Picker(connection)
    now: dict[str, str | None] = {}
    for article in sorted({one.article for one in (*claims.values(), *statements.values())}):
        here = places(connection, as_of, view_extraction.c.article == article, engine=engine)
        there = [picker.published_claim(*one) for one in here]
        for claim, old in claims.items():
            if old.article == article:
                now[claim] = _claim(picker.published_claim(*old[1:]), there)
        for statement, old in statements.items():
            if old.article == article:
                read = {one.statement.id: one.statement for one in there}
                now[statement] = _statement(picker.opened(old.entry).statement(old.place), list(read.values()))
    for link, (a, b) in links.items():
        if a in now or b in now:
            ends = {now.get(end, end) for end in (a, b)}
            now[link] = None if None in ends or len(ends) < 2 else hash_of("link", *sorted(filter(None, ends)))
    told = {one: now[one] for one in now.keys() & decided}
    return Moved({one: at for one, at in told.items() if at}, tuple(sorted(one for one, at in told.items() if not at)))


def _decided(connection: Connection, as_of: int) -> set[str]:
    return set(connection.execute(select(view_decision.c.about).where(view_decision.c.entry <= as_of)).scalars())


def _read_again(connection: Connection, as_of: int) -> bool:
    """Whether any article has more than one reading."""
    query = select(view_extraction.c.article).where(view_extraction.c.entry <= as_of)
    several = query.group_by(view_extraction.c.article).having(func.count() > 1).limit(1)
    return connection.execute(several).first() is not None


def _links(connection: Connection, as_of: int, decided: set[str]) -> dict[str, tuple[str, str]]:
    """The two claims of each link that was decided about."""
    columns = select(view_link.c.id, view_link.c.a, view_link.c.b).where(view_link.c.entry <= as_of)
    return {
        link: (a, b)
        for some in batches(decided)
        for link, a, b in connection.execute(columns.where(view_link.c.id.in_(some)))
    }


def _gone(connection: Connection, as_of: int, engine: str | None, view: Table, ids: Iterable[str]) -> dict[str, _Old]:
    """Those of these ids that some reading has and the adopted one of its article has not."""
    found: dict[str, _Old] = {}
    here: set[str] = set()
    of = view.c.statement if view is view_claim else view.c.place
    columns = select(view.c.id, view_extraction.c.article, view.c.entry, view.c.place, of, adopted(as_of, engine))
    query = columns.join(view_extraction, view_extraction.c.entry == view.c.entry).where(view.c.entry <= as_of)
    for some in batches(ids):
        for one, article, entry, place, statement, counts in connection.execute(
            query.where(view.c.id.in_(some)).order_by(view.c.entry)
        ):
            found[one] = _Old(article, entry, place, statement)
            if counts:
                here.add(one)
    return {one: old for one, old in found.items() if one not in here}


def _claim(old: PublishedClaim, there: Sequence[PublishedClaim]) -> str | None:
    """The claim at the same place whose statement has the same chain."""
    found = _nearest(old.claim, [one.claim for one in there if _same_chain(one.statement, old.statement)])
    return found.id if found else None


def _statement(old: Statement, there: Sequence[Statement]) -> str | None:
    found = _nearest(old, [one for one in there if _same_chain(one, old)])
    return found.id if found else None


def _nearest(old: T, there: Sequence[T]) -> T | None:
    shares = [(_overlap(old.spans, one.spans), one) for one in there]
    share, best = max(shares, key=lambda found: found[0], default=(0.0, None))
    return best if share >= LEAST else None


def _overlap(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Of the characters that the spans of either hold, the share that both hold."""
    ours, theirs = characters(a), characters(b)
    return len(ours & theirs) / len(ours | theirs)


def _same_chain(a: Statement, b: Statement) -> bool:
    return a.sourcing == b.sourcing and [(x.role, x.called) for x in a.chain] == [(x.role, x.called) for x in b.chain]
