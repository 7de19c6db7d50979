"""Maps decisions to the adopted extraction, and to the next versions of its page (see `next_versions`).

A decision is about an id, which hashes a place in the text. Where the adopted extraction has nothing with that id, the
decision applies to the claim or statement at that place: the one that shares at least half of the characters of both
and has the same chain. Where there is none, the decision is orphaned: it stays on record, but has no effect.

A correction of a chain follows its words, whatever the machine reads there: it counts for every statement at least half
of which it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, Table, func, select

from sayso.ledger.entries.picker import Chain, Picker
from sayso.ledger.store.batches import batches
from sayso.ledger.store.tables import view_claim, view_decision, view_extraction, view_link, view_statement
from sayso.ledger.views.adopted_readings import adopted, places
from sayso.ledger.views.corrections import corrections, followed_corrections
from sayso.ledger.views.next_versions import Earlier, Told, any_version, earlier_versions
from schemas import Claim, Decision, PublishedClaim, Span, Statement
from schemas.record import hash_of
from schemas.span import characters

LEAST = 0.5
"""The least share of the characters of two claims or statements that both have, for them to be of the same words."""

_KEPT = "sayso.moved"

T = TypeVar("T", Claim, Statement)


@dataclass(frozen=True)
class Moved:
    """`now`: the present id of each thing that was decided about under another id; `orphans`: ids without one.

    `corrected`: the correction that counts for a statement (its present id). `earlier`: of a thing in a later version
    of a page, itself and what it was before. `links`: under which ids a link of later versions was decided about.
    """

    now: dict[str, str] = field(default_factory=dict)
    orphans: tuple[str, ...] = ()
    corrected: dict[str, Decision] = field(default_factory=dict)
    earlier: dict[str, list[tuple[Told, Earlier]]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)

    @property
    def chains(self) -> dict[str, Chain]:
        """The chains that people gave statements (present ids)."""
        return {statement: decision.chain for statement, decision in self.corrected.items()}

    def present(self, statement: str) -> list[str]:
        """The present ids of a statement that was corrected, and of those to which its correction has moved."""
        moved_to = [id_ for id_, decision in self.corrected.items() if decision.about == statement]
        return list(dict.fromkeys([*self.all_of(statement), *moved_to]))

    def before(self, things: Iterable[str]) -> list[str]:
        """These ids, each followed by the ids under which its thing was decided about."""
        return [name for thing in things for name in self.names(thing)]

    def names(self, thing: str) -> list[str]:
        """The ids under which a thing was decided about, its own first."""
        before = [*(one.told.id for _, one in self.earlier.get(thing, ())), *self.links.get(thing, ())]
        return [name for each in (thing, *before) for name in (each, *self._was.get(each, ()))]

    def all_of(self, about: str) -> list[str]:
        """The present ids of what was decided about under this id: its own, and those in later versions of its page."""
        own = self.now.get(about, about)
        return [own, *self._later.get(own, ())]

    @cached_property
    def _was(self) -> dict[str, list[str]]:
        was: dict[str, list[str]] = {}
        for before, now in self.now.items():
            was.setdefault(now, []).append(before)
        return was

    @cached_property
    def _later(self) -> dict[str, list[str]]:
        later: dict[str, list[str]] = {}
        for thing, found in self.earlier.items():
            for _, one in found:
                later.setdefault(one.told.id, []).append(thing)
        for link, before in self.links.items():
            for each in before:
                later.setdefault(each, []).append(link)
        return later


class _Old(NamedTuple):
    """Where the newest extraction with an id is that the adopted extraction does not have."""

    article: str
    entry: int
    place: int
    statement: int


def moved(connection: Connection, as_of: int) -> Moved:
    """What everything that was decided about by entry `as_of` is called now.

    The last result is cached with the connection: entries up to a given one never change.
    """
    kept: tuple[int, Moved] | None = connection.info.get(_KEPT)
    if kept is None or kept[0] != as_of:
        kept = connection.info[_KEPT] = as_of, moved_with(connection, as_of)
    return kept[1]


def moved_with(connection: Connection, as_of: int, engine: str | None = None) -> Moved:
    """The same, computed again; with an engine (its id), as if its extractions had been adopted."""
    decided = _decided(connection, as_of)
    here = _read_again(connection, as_of, engine, decided) if decided else Moved()
    if not decided or not any_version(connection, as_of):
        return here
    linked = _links(connection, as_of, decided)
    things = {*decided, *(end for ends in linked.values() for end in ends)}
    earlier = earlier_versions(connection, as_of, engine, {here.now.get(about, about) for about in things})
    followed = followed_corrections(connection, here.corrected, earlier)
    links = _followed_links(here, linked, earlier)
    return replace(here, earlier=earlier, links=links, corrected={**followed, **here.corrected})


def _followed_links(
    here: Moved, decided: dict[str, tuple[str, str]], earlier: dict[str, list[tuple[Told, Earlier]]]
) -> dict[str, list[str]]:
    """The links between the same words in later versions, each with those that were decided about."""
    later: dict[str, list[str]] = {}
    for thing, found in earlier.items():
        for _, one in found:
            if one.same:
                later.setdefault(one.told.id, []).append(thing)
    made: dict[str, list[str]] = {}
    for link, ends in decided.items():
        now = [here.now.get(end, end) for end in ends]
        ours, theirs = ([end, *later.get(end, ())] for end in now)
        for pair in product(ours, theirs):
            if [*pair] != now and pair[0] != pair[1]:
                made.setdefault(hash_of("link", *sorted(pair)), []).append(here.now.get(link, link))
    return made


def _read_again(connection: Connection, as_of: int, engine: str | None, decided: set[str]) -> Moved:
    """The same, as far as articles were read again."""
    given = corrections(connection, as_of)
    if not _any_read_again(connection, as_of):
        return Moved(corrected=given)
    links = _links(connection, as_of, decided)
    claims = _gone(connection, as_of, engine, view_claim, {*decided, *(end for ends in links.values() for end in ends)})
    statements = _gone(connection, as_of, engine, view_statement, decided)
    corrected = _corrected(connection, as_of, engine, given, statements)
    picker = Picker(connection, {id_: decision.chain for id_, decision in (given | corrected).items()})
    now: dict[str, str | None] = {}
    for article in sorted({old.article for old in (*claims.values(), *statements.values())}):
        here = places(connection, as_of, view_extraction.c.article == article, engine=engine)
        there = [picker.published_claim(*place) for place in here]
        for claim, old in claims.items():
            if old.article == article:
                now[claim] = _claim(picker.published_claim(*old[1:]), there)
        for statement, old in statements.items():
            if old.article == article:
                read = {published.statement.id: published.statement for published in there}
                now[statement] = _statement(picker.opened(old.entry).statement(old.place), list(read.values()))
    for link, (a, b) in links.items():
        if a in now or b in now:
            ends = {now.get(end, end) for end in (a, b)}
            now[link] = None if None in ends or len(ends) < 2 else hash_of("link", *sorted(filter(None, ends)))
    found = {id_: now[id_] for id_ in now.keys() & decided}
    orphans = tuple(sorted(id_ for id_, at in found.items() if not at))
    return Moved({id_: at for id_, at in found.items() if at}, orphans, corrected)


def _corrected(
    connection: Connection, as_of: int, engine: str | None, given: dict[str, Decision], gone: dict[str, _Old]
) -> dict[str, Decision]:
    """The correction of each statement that the adopted extractions have: its own, else one of the same words."""
    found: dict[str, Decision] = {}
    picker = Picker(connection)
    for statement, decision in given.items():
        if old := gone.get(statement):
            words = characters(picker.opened(old.entry).statement(old.place).spans)
            here = places(connection, as_of, view_extraction.c.article == old.article, engine=engine)
            for read in {of: picker.opened(number).statement(of) for number, _, of in here}.values():
                own = characters(read.spans)
                if len(own & words) >= LEAST * len(own):
                    found[read.id] = decision
    return found | {statement: decision for statement, decision in given.items() if statement not in gone}


def _decided(connection: Connection, as_of: int) -> set[str]:
    return set(connection.execute(select(view_decision.c.about).where(view_decision.c.entry <= as_of)).scalars())


def _any_read_again(connection: Connection, as_of: int) -> bool:
    """Whether any article has more than one extraction."""
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
    """Those of these ids that some extraction has, but not the adopted extraction of its article."""
    found: dict[str, _Old] = {}
    here: set[str] = set()
    of = view.c.statement if view is view_claim else view.c.place
    columns = select(
        view.c.id, view_extraction.c.article, view.c.entry, view.c.place, of, adopted(connection, as_of, engine)
    )
    query = columns.join(view_extraction, view_extraction.c.entry == view.c.entry).where(view.c.entry <= as_of)
    for some in batches(ids):
        for id_, article, entry, place, statement, counts in connection.execute(
            query.where(view.c.id.in_(some)).order_by(view.c.entry)
        ):
            found[id_] = _Old(article, entry, place, statement)
            if counts:
                here.add(id_)
    return {id_: old for id_, old in found.items() if id_ not in here}


def _claim(old: PublishedClaim, there: Sequence[PublishedClaim]) -> str | None:
    """The id of the claim at the same place whose statement has the same chain; None without one."""
    alike = [published.claim for published in there if _same_chain(published.statement, old.statement)]
    found = _nearest(old.claim, alike)
    return found.id if found else None


def _statement(old: Statement, there: Sequence[Statement]) -> str | None:
    found = _nearest(old, [statement for statement in there if _same_chain(statement, old)])
    return found.id if found else None


def _nearest(old: T, there: Sequence[T]) -> T | None:
    shares = [(_overlap(old.spans, thing.spans), thing) for thing in there]
    share, best = max(shares, key=lambda found: found[0], default=(0.0, None))
    return best if share >= LEAST else None


def _overlap(a: Sequence[Span], b: Sequence[Span]) -> float:
    """The Jaccard index of the characters in the spans of `a` and of `b`."""
    ours, theirs = characters(a), characters(b)
    return len(ours & theirs) / len(ours | theirs)


def _same_chain(a: Statement, b: Statement) -> bool:
    """Whether both rest on the same: a listed source by its key, since engines may call it otherwise.

    Older readings have the holder of an attitude as its origin.
    """
    return a.sourcing == b.sourcing and _hops(a) == _hops(b)


def _hops(statement: Statement) -> list[tuple[str, str | None]]:
    held = statement.held_by
    chain = statement.chain[-1:] if held and statement.sourcing == "none-given" else statement.chain
    return [(hop.role, hop.registry or hop.called) for hop in ((held, *chain) if held else chain)]
