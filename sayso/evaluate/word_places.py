"""A text as words: places are compared word by word, so that quotation marks and commas never matter."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

WORD = re.compile(r"\w+")

Range = tuple[int, int]
"""Half-open code points of a text."""

Words = frozenset[int]
"""Numbers of words of a text, from 0."""

_CUT = " [...] "

HALF = 0.5
"""The least overlap (Dice) at which two places count as the same."""


class Text:
    """Characters, and the words in them."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        places = [match.span() for match in WORD.finditer(characters)]
        self._starts = [start for start, _ in places]
        self._ends = [end for _, end in places]

    def words(self, ranges: Iterable[Range]) -> Words:
        """The words that are in `ranges`, wholly or partly."""
        found: set[int] = set()
        for start, end in ranges:
            found.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return frozenset(found)

    def said(self, words: Words) -> list[str]:
        """`words` as they are written, in text order."""
        return [self.word(number) for number in sorted(words)]

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self._starts)

    def word(self, number: int) -> str:
        """The word with this number, as written."""
        return self.characters[self._starts[number] : self._ends[number]]

    def between(self, first: int, second: int) -> str:
        """The characters between two words; from the last word, everything to the end."""
        return self.characters[self._ends[first] : self._starts[second] if second < len(self._starts) else None]

    def before(self, words: Words) -> str:
        """Everything before the first of `words`."""
        return self.characters[: self._starts[min(words)]]

    def shown(self, words: Words, limit: int = 90) -> str:
        """The text of `words` on one line of at most `limit` characters, shortened in the middle.

        Articles are not trusted: control characters are shown as replacement characters.
        """
        ordered = sorted(words)
        breaks = [(a, b) for a, b in pairwise(ordered) if b > a + 1]
        firsts, lasts = [ordered[0], *(b for _, b in breaks)], [*(a for a, _ in breaks), ordered[-1]]
        parts = [self.characters[self._starts[a] : self._ends[b]] for a, b in zip(firsts, lasts, strict=True)]
        line = " ... ".join(" ".join(part.split()) for part in parts)
        line = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in line)
        if len(line) <= limit:
            return line
        end = (limit - len(_CUT)) // 3
        return f"{line[: limit - len(_CUT) - end].rstrip()}{_CUT}{line[-end:].lstrip()}"


def dice(a: Words, b: Words) -> float:
    """The Dice overlap of two sets of words: 0 nothing, 1 all (also where both are empty)."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
