"""Which place lies in which, by `gazetteer.yaml`: what lies in one country lies in no other."""

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
"""For each place, by its key, the key of the one around it."""

_KNOWN = {_key(one) for one in COMPARING.continents} | set(_AROUND)


def _ways(name: str) -> list[str]:
    """The place, what it lies in, and so on."""
    found = [_key(name)]
    while found[-1] in _AROUND and len(found) < 6:
        found.append(_AROUND[found[-1]])
    return [*found, *found[-1].split(" and ")]


def within(a: str, b: str) -> bool:
    """Whether one lies in the other, or they are the same."""
    return _key(a) in _ways(b) or _key(b) in _ways(a)


def apart(a: str, b: str) -> bool:
    """Whether both are known, and neither lies in the other."""
    return _key(a) in _KNOWN and _key(b) in _KNOWN and not within(a, b)


def named_in(words: str) -> str | None:
    """The listed place that a phrase names: the whole of it, or its longest part."""
    parts = words.replace(",", " ").split()
    for length in range(min(3, len(parts)), 0, -1):
        for first in range(len(parts) - length + 1):
            part = " ".join(parts[first : first + length])
            if part[:1].isupper() and _key(part) in _KNOWN:
                return part
    return None
