"""Actors: sources and carriers of a claim, identified by texts and registry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from sayso.language import spelling
from sayso.link.linking_words import STATES
from sayso.link.origins.affiliations import NOBODYS, Affiliation, of_source, of_state, standing
from sayso.registry import Registry, Source
from schemas import Credit, Hop, Member, SourceKind

Sort = Literal["person", "body", "medium", "platform", "document"]

MEDIA: tuple[SourceKind, ...] = ("news_outlet", "news_agency")
_SORTS: dict[SourceKind, Sort] = {
    "person": "person",
    "group": "person",
    "unknown": "person",
    "organisation": "body",
    "government": "body",
    "news_outlet": "medium",
    "news_agency": "medium",
    "social_media": "platform",
    "document": "document",
}
UNKNOWN_OUTLET = "an outlet that is not known"
NOWHERE = "unnamed medium"
"""The key shared by all unknown outlets."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A source or carrier. Equal keys mean the same actor, or for unnamed sources the same description.

    `name` is its name in sentences. `agency`: a news agency, whose own pages also come over its wire.
    """

    key: str
    name: str
    sort: Sort
    affiliation: Affiliation = NOBODYS
    unnamed: bool = False
    agency: bool = False

    @property
    def families(self) -> frozenset[str]:
        """Keys of the governments or owners to which it belongs."""
        return self.affiliation.families

    def with_affiliation(self, known: Affiliation) -> Actor:
        """The same actor with its affiliation extended by `known`."""
        return replace(self, affiliation=self.affiliation | known)


NOT_KNOWN = "not known"
NOBODY = Actor(NOT_KNOWN, NOT_KNOWN, "person", unnamed=True)
"""The origin where no text says whose word it is."""


def of_hop(hop: Hop, registry: Registry) -> Actor:
    """The actor that a hop names or describes."""
    listed = _listed(hop, registry)
    if listed is not None:
        return of_listed(listed, registry)
    name = hop.called or "an unnamed source"
    affiliation = _affiliation(hop, registry)
    sort = "medium" if hop.role == "relay" and hop.kind == "unknown" else _SORTS[hop.kind]
    if hop.anonymous or not hop.name:
        return Actor(f"unnamed {sort}: {fold(name)}", name, sort, affiliation, unnamed=True)
    return of_outlet(name, registry) if sort == "medium" else Actor(f"{sort}: {fold(name)}", name, sort, affiliation)


def of_member(member: Member, registry: Registry) -> Actor:
    """The actor that a member of a joint source names or describes."""
    hop = Hop(role="origin", name=member.name, mention=member.mention, kind=member.kind, anonymous=member.anonymous)
    return of_hop(hop, registry)


@lru_cache(maxsize=10_000)
def of_outlet(name: str | None, registry: Registry) -> Actor:
    """The actor of an article's outlet."""
    if name is None or not name.strip():
        return Actor(NOWHERE, UNKNOWN_OUTLET, "medium", unnamed=True)
    listed = registry.lookup(name)
    if listed is not None and listed.kind in MEDIA:
        return of_listed(listed, registry)
    own = _own_name(name)
    return Actor(f"medium: {fold(own)}", own, "medium", of_source(listed, registry) if listed else NOBODYS)


def of_credit(credit: Credit, registry: Registry) -> Actor:
    """The actor to whom an article credits its text."""
    listed = registry.sources.get(credit.registry or "") or registry.lookup(credit.name)
    return of_listed(listed, registry) if listed else of_outlet(credit.name, registry)


def of_listed(source: Source, registry: Registry) -> Actor:
    """The actor of a registered source; outlets of one house, and its programmes and services, share one key."""
    house = _house(source, registry)
    agency = house.kind == "news_agency"
    return Actor(f"listed: {house.key}", source.name, _SORTS[house.kind], of_source(house, registry), agency=agency)


@lru_cache(maxsize=10_000)
def fold(words: str) -> str:
    """One key for all spellings of a name or description, without words that do not distinguish sources."""
    keys = [spelling.fold(word.written) for word in spelling.words_of(words)]
    return " ".join([key for key in keys if key not in STATES.skipped] or keys)


def same_name(a: Actor, b: Actor) -> bool:
    """Whether one person's name is a part of the other's: "Putin" and "Vladimir Putin"."""
    if not a.sort == b.sort == "person" or a.unnamed or b.unnamed:
        return False
    ours, other = a.key.split()[1:], b.key.split()[1:]
    short, long = sorted((ours, other), key=len)
    return set(short) <= set(long) and (len(short) > 1 or short[-1:] == long[-1:])


def _own_name(words: str) -> str:
    """An outlet's name without the words that only say what it is: "the Valley Courier newspaper"."""
    names = [word for word in spelling.words_of(words) if not word.written.islower()]
    return words[names[0].start : names[-1].end] if names else words


def _house(source: Source, registry: Registry) -> Source:
    while source.kind in MEDIA and source.parent and registry.sources[source.parent].kind in MEDIA:
        source = registry.sources[source.parent]
    return source


def _listed(hop: Hop, registry: Registry) -> Source | None:
    """The registered source that a hop names; None for unnamed sources and for persons who belong to one."""
    if hop.registry is not None and hop.registry in registry.sources:
        return registry.sources[hop.registry]
    return None if hop.anonymous or hop.kind == "person" or not hop.name else registry.lookup(hop.name)


def _affiliation(hop: Hop, registry: Registry) -> Affiliation:
    """For whom a source speaks, by all words that describe it."""
    known = of_state(hop.name, registry) if hop.kind == "government" and hop.name else NOBODYS
    for words in _words(hop):
        known |= standing(words, registry)
    return known


def _words(hop: Hop) -> Iterable[str]:
    yield from filter(None, (hop.name, hop.descriptor))
    resolved = hop.resolved_from.mention if hop.resolved_from else None
    yield from (span.words for span in (hop.introduced, hop.mention, resolved) if span)
