"""Which place lies in which, by `gazetteer.yaml`, and what else it is called; a place lies in one country only."""

from __future__ import annotations

from sayso.language.spelling import NATIONALITIES, fold
from sayso.language.word_lists import EN, mapping
from sayso.link.linking_words import COMPARING


def _folded(name: str) -> str:
    return " ".join(fold(word) for word in name.replace(".", "").split() if word.lower() != "the")


_OTHER_NAMES = {
    other: name for name, others in mapping(EN / "places_called.yaml").items() for other in others.split(", ")
}
"""For each further name of a place the one by which it is known here."""
_CALLED = {_folded(other): _folded(name) for other, name in _OTHER_NAMES.items()}


def _key(name: str) -> str:
    folded = _folded(name)
    return _CALLED.get(folded, folded)


_AROUND: dict[str, str] = {
    _key(place): _key(around)
    for around, places in mapping(EN / "gazetteer.yaml").items()
    for place in places.split(", ")
    if place not in COMPARING.several_places and "(" not in around
}
"""For each place (its key) the key of the place around it."""

_KNOWN = {_key(continent) for continent in COMPARING.continents} | set(_AROUND)
_NAMED = frozenset(_CALLED.values()) | NATIONALITIES
_LONGEST = 6
"""Words of a place's name."""


def _ways(name: str) -> list[str]:
    """The keys of the place and of all places that it lies in."""
    found = [_key(name)]
    while found[-1] in _AROUND and len(found) < 6:
        found.append(_AROUND[found[-1]])
    return [*found, *found[-1].split(" and ")]


def within(a: str, b: str) -> bool:
    """Whether one place lies in the other, or they are the same."""
    return _key(a) in _ways(b) or _key(b) in _ways(a)


def place(name: str) -> str | None:
    """The key of a listed place, the same for each of its names; None where it is not listed."""
    key = _key(name)
    return key if key in _KNOWN or key in _NAMED else None


def apart(a: str, b: str) -> bool:
    """Whether both places are known and neither lies in the other."""
    return _key(a) in _KNOWN and _key(b) in _KNOWN and not within(a, b)


def named_in(words: str) -> str | None:
    """The listed place that a phrase names: the phrase, or the longest part of it that is listed; else None."""
    parts = words.replace(",", " ").split()
    for length in range(min(_LONGEST, len(parts)), 0, -1):
        for first in range(len(parts) - length + 1):
            part = " ".join(parts[first : first + length])
            if part[:1].isupper() and _key(part) in _KNOWN:
                return part
    return None
