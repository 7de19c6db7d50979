"""The forms in which news texts name a source, made comparable."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

_WORD = re.compile(r"&|[^\W_]+(?:[.'’&][^\W_]+)*\+?")
_INITIALS = re.compile(r"[^\W_](?:\.[^\W_])+")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_SPELLINGS = {"defence": "defense", "organisation": "organization", "centre": "center", "labour": "labor"}
_SPELLINGS |= {"programme": "program", "&": "and", "usa": "us", "america": "us", "american": "us"}
_PEOPLES = {"us", "uk", "eu", "arab", "european", "kurdish", "saudi", "soviet", "western"}

_DESCRIPTORS = """
    a an the based run owned controlled affiliated linked backed funded aligned leaning state semi official private
    public independent leading prominent popular respected influential local national regional international global
    foreign conservative liberal left right center wing pro anti opposition government business financial english
    language arabic hebrew persian daily weekly monthly evening morning online digital satellite cable news newspaper
    newspapers paper magazine journal periodical publication tabloid broadsheet agency wire service broadcaster
    television tv radio channel network station program show podcast website site outlet portal blog media platform
    group movement organization company
"""


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


def _written(word: str) -> str:
    return word.replace(".", "") if "." in word and _INITIALS.fullmatch(word) else word


def bare(word: str) -> str:
    """The word without a possessive ending."""
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


def plain(word: str) -> str:
    """The word without accents."""
    if word.isascii():
        return word
    return "".join(one for one in unicodedata.normalize("NFKD", word) if not unicodedata.combining(one))


_REMEMBERED = 20_000
"""Words whose key is remembered: a bound on memory."""


class Folding:
    """One key for all spellings of a form: case, accents, possessives, British spelling, country or its adjective."""

    def __init__(self, nations: Mapping[str, str]) -> None:
        """`nations` maps a country to its adjective ("Russia": "Russian")."""
        adjectives = {country.casefold(): adjective.casefold() for country, adjective in nations.items()}
        self._spellings = adjectives | _SPELLINGS
        self._describing = {*_DESCRIPTORS.split(), *_PEOPLES, *adjectives.values()}
        self._words: dict[str, str] = {}

    def word(self, word: str) -> str:
        """The key of one word."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) == _REMEMBERED:
                self._words.clear()
            folded = plain(bare(word)).casefold()
            known = self._words[word] = self._spellings.get(folded, folded)
        return known

    def key(self, form: str) -> tuple[str, ...]:
        """The key of a form: one entry a word, without a leading article."""
        key = tuple(self.word(word.written) for word in words_of(form))
        return key[1:] if len(key) > 1 and key[0] == "the" else key

    def describes(self, word: str) -> bool:
        """Whether a word only describes the source it stands beside ("newspaper", "state-run", "Lebanese")."""
        return self.word(word) in self._describing


class Form:
    """One form of a name.

    A form of one word is known by its capitals ("AP", "Axios"), and by its article where it is written with one
    ("The Hill"); a longer one needs only some capital ("the Russian foreign ministry").
    """

    def __init__(self, words: str, alone: bool) -> None:
        """`alone`: known only where it is the whole mention."""
        self.alone = alone
        self.article = words.startswith(("The ", "the "))
        self._words = words[4:] if self.article else words

    @property
    def first(self) -> str:
        """Its first word after the article."""
        found = _WORD.search(self._words)
        return _written(found.group()) if found else ""

    @cached_property
    def written(self) -> tuple[str, ...]:
        """Its words without the article."""
        return tuple(word.written for word in words_of(self._words))

    def stands(self, folding: Folding, text: Sequence[Word], keys: Sequence[str], at: int) -> int:
        """How many words of `text` (their keys: `keys`) from the one at `at` on are this form; 0 if it is not there."""
        written = self.written
        length = len(written)
        if tuple(keys[at : at + length]) != tuple(map(folding.word, written)):
            return 0
        if length > 1:
            return length if _capital(word.written for word in text[at : at + length]) or not _capital(written) else 0
        with_article = at > 0 and (text[at - 1].written == "The" or keys[:at] == ["the"])
        return int(_same(text[at].written, written[0]) and (with_article or not self.article))


def _capital(words: Iterable[str]) -> bool:
    return any(word != word.lower() for word in words)


def _same(found: str, form: str) -> bool:
    """Whether a single word is that form, capitals included; a long one may be in capitals throughout."""
    spellings = {plain(found), plain(bare(found))}
    return plain(form) in spellings or (len(form) > 4 and plain(form).upper() in spellings)
