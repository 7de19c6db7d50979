"""Claims with all that is known of them now: a pure fold of the entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter

from sqlalchemy import Connection

from sayso.ledger.adopted import Place, places_of
from sayso.ledger.picker import Picker, naming
from sayso.ledger.standing import LINKS, by_end, decisions, judged, newest
from schemas import Decision, Dossier, Told

AT_ONCE = 64
"""Extractions in memory at a time: what is linked and decided is looked up for all of these together."""


def dossiers(connection: Connection, picker: Picker, as_of: int, places: list[Place]) -> Iterator[Dossier]:
    """The dossiers of these claims; `AT_ONCE` extractions at a time are in memory, each read once."""
    read = (_claims(picker, as_of, number, list(chosen)) for number, chosen in groupby(places, key=itemgetter(0)))
    while some := list(islice(read, AT_ONCE)):
        yield from _with_links(connection, picker, as_of, [claim for claims in some for claim in claims])


def told(picker: Picker, places: Iterable[Place]) -> Iterator[Told]:
    """These claims, as linking sees them."""
    return (picker.told(*place) for place in places)


def _claims(picker: Picker, as_of: int, number: int, chosen: list[Place]) -> list[Dossier]:
    """The claims at these places of one extraction, without what was linked and decided."""
    with naming(number):
        opened, capture = picker.opened(number), picker.capture(number)
        entry, engine, made = opened.entry, opened.engine, []
        for _, place, of in chosen:
            claim = opened.claim(place, of)
            segment, paragraph = opened.around(claim)
            made.append(
                Dossier(
                    as_of=as_of,
                    entry=entry,
                    capture=capture,
                    article=opened.article,
                    engine=engine,
                    statement=opened.statement(of),
                    claim=claim,
                    segment=segment,
                    paragraph=paragraph,
                )
            )
        return made


def _with_links(connection: Connection, picker: Picker, as_of: int, claims: list[Dossier]) -> Iterator[Dossier]:
    """The same claims with what was linked and decided: links whose other end is in no adopted extraction are out."""
    ids = {one.claim.id for one in claims}
    pairs = newest(connection, as_of, LINKS, ids)
    judgements = judged(connection, as_of, (pair.id for pair in pairs))
    ends = places_of(connection, as_of, {end for pair in pairs for end in (pair.a, pair.b)})
    picker.gather([*dict.fromkeys(one.entry.number for one in claims), *(number for number, _, _ in ends)])
    others = {one.id: one for one in told(picker, ends)}
    standing = [pair for pair in pairs if judgements.get(pair.id) != "reject"]
    links = {pair.id: picker.link(pair.entry, pair.place) for pair in standing if {pair.a, pair.b} <= others.keys()}
    things = {*ids, *(one.statement.id for one in claims), *(pair.id for pair in pairs)}
    made = _by_thing(decisions(connection, as_of, things))
    linked = by_end(pairs, ids)
    for one in claims:
        claim = one.claim.id
        kept = [pair for pair in linked[claim] if pair.id in links]
        about = dict.fromkeys([claim, one.statement.id, *(pair.id for pair in linked[claim])]) if made else {}
        update = {
            "links": tuple(links[pair.id] for pair in kept),
            "others": tuple(others[pair.other(claim)] for pair in kept),
            "decisions": tuple(decision for _, decision in sorted(_in(made, about), key=itemgetter(0))),
        }
        yield one.model_copy(update=update) if any(update.values()) else one


def _by_thing(made: Iterable[Decision]) -> dict[str, list[tuple[int, Decision]]]:
    """The decisions about each thing, each with its place in the order in which they were recorded."""
    found: dict[str, list[tuple[int, Decision]]] = {}
    for place, decision in enumerate(made):
        found.setdefault(decision.about, []).append((place, decision))
    return found


def _in(made: dict[str, list[tuple[int, Decision]]], things: Iterable[str]) -> Iterator[tuple[int, Decision]]:
    for thing in things:
        yield from made.get(thing, ())
