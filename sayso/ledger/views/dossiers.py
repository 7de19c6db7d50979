"""Dossiers: claims with all that is known of them as of an entry, a pure fold of the entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection

from sayso.ledger.entries.picker import Picker, Place, naming
from sayso.ledger.views.adopted_readings import linked_places, places_of
from sayso.ledger.views.standing_links import LINKS, by_end, decisions, judged, newest
from schemas import Decision, Dossier, PublishedClaim

AT_ONCE = 16_000
"""Claims per batch (plus the rest of one extraction): links and decisions are looked up for a batch together."""


def dossiers(
    connection: Connection, picker: Picker, as_of: int, places: list[Place], *, links: bool = True
) -> Iterator[Dossier]:
    """The dossiers of the claims at `places`; about `AT_ONCE` are in memory, and each extraction is decoded once.

    `links` False leaves out links and the decisions about them.
    """
    add, some = _with_links if links else _with_decisions, []
    for number, chosen in groupby(places, key=itemgetter(0)):
        some += _claims(picker, as_of, number, list(chosen), links)
        if len(some) >= AT_ONCE:
            yield from add(connection, picker, as_of, some)
            some = []
    yield from add(connection, picker, as_of, some)


def published_claims(picker: Picker, places: Iterable[Place]) -> Iterator[PublishedClaim]:
    """The claims at `places`, each with its statement and publication."""
    return (picker.published_claim(*place) for place in places)


def _claims(picker: Picker, as_of: int, number: int, chosen: list[Place], links: bool) -> list[Dossier]:
    """Dossiers of the claims at these places of one extraction, without links and decisions.

    With `links` the picker caches the claims: others may be linked with them.
    """
    with naming(number):
        opened, capture = picker.opened(number), picker.capture(number)
        entry, engine, made = opened.entry, opened.engine, []
        for _, place, of in chosen:
            if links:
                picker.published_claim(number, place, of)
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


def _with_decisions(connection: Connection, _: Picker, as_of: int, claims: list[Dossier]) -> Iterator[Dossier]:
    """The dossiers with the decisions about their claims and statements."""
    things = {id_ for dossier in claims for id_ in (dossier.claim.id, dossier.statement.id)}
    made = _by_thing(decisions(connection, as_of, things))
    for dossier in claims:
        found = _in_order(made, (dossier.claim.id, dossier.statement.id)) if made else ()
        yield dossier.model_copy(update={"decisions": found}) if found else dossier


def _with_links(connection: Connection, picker: Picker, as_of: int, claims: list[Dossier]) -> Iterator[Dossier]:
    """The dossiers with links and decisions; without links whose other end is in no adopted extraction."""
    ids = {dossier.claim.id for dossier in claims}
    pairs = newest(connection, as_of, LINKS, ids)
    judgements = judged(connection, as_of, (pair.id for pair in pairs))
    ends = places_of(connection, as_of, {end for pair in pairs for end in (pair.a, pair.b)})
    picker.remember(linked_places(connection, picker.unread(ends)))
    others = {published.id: published for published in published_claims(picker, ends)}
    standing = [pair for pair in pairs if judgements.get(pair.id) != "reject"]
    links = {pair.id: picker.link(pair.entry, pair.place) for pair in standing if {pair.a, pair.b} <= others.keys()}
    things = {*ids, *(dossier.statement.id for dossier in claims), *(pair.id for pair in pairs)}
    made = _by_thing(decisions(connection, as_of, things))
    linked = by_end(pairs, ids)
    for dossier in claims:
        claim = dossier.claim.id
        kept = [pair for pair in linked[claim] if pair.id in links]
        about = dict.fromkeys([claim, dossier.statement.id, *(pair.id for pair in linked[claim])]) if made else {}
        update = {
            "links": tuple(links[pair.id] for pair in kept),
            "others": tuple(others[pair.other(claim)] for pair in kept),
            "decisions": _in_order(made, about),
        }
        yield dossier.model_copy(update=update) if any(update.values()) else dossier


def _by_thing(made: Iterable[Decision]) -> dict[str, list[tuple[int, Decision]]]:
    """The decisions about each thing, each with its number in the ledger's order."""
    found: dict[str, list[tuple[int, Decision]]] = {}
    for place, decision in enumerate(made):
        found.setdefault(decision.about, []).append((place, decision))
    return found


def _in_order(made: dict[str, list[tuple[int, Decision]]], things: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions about these things, in the ledger's order."""
    found = [decision for thing in dict.fromkeys(things) for decision in made.get(thing, ())]
    return tuple(decision for _, decision in sorted(found, key=itemgetter(0)))
