"""Whether the body gives a source for what a headline says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from sayso.report.listing_words import LISTING
from schemas import Statement

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")
_SHARE = 2 / 3
_SHORTEST = 4
_LONGEST = 40
"""Letters: shorter words must match exactly, longer ones are cut to `_LONGEST`."""

HEADLINES = 200
"""Headlines of an article that are searched for in its body, a bound on time; no real article has more."""


class Body:
    """The sourced statements of an article's body, searched headline by headline."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._statements = tuple(statements)
        self._asked = 0

    def covers(self, headline: str) -> bool:
        """Whether one of the statements says what the headline says; False after the first `HEADLINES`.

        At least two thirds of the headline's words, and no fewer than two, must stand in the statement, its cue or its
        sources, word endings aside, and every figure. "Putin praises ties" is covered by "Putin said that the ties
        ..."; "12 killed" never by a statement without a 12.
        """
        wanted = _content(headline)
        self._asked += 1
        if len(wanted) < 2 or self._asked > HEADLINES:
            return False
        having = {word: self._index.having(word) for word in wanted}
        shared = Counter(chain.from_iterable(having.values()))
        figures = [having[word] for word in wanted if word[0].isdigit()]
        needed = max(2, _SHARE * len(wanted))
        return any(many >= needed and all(number in holders for holders in figures) for number, many in shared.items())

    @cached_property
    def _index(self) -> _Index:
        return _Index(map(_words_of, self._statements))


class _Index:
    """Finds which of several sets of words contain a word, endings aside.

    Two words match where all but the last letter of one, and at least four letters, begin the other; short words and
    figures must match exactly.
    """

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        self._whole: defaultdict[str, set[int]] = defaultdict(set)
        self._stems: defaultdict[str, set[int]] = defaultdict(set)
        self._beginnings: defaultdict[str, set[int]] = defaultdict(set)
        for number, words in enumerate(texts):
            for word in words:
                if _rigid(word):
                    self._whole[word].add(number)
                    continue
                self._stems[_stem(word)].add(number)
                for beginning in _beginnings(word):
                    self._beginnings[beginning].add(number)

    def having(self, word: str) -> set[int]:
        """The numbers of the sets that contain it."""
        if _rigid(word):
            return self._whole.get(word, set())
        found = (self._stems.get(beginning, set()) for beginning in _beginnings(word))
        return self._beginnings.get(_stem(word), set()).union(*found)


def _words_of(statement: Statement) -> frozenset[str]:
    """The words of a statement, its cue and its sources, in lower case, without function words."""
    sources = [name for hop in statement.chain[:-1] for name in (hop.name, hop.mention and hop.mention.words) if name]
    return _content(" ".join([statement.text, statement.cue.words if statement.cue else "", *sources]))


def _content(text: str) -> frozenset[str]:
    words = (match[0].lower().replace(",", "")[:_LONGEST] for match in _WORD.finditer(text))
    return frozenset(word for word in words if word[0].isdigit() or (len(word) > 2 and word not in LISTING.empty))


def _rigid(word: str) -> bool:
    return len(word) < _SHORTEST or word[0].isdigit()


def _stem(word: str) -> str:
    return word[: max(_SHORTEST, len(word) - 1)]


def _beginnings(word: str) -> Iterator[str]:
    return (word[:end] for end in range(_SHORTEST, len(word) + 1))
