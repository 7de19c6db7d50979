"""The paths from claims back to their origins, as vertices that two independent paths may not share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from sayso.link.origins.accounts import Account
from sayso.link.origins.actors import NOWHERE, Actor
from sayso.link.origins.grounding import Grounds
from sayso.link.origins.identity import same_origin
from sayso.link.origins.sources_of_text import SourcesOfText


class Vertex(NamedTuple):
    """A vertex of a path: a source or carrier, its government or owner, sources that could be one, a circle, a page."""

    kind: Literal["either", "circle", "family", "actor", "article"]
    key: str


@dataclass(frozen=True, slots=True)
class SourcePath:
    """The path of account number `account`, from the origin's side to the page."""

    account: int
    through: tuple[Vertex, ...]


def paths(found: Sequence[Account], texts: SourcesOfText, grounds: Grounds) -> list[SourcePath]:
    """The paths of all roots; roots that may have it from each other share the vertices of all of them."""
    either = _either([actor for i in grounds.roots for actor in found[i].origins])
    pages = {account.version: account for account in found}
    through = {i: tuple(dict.fromkeys(_through(found[i], texts, pages, either))) for i in grounds.roots}
    for number in set(grounds.circles.values()):
        inside = [i for i, circle in grounds.circles.items() if circle == number]
        shared = tuple(dict.fromkeys(vertex for i in inside for vertex in through[i]))
        through |= {i: (Vertex("circle", str(number)), *shared) for i in inside}
    return [SourcePath(i, through[i]) for i in grounds.roots]


def carriers(account: Account, texts: SourcesOfText) -> list[Actor]:
    """The carriers of an account, from the origin's side: relays, then the wires that the article credits."""
    hands = [*account.carriers, *texts.wires(account.version).values()]
    return list(
        {actor.key: actor for actor in hands if actor.key not in (account.origin.key, account.publisher.key)}.values()
    )


def _passed(account: Account, texts: SourcesOfText, pages: Mapping[str, Account]) -> Iterator[Actor]:
    """All possible carriers of an account, including outlets that it may copy, and its own publisher if an agency."""
    yield from carriers(account, texts)
    copied = [pages[version].publisher for version in sorted(texts.before(account.version)) if version in pages]
    yield from (actor for actor in copied if not actor.unnamed)
    if account.publisher.agency:
        yield account.publisher


def _through(
    account: Account,
    texts: SourcesOfText,
    pages: Mapping[str, Account],
    either: Mapping[str, Sequence[str]],
) -> Iterator[Vertex]:
    for key in sorted({key for actor in account.origins for key in either.get(actor.key, ())}):
        yield Vertex("either", key)
    for actor in account.origins:
        yield from (Vertex("family", key) for key in sorted(actor.families))
    yield from (Vertex("actor", actor.key) for actor in account.origins)
    for carrier in _passed(account, texts, pages):
        yield Vertex("actor", NOWHERE if carrier.unnamed else carrier.key)
        yield from (Vertex("family", key) for key in sorted(carrier.affiliation.governments))
    for version in sorted(texts.before(account.version)):
        yield Vertex("article", pages[version].article if version in pages else version)
    yield Vertex("article", account.article)


def _either(actors: Iterable[Actor]) -> dict[str, list[str]]:
    """For each source (its key) the groups of sources that could all be one; every such pair is in a group."""
    by_key = {actor.key: actor for actor in sorted(actors, key=lambda actor: actor.key)}
    open_pairs = {(a, b) for a, b in combinations(by_key, 2) if same_origin(by_key[a], by_key[b]) is None}
    could_be = open_pairs | {(b, a) for a, b in open_pairs}
    groups: dict[str, list[str]] = {}
    while open_pairs:
        group = list(min(open_pairs))
        for key in by_key:
            if key not in group and all((key, other) in could_be for other in group):
                group.append(key)
        open_pairs -= set(combinations(sorted(group), 2))
        for key in group:
            groups.setdefault(key, []).append(" | ".join(sorted(group)))
    return groups
