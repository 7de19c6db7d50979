"""Whether words that somebody typed seem to name a person; nothing is parsed."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from sayso.language.english import GIVEN_NAMES
from sayso.language.word_lists import EN, Words, load


class FilingWords(NamedTuple):
    """Words by which a person's name is told from where something is kept."""

    no_names: Words
    also_words: Words
    titles: Words
    of_persons: Words
    no_surnames: Words


FILING = load(FilingWords, EN / "filing.yaml")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_ADDRESS = re.compile(r"@\w\S*")
_PHONE = re.compile(r"(?<![\w/])(?:\+(?:[\s()/.-]?\d){7,}|0(?:[\s()/.-]?\d){9,})")
_POSSESSIVE = re.compile(r"['’]s?$")


def names_somebody(text: str) -> str | None:
    """The first words of `text` that look like a person's name, address or telephone number; None where none do.

    A title or an initial before a capitalised word, a common given name with a capital, two capitalised words in a row,
    and one behind "met", "told", "source" and the like, unless one of them is a word of offices and of places of
    keeping; a given name in small letters where a surname may follow; a capitalised word that is all. It errs on the
    side of refusing.
    """
    if found := _ADDRESS.search(text) or _PHONE.search(text):
        return found[0].strip()
    words = [*_WORD.finditer(text)]
    for before, word, following in zip([None, *words], words, [*words[1:], None], strict=False):
        beside = following and not text[word.end() : following.start()].strip()
        behind = before[0] if before and not text[before.end() : word.start()].strip(" :") else ""
        alone = word[0] == text.strip() and _capitalised(text.strip()) and _key(text) not in FILING.no_names
        if found_name := _name(word[0], following[0] if following and beside else "", behind) or (alone and word[0]):
            return found_name
    return None


def _name(word: str, after: str, before: str) -> str | None:
    lists, key = FILING, _key(word)
    named = _capitalised(after) and _key(after) not in lists.no_names
    if named and (key in lists.titles or _initial(word) or (_capitalised(word) and key not in lists.no_names)):
        return f"{word} {after.rstrip('.')}"
    if key in lists.no_names:
        return None
    of_person = _key(before) in lists.of_persons
    given = key in GIVEN_NAMES.male | GIVEN_NAMES.female and key not in lists.also_words
    surname = bool(after) and _key(after) not in lists.no_surnames | lists.no_names
    found = (given or of_person) if _capitalised(word) else given and (of_person or surname)
    return word.rstrip(".") if found else None


def _capitalised(word: str) -> bool:
    letters = word.rstrip(".")
    return len(letters) > 1 and letters[0].isupper() and any(letter.islower() for letter in letters)


def _initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def _key(word: str) -> str:
    bare = _POSSESSIVE.sub("", word.rstrip(".").lower())
    return "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))
