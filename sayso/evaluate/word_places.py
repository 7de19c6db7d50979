"""A text as its words: places are compared word by word, so that quotation marks and commas never matter."""

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
"""What two places must share at least, by Dice, to count as the same."""


class Text:
    """Characters, and the words in them."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        places = [match.span() for match in WORD.finditer(characters)]
        self._starts = [start for start, _ in places]
        self._ends = [end for _, end in places]

    def words(self, ranges: Iterable[Range]) -> Words:
        """The words that stand in `ranges`, whole or in part."""
        found: set[int] = set()
        for start, end in ranges:
            found.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return frozenset(found)

    def said(self, words: Words) -> list[str]:
        """Those words in the text's order, as they are written."""
        return [self.word(one) for one in sorted(words)]

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self._starts)

    def word(self, number: int) -> str:
        """One word as it is written."""
        return self.characters[self._starts[number] : self._ends[number]]

    def between(self, one: int, other: int) -> str:
        """What stands between two words that follow one another; behind the last word, all that is left."""
        return self.characters[self._ends[one] : self._starts[other] if other < len(self._starts) else None]

    def before(self, words: Words) -> str:
        """All that stands before the first of `words`."""
        return self.characters[: self._starts[min(words)]]

    def shown(self, words: Words, limit: int = 90) -> str:
        """The stretches that `words` make up, on one line of at most `limit` characters, cut in its middle.

        Articles are not trusted: what a terminal would obey is shown as a replacement character.
        """
        ordered = sorted(words)
        breaks = [(a, b) for a, b in pairwise(ordered) if b > a + 1]
        firsts, lasts = [ordered[0], *(b for _, b in breaks)], [*(a for a, _ in breaks), ordered[-1]]
        parts = [self.characters[self._starts[a] : self._ends[b]] for a, b in zip(firsts, lasts, strict=True)]
        line = " ... ".join(" ".join(part.split()) for part in parts)
        line = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in line)
        if len(line) <= limit:
            return line
        end = (limit - len(_CUT)) // 3
        return f"{line[: limit - len(_CUT) - end].rstrip()}{_CUT}{line[-end:].lstrip()}"


def dice(a: Words, b: Words) -> float:
    """How much two sets of words have in common: 0 nothing, 1 all (also where both are empty)."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
