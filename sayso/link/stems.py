"""Stems of words, and the content words of a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.language.spelling import fold
from sayso.link.linking_words import COMPARING

_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:[.'’\-][^\W\d_]+)*\.?|\d+")
SHORTEST = 4
"""The fewest letters that removing an ending leaves."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """One key for the forms of a word ("elected", "election") and for a country and its adjective, without accents."""
    folded = fold(word.replace("’", "'").removesuffix("'s").strip("."))
    if len(folded) <= SHORTEST or not folded.isalpha():
        return folded
    for ending in COMPARING.endings:
        if folded.endswith(ending) and len(folded) - len(ending) >= SHORTEST:
            folded = folded[: -len(ending)]
            break
    return folded[:-1] if len(folded) > SHORTEST and folded[-1] == folded[-2] else folded


def tokens(text: str) -> list[str]:
    """The words and numbers of a text as written, with the parts of hyphenated words."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        found.append(word)
        if "-" in word:
            found.extend(part for part in word.split("-") if len(part) > 1)
    return found


def is_name(word: str) -> bool:
    """Whether a word is capitalised like a name."""
    return word[:1].isupper() and word.lower().rstrip(".") not in COMPARING.stop_words


def is_number(word: str) -> bool:
    """Whether a word begins with a digit."""
    return word[:1].isdigit()


def initials(words: Iterable[str]) -> str:
    """The initials of the capitalised words, in lower case ("European Union": "eu")."""
    return "".join(word[0] for word in words if word[:1].isupper()).lower()


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """The stems of a phrase's content words and its initials; without content words, the stems of all its words."""
    written = tokens(text)
    kept = [word for word in written if word.lower() not in COMPARING.stop_words]
    found = {stem(word) for word in kept or written}
    short = initials(kept)
    return frozenset(found | {short} if len(short) > 1 else found)
