"""Whether two names may be one source's: a part of the other, spelt otherwise, or its initials."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.language.spelling import fold, words_of
from sayso.link.linking_words import STATES

_SHORTEST = 5
"""Shorter names with another letter are other names: "Lind", "Lund"."""
_BEGIN = 3
"""Given names that begin with the same letters may be one: "Nick" and "Nicholas"."""
_MORE = 4
"""By so many letters a word is longer that has a name in it: "Peterson" is no Peter."""


@lru_cache(maxsize=20_000)
def tied(a: str, b: str) -> bool:
    """Whether `a` and `b` may name one source: "Tove Lind" and "Nurse Tove Lind", "Observatory", "Adbulla"."""
    return any(_tied(ours, theirs) for ours in _parts(a) for theirs in _parts(b))


def _tied(a: str, b: str) -> bool:
    ours, theirs = _keys(a), _keys(b)
    if not ours or not theirs:
        return False
    short, long = sorted((ours, theirs), key=len)
    return (
        _within(short, long)
        or _within(long, short)
        or _initials(a, b)
        or _initials(b, a)
        or _spelt_otherwise(short, long)
    )


def _parts(name: str) -> list[str]:
    """A name, or the names that a possessive parts: "Norvik’s Tove Lind"; behind "named" stands the name."""
    whole = re.split(r"\b(?:named|called|dubbed) ", name)[-1]
    parts = [part for part in re.split(r"['’]s ", whole) if part.strip()]
    return [whole, *parts] if len(parts) > 1 else [whole]


def _keys(name: str) -> tuple[str, ...]:
    keys = [fold(word.written) for word in words_of(name)]
    return tuple(key for key in keys if key not in STATES.skipped and key != "of")


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the longer name has all words of the shorter, perhaps within longer ones: "@tovelind_83"."""
    return len(short) <= len(long) and all(
        key in long or any(len(key) >= _SHORTEST and key in other and len(other) >= len(key) + _MORE for other in long)
        for key in short
    )


def initials(name: str) -> str:
    """The key of a name's initials: "sohr" of "Syrian Observatory for Human Rights"; empty where they are few."""
    begins = "".join(word.written[0] for word in words_of(name) if word.written[:1].isupper())
    return fold(begins) if len(begins) > 2 else ""


def _initials(short: str, long: str) -> bool:
    """Whether one name consists of the other's initials."""
    return bool(initials(long)) and any(
        fold(word.written) == initials(long) for word in words_of(short) if word.written.isupper()
    )


def _spelt_otherwise(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether two persons' names differ by a letter in a long surname, by a space, or by a short form of one."""
    if not all(key.isalpha() for key in (*short, *long)):
        return False
    if _near("".join(short), "".join(long)) and len(short) + len(long) > 2:
        return True
    given, other = short[:-1], long[:-1]
    like = all(any(a[:_BEGIN] == b[:_BEGIN] or b.startswith(a) for b in other) for a in given if other)
    begins = not given and len(other) > 0 and len(short[-1]) > 1 and other[0].startswith(short[-1])
    return like and (begins or _near(short[-1], long[-1]))


def _near(a: str, b: str) -> bool:
    """Whether two words are one, or differ by one letter that is other, missing, or in the place of its neighbour."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < _SHORTEST or len(long) - len(short) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :] or short[at:] == long[at + 1 :]
