"""Which place lies in which, by `gazetteer.yaml`; a place lies in one country only."""

from __future__ import annotations

from sayso.language.spelling import fold
from sayso.language.word_lists import EN, mapping
from sayso.link.linking_words import COMPARING


def _key(name: str) -> str:
    words = [fold(word) for word in name.replace(".", "").split() if word.lower() != "the"]
    joined = " ".join(words)
    return {"united states": "us", "united kingdom": "uk", "britain": "uk", "great britain": "uk"}.get(joined, joined)


_AROUND: dict[str, str] = {
    _key(place): _key(around)
    for around, places in mapping(EN / "gazetteer.yaml").items()
    for place in places.split(", ")
    if place not in COMPARING.several_places and "(" not in around
}
"""For each place (its key) the key of the place around it."""

_KNOWN = {_key(continent) for continent in COMPARING.continents} | set(_AROUND)


def _ways(name: str) -> list[str]:
    """The keys of the place and of all places that it lies in."""
    found = [_key(name)]
    while found[-1] in _AROUND and len(found) < 6:
        found.append(_AROUND[found[-1]])
    return [*found, *found[-1].split(" and ")]


def within(a: str, b: str) -> bool:
    """Whether one place lies in the other, or they are the same."""
    return _key(a) in _ways(b) or _key(b) in _ways(a)


def apart(a: str, b: str) -> bool:
    """Whether both places are known and neither lies in the other."""
    return _key(a) in _KNOWN and _key(b) in _KNOWN and not within(a, b)


def named_in(words: str) -> str | None:
    """The listed place that a phrase names: the phrase, or the longest part of it that is listed; else None."""
    parts = words.replace(",", " ").split()
    for length in range(min(3, len(parts)), 0, -1):
        for first in range(len(parts) - length + 1):
            part = " ".join(parts[first : first + length])
            if part[:1].isupper() and _key(part) in _KNOWN:
                return part
    return None
