"""Affiliations: for whom a source speaks, read from the words that describe it: "Russia's ambassador to Israel"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

from sayso.language.english import BODIES
from sayso.language.spelling import NATIONALITIES, fold, words_of
from sayso.link.linking_words import STATES
from sayso.link.origins.descriptions import callings, names, singular, speaks
from sayso.registry import Registry, Source

Families = frozenset[str]


@dataclass(frozen=True, slots=True)
class Affiliation:
    """For whom a source speaks, as far as known.

    `families`: keys of the governments or owners, and which of them are `governments`. `countries`: ISO codes.
    `official`: holds an office of some state. `callings`: its offices and callings. `introduced`: the words (keys) with
    which articles say in which office it speaks, and which of them are `names`. `private`: an article says who that is,
    and tells no office.
    """

    families: Families = frozenset()
    governments: Families = frozenset()
    countries: frozenset[str] = frozenset()
    official: bool = False
    callings: frozenset[str] = frozenset()
    introduced: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    private: bool = False

    def __or__(self, other: Affiliation) -> Self:
        return type(self)(
            self.families | other.families,
            self.governments | other.governments,
            self.countries | other.countries,
            self.official or other.official,
            self.callings | other.callings,
            self.introduced | other.introduced,
            self.names | other.names,
            self.private or other.private,
        )


NOBODYS = Affiliation()
"""No known affiliation."""


@lru_cache(maxsize=20_000)
def standing(words: str, registry: Registry) -> Affiliation:
    """The affiliation that `words` give: "the Kremlin's spokesman, Dmitry Peskov"."""
    keys = [fold(word.written) for word in words_of(words)]
    found = NOBODYS
    for nation, start, end in _nations(keys, registry):
        if STATES.elsewhere.intersection(keys[start - 1 : start]) or keys[end : end + 1] == ["based"]:
            continue
        found |= Affiliation(countries=_countries(nation, registry))
        if not STATES.no_longer & set(keys[max(0, start - 2) : start]) and (
            _before_role(keys, end) or _of(keys, start)
        ):
            found |= _of_government(nation, registry)
    for match in registry.find_all(words):
        found |= Affiliation(countries=_known(match.source.country))
        if not STATES.apart & set(keys):
            found |= replace(of_source(match.source, registry), countries=frozenset())
    return found | Affiliation(official=_leads(keys) and not STATES.no_longer & set(keys))


@lru_cache(maxsize=20_000)
def of_introduction(words: str, name: str, registry: Registry) -> Affiliation:
    """The affiliation that an article gives with these words beside a name: "a Norvik spokeswoman"."""
    known = standing(words, registry) | Affiliation(callings=callings(words))
    office = any(singular(word.written) in STATES.speaking for word in words_of(words))
    if not speaks([word.written for word in words_of(words)]):
        return known | Affiliation(private=not (known.callings or office))
    own = {singular(word.written) for word in words_of(name)} | STATES.going_on | STATES.skipped
    listed = " ".join([words, *(match.source.name for match in registry.find_all(words))])
    keys = frozenset(singular(word.written) for word in words_of(listed)) - own
    offices = STATES.speaking & keys
    named = frozenset(map(singular, names(listed))) - own if not offices or offices - STATES.elected else frozenset()
    bodies = named - STATES.speaking - STATES.ranks - NATIONALITIES - BODIES.nouns
    if not (bodies or offices or STATES.running & keys):
        return known  # "of Denmark"
    return known | Affiliation(introduced=keys, names=bodies)


def of_state(name: str, registry: Registry) -> Affiliation:
    """The affiliation of a state named by its country or capital: its government."""
    keys = [key for key in (fold(word.written) for word in words_of(name)) if key != "the"]
    nation = tuple(STATES.capitals.get(" ".join(keys), " ".join(keys)).replace("-", " ").split())
    if nation not in registry.governments:
        return NOBODYS
    return replace(_of_government(nation, registry), countries=_countries(nation, registry))


def of_source(source: Source, registry: Registry) -> Affiliation:
    """The affiliation of a registered source: its family."""
    whole = registry.family(source)
    return Affiliation(
        families=_known(whole.key),
        governments=_known(whole.key if whole.governs else None),
        countries=_known(whole.country or source.country),
        official=whole.governs,
    )


def _of_government(nation: tuple[str, ...], registry: Registry) -> Affiliation:
    """The affiliation of an official of a country: its government."""
    key = _known(_government(nation, registry))
    return Affiliation(families=key, governments=key, official=True)


def _nations(keys: Sequence[str], registry: Registry) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Countries (by their adjectives) in a text, each with the numbers of its words, half-open."""
    at = 0
    while at < len(keys):
        two, single = tuple(keys[at : at + 2]), (keys[at],)
        nation = two if two in registry.governments else single
        if nation in registry.governments or keys[at] in NATIONALITIES:
            yield nation, at, at + len(nation)
            at += len(nation) - 1
        at += 1


def _before_role(keys: Sequence[str], at: int) -> bool:
    while at < len(keys) and keys[at] in STATES.ranks and keys[at] not in STATES.offices:
        at += 1
    return at < len(keys) and (keys[at] in STATES.offices or (keys[at] in STATES.ranks and _before_role(keys, at + 1)))


def _of(keys: Sequence[str], start: int) -> bool:
    """Whether "president of (the)" stands before a country."""
    before = [key for key in keys[:start] if key != "the"]
    return len(before) > 1 and before[-1] == "of" and before[-2] in STATES.offices


def _leads(keys: Sequence[str]) -> bool:
    """Whether the words begin with an office of a state that they do not name: "Prime Minister Ann Lee"."""
    first = next((key for key in keys if key not in STATES.ranks), "")
    return first in STATES.of_some_state


def _known(key: str | None) -> frozenset[str]:
    return frozenset([key] if key else [])


def _government(nation: tuple[str, ...], registry: Registry) -> str | None:
    """The key of a country's government, registered or not; None for the Palestinians, who have several."""
    listed = registry.governments.get(nation)
    return listed.key if listed else None if nation == ("palestinian",) else f"government:{nation[0]}"


def _countries(nation: tuple[str, ...], registry: Registry) -> frozenset[str]:
    listed = registry.governments.get(nation)
    country = listed.country if listed else "PS" if nation == ("palestinian",) else None
    return _known(country)
