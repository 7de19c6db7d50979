"""Keys for English words that are the same for all spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.english import NATIONS, SPELLINGS

_WORD = re.compile(r"&|[^\W_]+(?:[.'’&][^\W_]+)*\+?")
_INITIALS = re.compile(r"[^\W_](?:\.[^\W_])+")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)

_ADJECTIVES = {country.casefold(): adjective.casefold() for country, adjective in NATIONS.items()}
_SPELLINGS = _ADJECTIVES | dict(SPELLINGS)

NATIONALITIES = frozenset(_ADJECTIVES.values())
"""The adjectives of countries ("russian"), as `fold` gives them for either."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, where it stands there (half-open), and how it is written, initials without full stops."""

    start: int
    end: int
    written: str


def words_of(text: str) -> Iterator[Word]:
    """The words of `text`; hyphens, slashes and quotation marks part words, apostrophes do not."""
    for found in _WORD.finditer(text):
        yield Word(*found.span(), _written(found.group()))


def first_word(text: str) -> str:
    """How its first word is written; empty where there is none."""
    found = _WORD.search(text)
    return _written(found.group()) if found else ""


def bare(word: str) -> str:
    """The word without a possessive ending."""
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


def plain(word: str) -> str:
    """The word without accents."""
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """One key for all spellings of a word: case, accents, possessives, British spelling, country or its adjective."""
    folded = plain(bare(word)).casefold()
    return _SPELLINGS.get(folded, folded)


def form_key(form: str) -> tuple[str, ...]:
    """The key of a name's form: that of each word, without a leading article."""
    key = tuple(fold(word.written) for word in words_of(form))
    return key[1:] if len(key) > 1 and key[0] == "the" else key


def _written(word: str) -> str:
    return word.replace(".", "") if "." in word and _INITIALS.fullmatch(word) else word
