"""Whether two words are one name, spelled out of another script in two ways ("Gaddafi", "Kadhafi")."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.language.spelling import plain

_ONE_SOUND = {
    "tch": "c", "sch": "s", "ck": "k", "kh": "k", "gh": "g", "dh": "d", "th": "t", "ph": "f", "zh": "z", "sh": "s",
    "ch": "c", "dj": "j", "ts": "c", "tz": "c", "x": "ks", "q": "k", "w": "v", "ou": "u", "oo": "u", "ee": "i",
    "ey": "e", "ei": "e", "ay": "e", "ai": "e", "aa": "a", "ae": "a", "oe": "o", "ue": "u", "y": "i", "j": "i",
}  # fmt: skip
"""Letters that are written for one sound, and one for them, in the order in which they are replaced."""
_TWICE = re.compile(r"(.)\1+")

_VOWELS = frozenset("aeiou")
_COSTS = {"ae": 0.3, "ei": 0.3, "ou": 0.3, "ao": 0.5, "ck": 0.3, "gk": 0.3, "cs": 0.3, "sz": 0.3, "gh": 0.4, "bp": 0.5}
_COSTS |= {"fv": 0.5, "dt": 0.5, "hk": 0.5}
"""What it costs to take one letter for another. Any other exchange, or letter more, costs 1; an h or an i more, .3."""
_NEAR = {frozenset(letters): cost for letters, cost in _COSTS.items()}
PER_LETTER, MOST = 0.15, 0.9
"""The most that a word of one letter may cost, and a word of any length."""


@lru_cache(maxsize=65536)
def spelled_alike(a: str, b: str) -> bool:
    """Whether two words may be spellings of one name: they sound nearly alike, and differ in no vowel at their end."""
    mine, theirs = _sounds(a), _sounds(b)
    if not mine or not theirs or (mine[-1] != theirs[-1] and {mine[-1], theirs[-1]} & _VOWELS):
        return False
    return _distance(mine, theirs) <= min(MOST, PER_LETTER * min(len(mine), len(theirs)))


def _sounds(word: str) -> str:
    sounds = plain(word).casefold()
    for letters, sound in _ONE_SOUND.items():
        sounds = sounds.replace(letters, sound)
    return _TWICE.sub(r"\1", sounds)


def _distance(a: str, b: str) -> float:
    """What it costs, letter by letter, to make one of the other."""
    row = [0.0]
    for letter in b:
        row.append(row[-1] + _more(letter))
    for mine in a:
        above, row = row, [row[0] + _more(mine)]
        for at, theirs in enumerate(b):
            exchanged = above[at] + (0.0 if mine == theirs else _NEAR.get(frozenset((mine, theirs)), 1.0))
            row.append(min(exchanged, above[at + 1] + _more(mine), row[at] + _more(theirs)))
    return row[-1]


def _more(letter: str) -> float:
    return 0.3 if letter in "hi" else 1.0
