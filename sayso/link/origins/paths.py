"""The paths from claims back to their origins, as vertices that two independent paths may not share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from sayso.language.english import FUNCTION_WORDS
from sayso.link.origins.accounts import Account
from sayso.link.origins.actors import NOWHERE, Actor, same_name
from sayso.link.origins.grounding import Grounds
from sayso.link.origins.identity import same_origin
from sayso.link.origins.sources_of_text import SourcesOfText
from sayso.link.origins.wordings import wordings


class Vertex(NamedTuple):
    """A vertex of a path.

    A source or carrier, its government or owner, sources that could be one, words that several have, a circle, a page.
    """

    kind: Literal["either", "circle", "family", "actor", "words", "article"]
    key: str


@dataclass(frozen=True, slots=True)
class SourcePath:
    """The path of account number `account`, from the origin's side to the page."""

    account: int
    through: tuple[Vertex, ...]


def paths(found: Sequence[Account], texts: SourcesOfText, grounds: Grounds) -> list[SourcePath]:
    """The paths of all roots; roots that may have it from each other share the vertices of all of them."""
    same = wordings(found)
    either = _either(
        [found[i] for i in grounds.roots], [[found[i] for i in group if i in grounds.roots] for group in same]
    )
    pages = {account.version: account for account in found}
    through = {i: tuple(dict.fromkeys(_through(found[i], texts, pages, either))) for i in grounds.roots}
    for number, group in enumerate(same):
        through |= {i: (Vertex("words", str(number)), *through[i]) for i in group if i in through}
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
    """All possible carriers of an account, including outlets that it may copy, and its own publisher if an agency.

    Of a source with a name only those that it is said to have told, and agencies of a state: whoever prints an agency's
    text, it is the same two whom that has heard.
    """
    credited = [*carriers(account, texts), *([account.publisher] if account.publisher.agency else [])]
    if _named(account):
        yield from (actor for actor in credited if actor in account.carriers or actor.affiliation.governments)
        return
    yield from credited
    copied = [pages[version].publisher for version in sorted(texts.before(account.version)) if version in pages]
    yield from (actor for actor in copied if not actor.unnamed)


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
    if _named(account):
        return
    for version in sorted(texts.before(account.version)):
        yield Vertex("article", pages[version].article if version in pages else version)
    yield Vertex("article", account.article)


def _named(account: Account) -> bool:
    """Whether a source has a name of its own: then it does not matter who else is named on the same page."""
    return not account.medium and not any(actor.open for actor in account.origins)


def _either(found: Sequence[Account], same: Sequence[Sequence[Account]]) -> dict[str, list[str]]:
    """For each source (its key) the groups of sources that could all be one; every such pair is in a group.

    `same`: accounts that have the same words; the sources that are named for them could be one.
    """
    actors = {actor.key: actor for account in found for actor in account.origins}
    by_key = dict(sorted(actors.items()))
    open_pairs = {(a, b) for a, b in combinations(by_key, 2) if same_origin(by_key[a], by_key[b]) is None}
    open_pairs |= {_pair(a, b) for a in found for b in found if a.origin.key != b.origin.key and tells(a, b)}
    open_pairs |= {pair for group in same for pair in combinations(sorted({one.origin.key for one in group}), 2)}
    open_pairs |= set(_of_one_family(open_pairs, by_key))
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


def _pair(a: Account, b: Account) -> tuple[str, str]:
    return min(a.origin.key, b.origin.key), max(a.origin.key, b.origin.key)


def tells(account: Account, other: Account) -> bool:
    """Whether one tells what the source of the other said: the other's words may come from it again."""
    return any(
        said.key == other.origin.key or same_name(said, other.origin) or _anybody(said, other.origin)
        for said in account.told_by
    )


def _anybody(said: Actor, actor: Actor) -> bool:
    return actor.sort == "person" and said.name.lower() in FUNCTION_WORDS.third_person


def _of_one_family(pairs: Iterable[tuple[str, str]], actors: Mapping[str, Actor]) -> Iterator[tuple[str, str]]:
    """The same pairs with others of the same government or owner in place of one: who could be one could be all."""
    for pair in pairs:
        for one, other in (pair, pair[::-1]):
            for key, actor in actors.items():
                if key != one and actor.families & actors[other].families:
                    yield min(one, key), max(one, key)
