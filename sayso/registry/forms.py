"""The forms in which news texts name a source, made comparable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from sayso.language.english import SOURCES
from sayso.language.spelling import NATIONALITIES, Word, bare, first_word, fold, plain, words_of

_DESCRIBING = NATIONALITIES | SOURCES.peoples | SOURCES.descriptors


def describes(word: str) -> bool:
    """Whether a word only describes the source it stands beside ("newspaper", "state-run", "Lebanese")."""
    return fold(word) in _DESCRIBING


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
        return first_word(self._words)

    @cached_property
    def written(self) -> tuple[str, ...]:
        """Its words without the article."""
        return tuple(word.written for word in words_of(self._words))

    def stands(self, text: Sequence[Word], keys: Sequence[str], at: int) -> int:
        """How many words of `text` (with their `keys`) are this form, from the word at `at`; 0 if it is not there."""
        written = self.written
        length = len(written)
        if tuple(keys[at : at + length]) != tuple(map(fold, written)):
            return 0
        if length > 1:
            return length if _capital(word.written for word in text[at : at + length]) or not _capital(written) else 0
        with_article = at > 0 and (text[at - 1].written == "The" or keys[:at] == ["the"])
        return int(_same(text[at].written, written[0]) and (with_article or not self.article))


def _capital(words: Iterable[str]) -> bool:
    return any(word != word.lower() for word in words)


def _same(found: str, form: str) -> bool:
    """Whether a single word is that form, capitals included; a long one may be all capitals."""
    spellings = {plain(found), plain(bare(found))}
    return plain(form) in spellings or (len(form) > 4 and plain(form).upper() in spellings)
