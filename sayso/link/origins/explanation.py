"""Explains the count of independent origins in one or two sentences for an editor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, islice, pairwise

import networkx as nx

from sayso.link.origins.accounts import Account
from sayso.link.origins.actors import NOWHERE, Actor
from sayso.link.origins.identity import Tie, tie
from sayso.link.origins.origin_names import NO_OUTLET, OriginNames, called, family_name
from sayso.link.origins.paths import Vertex, carriers, tells
from sayso.link.origins.trace import Traced
from sayso.link.origins.wordings import wordings
from sayso.present.chain import carried_by, name_of
from sayso.present.numbers import listing, spelled
from schemas import Circle, OriginPath

_REASONS: Mapping[Tie, str] = {
    "name": "{} could be one and the same",
    "office": "{} may speak for one body",
    "state": "it is not known whether {} speak for different governments",
}
_CLAUSES = 4
"""The most clauses on why several sources count as one."""
_MANY = 2
"""The most unnamed sources of which the sentence says who each could be."""


def sentence(
    found: Traced, lines: Sequence[OriginPath], names: OriginNames, cut: Sequence[Vertex], circles: Sequence[Circle]
) -> str:
    """The sentence: how many independent origins are known, which, what is not known beside them, and why not more."""
    why = [*_through(found, names, cut), *_copies(found)]
    why += islice(chain(_families(found), _same_words(found), _either(found, names)), _CLAUSES)
    why += [_ring(circle, nothing=not lines) for circle in circles]
    why += [*_unconfirmed(found), *_denials(found)]
    head = _known(found, lines)
    return f"{head}. {_capital('; '.join(why))}." if why else f"{head}."


def _known(found: Traced, lines: Sequence[OriginPath]) -> str:
    """How many origins are known, which, and the pages of which none is known."""
    beside = list(_not_known(found))
    if not lines:
        return "No known independent origin" + (f": {listing(beside)}" if beside else "")
    head = f"At least {spelled(len(lines))} known independent origin{'s' if len(lines) > 1 else ''}"
    whose = listing([line.origin for line in lines])
    first = found.accounts[found.independent[0].account]
    if found.independent[0].account in found.grounds.unsourced and not first.credited and whose in _itself(first):
        whose += ", which names no source"
    return f"{head}: {whose}" + (f", and {listing(beside)}" if beside else "")


def _itself(account: Account) -> tuple[str, ...]:
    return called(account.origin), NO_OUTLET


def _not_known(found: Traced) -> Iterator[str]:
    """The pages that name no source, and those that name only an outlet that is not counted."""
    if pages := len(found.unsourced):
        yield f"{_pages(pages)} {_that(found)}{'names' if pages == 1 else 'name'} no source"
    if pages := len(found.citing):
        outlets = sorted({called(found.accounts[i].origin) for i in found.unknown & found.grounds.cited})
        yield f"{_pages(pages)} {_that(found)}{'names' if pages == 1 else 'name'} only {listing(outlets)}"


def _that(found: Traced) -> str:
    return "that " if found.independent else ""


def _through(found: Traced, names: OriginNames, cut: Sequence[Vertex]) -> Iterator[str]:
    """Clauses on the minimum cut: who carries it to all pages, or to whom they all go back."""
    carried = {actor.key: actor.name for account in found.accounts for actor in carriers(account, found.texts)}
    origins = {found.accounts[line.account].origin.key for line in found.independent}
    limits = [vertex for vertex in cut if vertex.kind == "actor" and vertex.key != NOWHERE]
    hands = [vertex for vertex in limits if vertex.key in carried and vertex.key not in origins]
    if hands and len(found.independent) == 1:
        yield f"{_every(found)} go through {listing([names.of(vertex) for vertex in hands])}"
    elif len(found.independent) == 1 and limits:
        by = listing(sorted(name for key, name in carried.items() if key not in origins))
        back = f"{'go' if _surely(found, limits[0]) else 'may go'} back to {names.of(limits[0])}"
        yield f"{_every(found)} {back}{carried_by(by)}"
    elif len(found.independent) == 1 and cut and not _families_of(found) & {vertex.key for vertex in cut}:
        yield from (
            f"{_every(found)} go through media of {names.of(vertex)}" for vertex in cut if vertex.kind == "family"
        )
    elif len(limits) == len(cut) > 1:
        yield f"{_every(found)} go back to {listing([names.of(vertex) for vertex in limits], 'or')}"


def _surely(found: Traced, limit: Vertex) -> bool:
    """Whether all paths are known to go back to `limit`."""
    every = [found.accounts[path.account] for path in found.paths]
    return all(limit.key in (account.origin.key, *(carrier.key for carrier in account.carriers)) for account in every)


def _families_of(found: Traced) -> set[str]:
    return {key for path in found.paths for actor in found.accounts[path.account].origins for key in actor.families}


def _copies(found: Traced) -> Iterator[str]:
    """Clauses on pages whose texts may be copies."""
    pages = {account.version: account.article for account in found.accounts}
    copied = [(version, other) for version in pages for other in found.texts.before(version) if other in pages]
    shared = {pages[version] for pair in copied for version in pair}
    if len(shared) > 1:
        yield f"{spelled(len(shared))} pages share their text"
    elsewhere = [
        {pages[version] for version in pages if other in found.texts.before(version)} for other in _outside(found)
    ]
    if any(len(copies) > 1 for copies in elsewhere) and not shared:
        yield f"{spelled(len(max(elsewhere, key=len)))} pages share text with another article"


def _outside(found: Traced) -> list[str]:
    """Articles from which pages may have their text, and that have none of these claims themselves."""
    pages = {account.version for account in found.accounts}
    return sorted({other for version in pages for other in found.texts.before(version)} - pages)


def _same_words(found: Traced) -> Iterator[str]:
    """Clauses on words that several sources are said to have said."""
    for group in wordings(found.accounts):
        roots = [found.accounts[i] for i in group & _roots(found) if not found.accounts[i].medium]
        speakers = {account.origin.key: called(account.origin) for account in roots}
        if len(speakers) > 1:
            yield f"{listing(sorted(speakers.values()))} are given the same words"


def _roots(found: Traced) -> set[int]:
    return {path.account for path in found.paths}


def _families(found: Traced) -> Iterator[str]:
    """Clauses on several sources of one government or owner."""
    kin: dict[str, dict[str, str]] = {}
    governments: set[str] = set()
    for path in found.paths:
        for actor in found.accounts[path.account].origins:
            governments |= actor.affiliation.governments
            for key in actor.families:
                kin.setdefault(key, {})[actor.key] = called(actor)
    for key, members in sorted(kin.items()):
        if len(members) > 1:
            both = "both" if len(members) == 2 else "all"
            speak = "speak for" if key in governments else "belong to"
            yield f"{listing(sorted(members.values()))} {both} {speak} {family_name(key, found.texts.registry)}"


def _either(found: Traced, names: OriginNames) -> Iterator[str]:
    """Clauses on sources that could be one and the same, or speak for one."""
    groups = sorted({vertex for path in found.paths for vertex in path.through if vertex.kind == "either"})
    members = [names.group(group) for group in groups]
    unnamed = sorted({actor.key: actor for group in members for actor in group if _open(actor)}.values(), key=called)
    if len(unnamed) > _MANY:
        yield f"{spelled(len(unnamed))} sources without a name could be one another" + (
            " or some of the others" if any(not actor.open for group in members for actor in group) else ""
        )
    else:
        yield from _could_be(unnamed, members)
    pairs = {(a.key, b.key): (a, b) for group in members for a, b in combinations(group, 2)}
    yield from _named_ties([(a, b) for a, b in pairs.values() if not (a.open or b.open or a.together or b.together)])
    yield from _tellers(found)


def _open(actor: Actor) -> bool:
    return actor.open and actor.key != NOWHERE


def _named_ties(pairs: Sequence[tuple[Actor, Actor]]) -> Iterator[str]:
    """Clauses on sources that have a name, or a description of their own, for each reason why they could be one."""
    for reason, words in _REASONS.items():
        tied: nx.Graph = nx.Graph(
            (called(a), called(b)) for a, b in pairs if tie(a, b) == reason and called(a) != called(b)
        )
        for group in sorted(sorted(component) for component in nx.connected_components(tied)):
            yield words.format(listing(group))


def _tellers(found: Traced) -> Iterator[str]:
    """Clauses on sources that tell what another said."""
    roots = [found.accounts[i] for i in sorted(_roots(found))]
    pairs = {(called(a.origin), called(b.origin)) for a in roots for b in roots if a.origin != b.origin and tells(a, b)}
    yield from (f"{teller} tells what {said} said" for teller, said in sorted(pairs))


def _could_be(unnamed: Sequence[Actor], groups: Sequence[Sequence[Actor]]) -> Iterator[str]:
    """Clauses on who each of the unnamed sources could be, every pair once."""
    named: set[str] = set()
    for source in unnamed:
        named.add(source.key)
        others = {
            other.key: other
            for group in groups
            if source in group
            for other in group
            if other.key not in named and other.key != NOWHERE
        }
        if others:
            yield f"{called(source)} could be {listing(sorted(map(called, others.values())), 'or')}"


def _ring(circle: Circle, *, nothing: bool) -> str:
    names = list(circle.names)
    cited = [f"{a} cites {b}" for a, b in pairwise([*names, names[0]])]
    ring = f"{listing(names)} cite each other" if len(names) == 2 else f"{listing(cited)},"
    return f"{ring} in a circle, " + ("and nobody outside of it is named" if nothing else "which adds no origin")


def _unconfirmed(found: Traced) -> Iterator[str]:
    vouching = {account.origin.name for account in found.accounts}
    who = sorted({name_of(claim.statement.origin) for claim in found.aside if claim.statement.origin} - vouching)
    if who:
        yield f"{listing(who)} did not confirm it"


def _denials(found: Traced) -> Iterator[str]:
    """Clauses on denials; words that are only negative in form may mean the same ("closed", "not open")."""
    said = sorted({called(account.origin) for account in found.against if account.said_to_deny})
    other = sorted({called(account.origin) for account in found.against if not account.said_to_deny})
    if said:
        yield f"{listing(said)} {'denies' if len(said) == 1 else 'deny'} it"
    if other:
        yield f"whether {listing(other)} {'says' if len(other) == 1 else 'say'} the same is not known"


def _every(found: Traced) -> str:
    pages = len(found.grounded)
    if found.unknown:
        return _pages(pages)
    return _all(pages) if pages == len(found.pages) else f"the other {_pages(pages)}"


def _all(pages: int) -> str:
    return "both pages" if pages == 2 else f"all {_pages(pages)}"


def _pages(count: int) -> str:
    return f"{spelled(count)} page{'s' if count > 1 else ''}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
