"""Joins what is most alike, step by step."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sayso.link.stories.likeness import Alike

NEAREST = 0.25
"""How much the two most alike articles of two groups count, against the mean of all pairs.

By the mean alone, a follow-up that is near only to the last articles stays outside; by the nearest alone, one article
that is near to two stories makes one of them.
"""

_NEVER = -1.0


class Agglomeration:
    """Groups of units that grow together; units are numbers, and of equally alike pairs the lowest comes first.

    `mean` and `nearest` [n, n] are the likeness of units, over all pairs of their articles and of the most alike pair;
    `sizes` [n] how many articles each has; `apart` [n, n] says which must not come together.
    """

    def __init__(self, mean: Alike, nearest: Alike, sizes: NDArray[np.int64], apart: NDArray[np.bool_]) -> None:
        self._mean, self._nearest, self._sizes, self._apart = mean.copy(), nearest.copy(), sizes.copy(), apart.copy()
        self._there = np.ones(len(sizes), np.bool_)
        self.group = np.arange(len(sizes))
        """The group of each unit: the lowest number in it."""

    def grow(self, bar: float, waiting: NDArray[np.bool_]) -> None:
        """Join the two most alike groups, again and again, while they are as alike as `bar`; not those `waiting`."""
        there = self._there & ~waiting
        alike = self._alike()
        alike[~there] = alike[:, ~there] = _NEVER
        np.fill_diagonal(alike, _NEVER)
        while len(alike):
            into, other = divmod(int(alike.argmax()), len(alike))
            if alike[into, other] < bar:
                break
            self._join(into, other)
            there[other] = False
            alike[other] = alike[:, other] = _NEVER
            alike[into] = alike[:, into] = np.where(there, self._alike(into), _NEVER)
            alike[into, into] = _NEVER

    def _alike(self, of: int | slice = slice(None)) -> Alike:
        """How alike groups are, as far as they may come together."""
        whole = (1 - NEAREST) * self._mean[of] + NEAREST * self._nearest[of]
        kept: Alike = np.where(self._apart[of], _NEVER, np.round(whole, 9))
        return kept

    def _join(self, into: int, other: int) -> None:
        a, b = self._sizes[into], self._sizes[other]
        self._mean[into] = self._mean[:, into] = (a * self._mean[into] + b * self._mean[other]) / (a + b)
        self._nearest[into] = self._nearest[:, into] = np.maximum(self._nearest[into], self._nearest[other])
        self._apart[into] = self._apart[:, into] = self._apart[into] | self._apart[other]
        self._sizes[into] = a + b
        self._there[other] = False
        self.group[self.group == other] = into
