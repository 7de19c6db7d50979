"""What binds articles together, or keeps them apart, whatever their words: catalogues, versions, and people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Ruling(NamedTuple):
    """What a person decided of two articles (ids): whether both are of one story; if not, `a` is taken out."""

    a: str
    b: str
    together: bool


class Bonds:
    """Units of articles that stay together: articles are numbers below `count`, in the order of their ids.

    The strongest bond is made first, and what contradicts a stronger one is left out: versions of one page; rulings,
    the newest first; the stories that catalogues name, of which a unit has one at most; copies.
    """

    def __init__(self, count: int) -> None:
        self._unit = list(range(count))
        self._apart: set[tuple[int, int]] = set()
        self._taken_out: set[int] = set()

    def versions(self, same: Iterable[Sequence[int]]) -> None:
        """Bind the versions of each page."""
        for articles in same:
            for article in articles[1:]:
                self._bind(articles[0], article)

    def rulings(self, ruled: Iterable[tuple[int, int, bool]]) -> None:
        """Bind or keep apart what people ruled on; see `Ruling`. The newest ruling comes first."""
        for a, b, together in ruled:
            if together:
                self._bind(a, b)
            elif self.unit(a) != self.unit(b):
                self._apart.add((a, b))
                self._taken_out.add(a)

    def supplied(self, stories: Iterable[Sequence[int]]) -> None:
        """Bind the articles of each story that a catalogue names, without those that were taken out of it.

        Two such stories stay apart, unless somebody joined them.
        """
        heads: list[int] = []
        for articles in stories:
            first, *others = sorted(articles, key=lambda article: article in self._taken_out)
            for article in others:
                self._bind(first, article)
            heads.append(first)
        self._apart |= {(a, b) for a, b in combinations(heads, 2) if self.unit(a) != self.unit(b)}

    def copies(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Bind what is as good as the same, without those that were taken out of a story."""
        for a, b in pairs:
            if not {a, b} & self._taken_out:
                self._bind(a, b)

    def unit(self, article: int) -> int:
        """The unit of an article: the lowest number in it."""
        while self._unit[article] != article:
            article = self._unit[article]
        return article

    def units(self) -> list[list[int]]:
        """The articles of each unit, by their lowest number."""
        found: dict[int, list[int]] = {}
        for article in range(len(self._unit)):
            found.setdefault(self.unit(article), []).append(article)
        return [found[unit] for unit in sorted(found)]

    def apart(self, units: Sequence[Sequence[int]]) -> NDArray[np.bool_]:
        """Which of these units [n, n] are kept apart."""
        place = {self.unit(unit[0]): i for i, unit in enumerate(units)}
        found = np.zeros((len(units), len(units)), np.bool_)
        for a, b in self._apart:
            one, other = place[self.unit(a)], place[self.unit(b)]
            found[one, other] = found[other, one] = True
        return found

    def taken_out(self, units: Sequence[Sequence[int]]) -> NDArray[np.bool_]:
        """Which of these units [n] a person took out of a story."""
        return np.array([any(article in self._taken_out for article in unit) for unit in units], np.bool_)

    def _bind(self, a: int, b: int) -> None:
        """Put two articles into one unit, unless something keeps their units apart."""
        one, other = self.unit(a), self.unit(b)
        if one != other and not any({self.unit(x), self.unit(y)} == {one, other} for x, y in self._apart):
            self._unit[max(one, other)] = min(one, other)
