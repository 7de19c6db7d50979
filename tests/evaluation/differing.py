"""Two readings of the same articles, statement by statement: how many differ, and in what."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from tests.evaluation.pinned import Read

MOST = 5
"""How many of 1,000 statements another processor may read otherwise."""


@dataclass(frozen=True)
class Differing:
    """How many of `total` statements differ, and in which articles, in words."""

    count: int
    total: int
    shown: tuple[str, ...]

    @property
    def few(self) -> bool:
        """Whether another processor explains that."""
        return 1000 * self.count <= MOST * self.total

    @property
    def told(self) -> str:
        """As a text for people."""
        return "\n\n".join([f"{self.count} of {self.total} statements are read otherwise", *self.shown])


def differing(expected: Read, found: Read) -> Differing:
    """In what `found` differs; `total` is of what was expected."""
    articles = list(differences(expected, found))
    return Differing(
        sum(count for count, _ in articles),
        sum(map(len, expected.values())),
        tuple(shown for _, shown in articles),
    )


def differences(expected: Read, found: Read) -> Iterator[tuple[int, str]]:
    """For each article that differs, in how many statements, and what was expected (-) and found (+)."""
    for name in dict.fromkeys([*expected, *found]):
        before, after = expected.get(name, []), found.get(name, [])
        equal = sum(block.size for block in difflib.SequenceMatcher(None, before, after, False).get_matching_blocks())
        count = max(len(before), len(after)) - equal
        if count or name not in found or name not in expected:
            lines = ["\n\n".join(blocks).split("\n") for blocks in (before, after)]
            yield max(1, count), "\n".join([name, *list(difflib.unified_diff(*lines, lineterm="", n=2))[2:]])
