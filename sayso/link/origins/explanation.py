"""Explains the count of independent origins in one or two sentences for an editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from sayso.link.origins.actors import NOT_KNOWN, NOWHERE, Actor, same_name
from sayso.link.origins.origin_names import OriginNames, called, family_name
from sayso.link.origins.paths import Vertex, carriers
from sayso.link.origins.trace import Traced
from sayso.present.chain import carried_by, name_of
from sayso.present.numbers import listing, spelled
from schemas import Circle, OriginPath

_MANY = 2
"""The most unnamed sources of which the sentence says who each could be."""


def sentence(
    found: Traced, lines: Sequence[OriginPath], names: OriginNames, cut: Sequence[Vertex], circles: Sequence[Circle]
) -> str:
    """The sentence: how many independent origins there are, which, and why not more."""
    count = f"at least {spelled(len(lines))}" if lines and found.unknown else spelled(len(lines))
    head = _capital(f"{count} independent origin{'s' if len(lines) > 1 else ''}")
    if named := [line.origin for line in lines if line.origin != NOT_KNOWN]:
        head += f": {listing(named)}"
    why = [*_through(found, names, cut), *_copies(found), *_families(found), *_either(found, names)]
    why += [_ring(circle, nothing=not lines) for circle in circles]
    why += [*_unknown(found), *_unconfirmed(found), *_denials(found)]
    return f"{head}. {_capital('; '.join(why))}." if why else f"{head}."


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
    """Clauses on sources that could be one and the same, and on unknown outlets."""
    groups = sorted({vertex for path in found.paths for vertex in path.through if vertex.kind == "either"})
    members = [names.group(group) for group in groups]
    unnamed = sorted({actor.key: actor for group in members for actor in group if actor.unnamed}.values(), key=called)
    if len(unnamed) > _MANY:
        yield f"{spelled(len(unnamed))} unnamed sources could be one another" + (
            " or some of the others" if any(not actor.unnamed for group in members for actor in group) else ""
        )
    else:
        yield from _could_be(unnamed, members)
    for group in members:
        who = listing(list(map(called, group)))
        if all(same_name(a, b) for a, b in combinations(group, 2)):
            yield f"{who} could be one and the same"
        elif not any(actor.unnamed for actor in group):
            yield f"it is not known whether {who} speak for different governments"
    unknown = {account.article for account in found.accounts if account.own and account.publisher.unnamed}
    if len(unknown) > 1:
        yield f"of {spelled(len(unknown))} pages it is not known whose they are"


def _could_be(unnamed: Sequence[Actor], groups: Sequence[Sequence[Actor]]) -> Iterator[str]:
    """Clauses on who each of the unnamed sources could be, every pair once."""
    named: set[str] = set()
    for source in unnamed:
        named.add(source.key)
        others = {other.key: other for group in groups if source in group for other in group if other.key not in named}
        if others:
            yield f"{called(source)} could be {listing(sorted(map(called, others.values())), 'or')}"


def _ring(circle: Circle, *, nothing: bool) -> str:
    names = list(circle.names)
    cited = [f"{a} cites {b}" for a, b in pairwise([*names, names[0]])]
    ring = f"{listing(names)} cite each other" if len(names) == 2 else f"{listing(cited)},"
    return f"{ring} in a circle, " + ("and nobody outside of it is named" if nothing else "which adds no origin")


def _unknown(found: Traced) -> Iterator[str]:
    """A clause on pages that say so in their own voice and give no source."""
    if pages := len(found.ungrounded):
        yield f"of {_all(pages) if pages == len(found.pages) else _pages(pages)} it is not known whose word it is"


def _unconfirmed(found: Traced) -> Iterator[str]:
    who = sorted({name_of(claim.statement.origin) for claim in found.aside if claim.statement.origin})
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
