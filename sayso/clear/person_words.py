"""Whether words that somebody typed seem to name a person; nothing is parsed."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest
from typing import NamedTuple

from sayso.language.english import GIVEN_NAMES
from sayso.language.word_lists import EN, Words, load


class FilingWords(NamedTuple):
    """Words by which a person's name is told from where something is kept."""

    no_names: Words
    also_words: Words
    titles: Words


FILING = load(FilingWords, EN / "filing.yaml")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s?$")


def names_somebody(text: str) -> str | None:
    """The first words of `text` that look like a person's name; None where none do.

    A title or an initial before a capitalised word, a common given name with a capital, and two capitalised words in a
    row, unless one of them is a word of offices and of places of keeping. It errs on the side of refusing.
    """
    words = [*_WORD.finditer(text)]
    for word, following in zip_longest(words, words[1:]):
        beside = following and not text[word.end() : following.start()].strip()
        if found := _name(word[0], following[0] if following and beside else ""):
            return found
    return None


def _name(word: str, after: str) -> str | None:
    lists, key = FILING, _key(word)
    named = _capitalised(after) and _key(after) not in lists.no_names
    if named and (key in lists.titles or _initial(word) or (_capitalised(word) and key not in lists.no_names)):
        return f"{word} {after.rstrip('.')}"
    given = key in GIVEN_NAMES.male | GIVEN_NAMES.female and key not in lists.also_words | lists.no_names
    return word.rstrip(".") if given and _capitalised(word) else None


def _capitalised(word: str) -> bool:
    letters = word.rstrip(".")
    return len(letters) > 1 and letters[0].isupper() and any(letter.islower() for letter in letters)


def _initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def _key(word: str) -> str:
    bare = _POSSESSIVE.sub("", word.rstrip(".").lower())
    return "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))
