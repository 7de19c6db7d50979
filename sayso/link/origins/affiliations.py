"""For whom somebody speaks, read from the words that say who they are: "Russia's ambassador to Israel"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

from sayso.language.spelling import NATIONALITIES, fold, words_of
from sayso.registry import Source, family, registry

Families = frozenset[str]

_ROLES = frozenset(
    """president premier chancellor minister ministers ministry ambassador ambassadors envoy envoys diplomat diplomats
    embassy consul consulate spokesman spokeswoman spokesperson official officials government presidency cabinet
    administration secretary leader leaders counterpart king queen monarch emir sultan military army intelligence
    delegation negotiator negotiators commander commanders general generals officer officers adviser advisers advisor
    aide aides authorities forces""".split()
)
"""Offices of a state: with its name in front of them they speak for its government."""

_RANKS = frozenset(
    """a the senior top high ranking level leading foreign defense interior deputy first prime vice permanent special
    presidential security military intelligence state government chief press acting national federal finance energy
    economy health justice trade culture transport army naval navy air force cabinet unnamed anonymous unidentified
    well informed two three several some other another""".split()
)
"""What may stand between a country and the office, or before an office without a country."""

_STATELY = frozenset(
    """president premier minister chancellor ambassador secretary official officials government ministry diplomat
    diplomats authorities military army""".split()
)
"""Offices that are some state's even where the words do not say which."""

_ELSEWHERE = [[word] for word in ("to", "in", "with", "at", "on", "about", "against", "from")]
"""A country behind one of these is where somebody is, not for whom they speak: "ambassador to Israel"."""

_NO_LONGER = frozenset("former ex onetime erstwhile late".split())
_APART = frozenset(
    """critic critics opponent opponents opposition foe foes rival rivals dissident dissidents defector defectors
    anti against watcher watchers expert experts analyst analysts former ex onetime close near familiar briefed
    accredited exiled""".split()
)
"""Words that put somebody beside a body, or against it, and not in it."""


_CAPITALS = dict(
    pair.split("=")
    for pair in """ankara=turkish amman=jordanian baghdad=iraqi baku=azerbaijani beijing=chinese beirut=lebanese
    belgrade=serbian berlin=german budapest=hungarian cairo=egyptian canberra=australian caracas=venezuelan
    damascus=syrian doha=qatari hanoi=vietnamese havana=cuban islamabad=pakistani jerusalem=israeli kiev=ukrainian
    kyiv=ukrainian london=british madrid=spanish minsk=belarusian moscow=russian ottawa=canadian paris=french
    pyongyang=north-korean riyadh=saudi rome=italian seoul=south-korean taipei=taiwanese tbilisi=georgian
    tehran=iranian tokyo=japanese warsaw=polish washington=us yerevan=armenian""".split()
)
"""Capitals that stand for a government: "Moscow said"."""


@dataclass(frozen=True, slots=True)
class Affiliation:
    """For whom somebody speaks, as far as words tell.

    `families`: keys of the governments or owners. `countries`: ISO codes. `official`: holds an office of some state.
    """

    families: Families = frozenset()
    countries: frozenset[str] = frozenset()
    official: bool = False

    def __or__(self, other: Affiliation) -> Self:
        return type(self)(
            self.families | other.families, self.countries | other.countries, self.official or other.official
        )


NOBODYS = Affiliation()
"""Nothing is known of it."""


@cache
def standing(words: str) -> Affiliation:
    """What `words` ("the Kremlin's spokesman, Dmitry Peskov") tell of whom somebody speaks for."""
    keys = [fold(word.written) for word in words_of(words)]
    found = NOBODYS
    for nation, start, end in _nations(keys):
        if keys[start - 1 : start] in _ELSEWHERE:
            continue
        found |= Affiliation(countries=_countries(nation))
        if not _NO_LONGER & set(keys[max(0, start - 2) : start]) and (_before_role(keys, end) or _of(keys, start)):
            found |= Affiliation(families=_known(_government(nation)), official=True)
    for one in registry().find_all(words):
        found |= Affiliation(countries=_known(one.source.country))
        if not _APART & set(keys):
            whole = family(one.source)
            found |= Affiliation(families=frozenset({whole.key}), official=whole.governs)
    return found | Affiliation(official=_leads(keys) and not _NO_LONGER & set(keys))


def of_state(name: str) -> Affiliation:
    """For whom a state speaks that is named by its country or capital: for its government."""
    keys = [key for key in (fold(word.written) for word in words_of(name)) if key != "the"]
    nation = tuple(_CAPITALS.get(" ".join(keys), " ".join(keys)).replace("-", " ").split())
    if nation not in _governments():
        return NOBODYS
    return Affiliation(_known(_government(nation)), _countries(nation), official=True)


def of_source(source: Source) -> Affiliation:
    """For whom a listed source speaks: for its family."""
    whole = family(source)
    return Affiliation(frozenset({whole.key}), _known(whole.country or source.country), whole.governs)


def _nations(keys: Sequence[str]) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Countries (as their adjectives) in a text, with the words that they are."""
    at = 0
    while at < len(keys):
        two, one = tuple(keys[at : at + 2]), (keys[at],)
        nation = two if two in _governments() else one
        if nation in _governments() or keys[at] in NATIONALITIES:
            yield nation, at, at + len(nation)
            at += len(nation) - 1
        at += 1


def _before_role(keys: Sequence[str], at: int) -> bool:
    while at < len(keys) and keys[at] in _RANKS and keys[at] not in _ROLES:
        at += 1
    return at < len(keys) and (keys[at] in _ROLES or (keys[at] in _RANKS and _before_role(keys, at + 1)))


def _of(keys: Sequence[str], start: int) -> bool:
    """Whether "president of (the)" stands before a country."""
    before = [key for key in keys[:start] if key != "the"]
    return len(before) > 1 and before[-1] == "of" and before[-2] in _ROLES


def _leads(keys: Sequence[str]) -> bool:
    """Whether words begin with an office of some state that they do not name: "Prime Minister Ann Lee"."""
    first = next((key for key in keys if key not in _RANKS), "")
    return first in _STATELY


@cache
def _governments() -> dict[tuple[str, ...], Source]:
    """Governments by the adjective of their country."""
    found = {}
    for source in registry().sources.values():
        for form, _ in source.forms if source.governs else ():
            match [fold(word.written) for word in words_of(form)]:
                case ["government", "of", *country] | ["federal", "government", "of", *country]:
                    found[tuple(key for key in country if key != "the")] = source
                case [*country, "government"]:
                    found[tuple(country)] = source
    return found


def _known(key: str | None) -> frozenset[str]:
    return frozenset([key] if key else [])


def _government(nation: tuple[str, ...]) -> str | None:
    """The key of a country's government, listed or not; none for the Palestinians, who have several."""
    listed = _governments().get(nation)
    return listed.key if listed else None if nation == ("palestinian",) else f"government:{nation[0]}"


def _countries(nation: tuple[str, ...]) -> frozenset[str]:
    listed = _governments().get(nation)
    country = listed.country if listed else "PS" if nation == ("palestinian",) else None
    return _known(country)
