"""Actors: sources and carriers of a claim, identified by texts and registry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from sayso.language import spelling
from sayso.language.english import BODIES, OFFICES, OUTLETS, PEOPLE
from sayso.link.linking_words import STATES
from sayso.link.origins.affiliations import NOBODYS, Affiliation, of_introduction, of_source, of_state, standing
from sayso.link.origins.descriptions import callings, described, head, names, singular
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

    `name` is its name in sentences. `described`: the text says what it is, and gives no name ("the union"). `agency`: a
    news agency, whose own pages also come over its wire.
    """

    key: str
    name: str
    sort: Sort
    affiliation: Affiliation = NOBODYS
    unnamed: bool = False
    described: bool = False
    agency: bool = False

    @property
    def open(self) -> bool:
        """Whether it is not known who that is: an unnamed source, or one that is only described."""
        return self.unnamed or self.described

    @property
    def together(self) -> bool:
        """Whether these are several who speak jointly."""
        return self.key.startswith(TOGETHER)

    @property
    def families(self) -> frozenset[str]:
        """Keys of the governments or owners to which it belongs."""
        return self.affiliation.families

    def with_affiliation(self, known: Affiliation) -> Actor:
        """The same actor with its affiliation extended by `known`."""
        return replace(self, affiliation=self.affiliation | known)


TOGETHER = "together: "
"""With this the key of several begins who speak jointly."""

NOT_KNOWN = "not known"
NOBODY = Actor(NOT_KNOWN, NOT_KNOWN, "person", unnamed=True)
"""The origin where no text says whose word it is."""


def of_hop(hop: Hop, registry: Registry) -> Actor:
    """The actor that a hop names or describes."""
    listed = _listed(hop, registry)
    if listed is not None:
        return of_listed(listed, registry)
    name, sort = hop.called or "an unnamed source", _sort(hop)
    affiliation = _affiliation(hop, name, registry)
    if own := _named_behind(name) if hop.anonymous and sort == "person" else None:
        return Actor(f"{sort}: {fold(own)}", own, sort, affiliation | of_introduction(name, own, registry))
    if hop.anonymous or not hop.name:
        return Actor(f"unnamed {sort}: {fold(name)}", name, sort, affiliation, unnamed=True)
    if sort == "medium":
        return _published(name, affiliation, registry) if hop.kind == "document" else of_outlet(name, registry)
    if described(name):
        return Actor(f"{sort}: {fold(name)}", name, sort, affiliation, described=True)
    own = name.partition(", ")[0]  # "Norvik, which owns the ship"
    return Actor(f"{sort}: {fold(own)}", own, sort, affiliation)


def _named_behind(words: str) -> str | None:
    """The name that stands behind a description and a comma: "a commander of the rebels, Yusuf Kane"."""
    _, comma, name = words.rpartition(", ")
    parts = name.split()
    return name if comma and 2 <= len(parts) <= 4 and all(part[:1].isupper() for part in parts) else None


def _sort(hop: Hop) -> Sort:
    """What a source is, by its kind and its words: what outlets publish ("the paper's story") counts as the outlet."""
    name = hop.called or ""
    heads = [singular(word.written) for word in head(name)]
    last = heads[-1] if heads else ""
    match hop.kind:
        case "unknown" if hop.role == "relay":
            return "medium"
        case "unknown" if last in STATES.callings and last not in PEOPLE.kinds | OFFICES.nouns:
            return "body"
        case "person" if name.lower().startswith("the ") and not (hop.anonymous or described(name)):
            return "body"
        case "organisation" if not OUTLETS.papers.isdisjoint(name.split()[-1:]):
            return "medium"
        case "document" if last in STATES.published and not STATES.reported & set(heads):
            return "medium"
        case "news_outlet" | "news_agency" if last in BODIES.agencies and not STATES.news & set(heads):
            return "body"
    return _SORTS[hop.kind]


def _published(words: str, affiliation: Affiliation, registry: Registry) -> Actor:
    """The outlet that published something: of "a story on the Hill Herald" that paper, of "a report" none is known."""
    listed = registry.find_in(words, MEDIA)
    if listed is not None:
        return of_listed(listed, registry)
    if any(names(words)):
        return of_outlet(words, registry)
    return Actor(f"unnamed medium: {fold(words)}", words, "medium", affiliation, unnamed=True)


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
    """Whether one is a person, and the other a part of the name: "Vladimir Putin" and "Putin", or "Conal"."""
    if a.open or b.open or {a.sort, b.sort} not in ({"person"}, {"person", "body"}):
        return False
    short, long = sorted((a, b), key=lambda actor: len(actor.key.split()))
    ours, whole = short.key.split()[1:], long.key.split()[1:]
    if a.sort != b.sort and (long.sort != "person" or len(whole) < 2):
        return False
    return set(ours) <= set(whole) and (len(ours) > 1 or ours[-1:] in (whole[-1:], whole[:1]))


def _own_name(words: str) -> str:
    """An outlet's name without the words that only say what it is: "the Valley Courier newspaper"."""
    found = list(spelling.words_of(words))
    if len(found) > 1 and found[0].written in ("A", "An", "The") and found[1].written.islower():
        found = found[1:]
    kept = [word for word in found if not word.written.islower()]
    return spelling.bare(words[kept[0].start : kept[-1].end]) if kept else words


def _house(source: Source, registry: Registry) -> Source:
    while source.kind in MEDIA and source.parent and registry.sources[source.parent].kind in MEDIA:
        source = registry.sources[source.parent]
    return source


def _listed(hop: Hop, registry: Registry) -> Source | None:
    """The registered source that a hop names; None for unnamed sources and for persons who belong to one."""
    if hop.registry is not None and hop.registry in registry.sources:
        return registry.sources[hop.registry]
    return None if hop.anonymous or hop.kind == "person" or not hop.name else registry.lookup(hop.name)


def _affiliation(hop: Hop, name: str, registry: Registry) -> Affiliation:
    """For whom a source speaks, by all words that describe it."""
    known = of_state(hop.name, registry) if hop.kind == "government" and hop.name else NOBODYS
    for words in _words(hop):
        known |= standing(words, registry) | Affiliation(callings=callings(words))
    return known | of_introduction(hop.introduced.words, name, registry) if hop.introduced else known


def _words(hop: Hop) -> Iterable[str]:
    yield from filter(None, (hop.name, hop.descriptor))
    resolved = hop.resolved_from.mention if hop.resolved_from else None
    yield from (span.words for span in (hop.introduced, hop.mention, resolved) if span)
