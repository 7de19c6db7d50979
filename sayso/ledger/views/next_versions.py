"""Finds what was decided about in the later versions of a page: by its words and its chain, nothing is decoded.

The versions of a page (one address, or one supplied id) are gone through in the order in which they came. What was
decided of words is decided of the same words with the same chain in the next version; where they have changed, of
those that have most words in common with them, as changed. So a version costs as much as it is long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, Select, and_, func, select

from sayso.ledger.store.batches import batches
from sayso.ledger.store.tables import view_capture, view_claim, view_extraction, view_statement
from sayso.ledger.views.adopted_readings import adopted

ALIKE = 0.5
"""The least share of the words of two claims or statements that both have, for one to be the other, changed."""


class Told(NamedTuple):
    """A claim or statement in a version: its place there, and what it says: its words and its chain (`key`)."""

    kind: str
    id: str
    entry: int
    place: int
    statement: int
    key: tuple[str, str | None]


class Earlier(NamedTuple):
    """What a thing was in an earlier version, and whether it says the same now."""

    told: Told
    same: bool


def earlier_versions(
    connection: Connection, as_of: int, engine: str | None, decided: Collection[str]
) -> dict[str, list[tuple[Told, Earlier]]]:
    """By the id of a thing of a later version: itself, with each that was decided about before and is the same words.

    `decided`: the present ids of everything that was decided about.
    """
    found: dict[str, list[tuple[Told, Earlier]]] = {}
    for kind, told in (("claim", _claims()), ("statement", _statements())):
        works = _works(connection, as_of, engine, told, decided)
        for some in batches(works):
            for versions in _by_work(connection, as_of, engine, kind, told, some):
                for thing, before in _through(versions, decided):
                    found.setdefault(thing.id, []).append((thing, before))
    return found


def _claims() -> Select[tuple[str, int, int, int, str, str]]:
    columns = view_claim.c.id, view_claim.c.entry, view_claim.c.place, view_claim.c.statement
    its = and_(view_statement.c.entry == view_claim.c.entry, view_statement.c.place == view_claim.c.statement)
    return _adopted(select(*columns, view_claim.c.folded, view_statement.c.chain).join(view_statement, its))


def _statements() -> Select[tuple[str, int, int, int, str, str]]:
    here = view_statement.c
    return _adopted(select(here.id, here.entry, here.place, here.place.label("statement"), here.folded, here.chain))


def _adopted(query: Select[tuple[str, int, int, int, str, str]]) -> Select[tuple[str, int, int, int, str, str]]:
    return query.join(view_extraction, view_extraction.c.entry == view_statement.c.entry).join(
        view_capture, view_capture.c.entry == view_extraction.c.read_from
    )


def any_version(connection: Connection, as_of: int) -> bool:
    """Whether any page has more than one version."""
    return connection.execute(_several(as_of).limit(1)).first() is not None


def _several(as_of: int) -> Select[tuple[str]]:
    query = select(view_capture.c.work).where(view_capture.c.work.is_not(None), view_capture.c.entry <= as_of)
    return query.group_by(view_capture.c.work).having(func.count(view_capture.c.article.distinct()) > 1)


def _works(
    connection: Connection,
    as_of: int,
    engine: str | None,
    told: Select[tuple[str, int, int, int, str, str]],
    decided: Iterable[str],
) -> list[str]:
    """The pages with several versions, in one of which something was decided about."""
    several = {*connection.execute(_several(as_of)).scalars()}
    query = told.with_only_columns(view_capture.c.work).where(adopted(connection, as_of, engine))
    found = {
        work
        for some in batches(decided)
        for work in connection.execute(query.where(told.selected_columns.id.in_(some))).scalars()
    }
    return sorted(found & several)


def _by_work(
    connection: Connection,
    as_of: int,
    engine: str | None,
    kind: str,
    told: Select[tuple[str, int, int, int, str, str]],
    works: Sequence[str],
) -> Iterator[list[list[Told]]]:
    """What the versions of each of these pages tell, in the order in which they came."""
    first = dict(
        connection.execute(
            select(view_capture.c.article, func.min(view_capture.c.entry))
            .where(view_capture.c.work.in_(works), view_capture.c.entry <= as_of)
            .group_by(view_capture.c.article)
        ).all()
    )
    query = told.add_columns(view_capture.c.work, view_extraction.c.article).where(
        adopted(connection, as_of, engine), view_capture.c.work.in_(works)
    )
    rows = sorted(
        (work, first[article], entry, place, Told(kind, id_, entry, place, of, (folded, chain)))
        for id_, entry, place, of, folded, chain, work, article in connection.execute(query)
    )
    for _, of_work in groupby(rows, key=lambda row: row[0]):
        yield [[row[-1] for row in version] for _, version in groupby(of_work, key=lambda row: row[1])]


class _Thread(NamedTuple):
    """Words followed through the versions: as they are now, and everything that was decided about of them."""

    key: tuple[str, str | None]
    made: tuple[Told, ...]


def _through(versions: Sequence[Sequence[Told]], decided: Collection[str]) -> Iterator[tuple[Told, Earlier]]:
    threads: list[_Thread] = []
    for version in versions:
        at = dict(_placed(threads, version))
        for thing, thread in at.items():
            for was in thread.made:
                yield thing, Earlier(was, was.key == thing.key)
        followed = {id(thread) for thread in at.values()}
        carried = {thing: thread.made for thing, thread in at.items()}
        carried |= {thing: (*carried.get(thing, ()), thing) for thing in version if thing.id in decided}
        lost = [thread for thread in threads if id(thread) not in followed]
        threads = [*lost, *(_Thread(thing.key, made) for thing, made in carried.items())]


def _placed(threads: Sequence[_Thread], version: Sequence[Told]) -> Iterator[tuple[Told, _Thread]]:
    """Where each thread goes on: in the same words, in their order; else in those that are most alike."""
    free: dict[tuple[str, str | None], list[Told]] = defaultdict(list)
    for thing in version:
        free[thing.key].append(thing)
    lost = []
    for thread in threads:
        key = next((key for key in (thread.key, *(was.key for was in thread.made)) if free.get(key)), None)
        if key is None:
            lost.append(thread)
        else:
            yield free[key].pop(0), thread
    rest = [(thing, {*thing.key[0].split()}) for things in free.values() for thing in things]
    for thread in lost:
        words = {*thread.key[0].split()}
        shares = [len(words & own) / len(words | own) if words | own else 0.0 for _, own in rest]
        best = max(shares, default=0.0)
        if best >= ALIKE:
            yield rest.pop(shares.index(best))[0], thread
