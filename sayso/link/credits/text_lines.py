"""A text's lines, with their distances from its beginning and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class TextLine:
    """The words of a line without the space around them, and the character of the text where they begin.

    `before` and `after`: how many lines with words come before and after it.
    """

    words: str
    start: int
    before: int
    after: int

    def at(self, found: re.Match[str], group: int | str = 0) -> tuple[int, int]:
        """The place in the text of a match in the line's words (characters, half-open)."""
        return self.start + found.start(group), self.start + found.end(group)

    def without_dashes(self, found: re.Match[str]) -> tuple[int, int]:
        """The same without leading dashes and surrounding space."""
        start, end = self.at(found)
        words = found[0]
        return start + len(words) - len(words.lstrip(" —–-\t")), end - len(words) + len(words.rstrip())


def lines(text: str) -> Iterator[TextLine]:
    """Every line that has words, in order."""
    found = list(re.finditer(r"[^\s*_~](?:.*[^\s*_~])?", text))
    for number, line in enumerate(found):
        yield TextLine(line[0], line.start(), before=number, after=len(found) - number - 1)
