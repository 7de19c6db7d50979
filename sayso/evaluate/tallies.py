"""The counts behind the measures, for an article and for groups within it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Values = NDArray[np.float64]


class Key(NamedTuple):
    """A measure, over everything or over one group (`by` manner, the `group` direct)."""

    measure: str
    by: str = ""
    group: str = ""


class Tallies(dict[Key, list[int]]):
    """For each key four counts: gold found, all gold, predicted right, all predicted. Shares use the first two only."""

    def expect(self, key: Key, found: int = 0, of: int = 1) -> None:
        """Count `of` gold things, `found` of which were found."""
        self._add(key, 0, found, of)

    def predict(self, key: Key, right: int = 0, of: int = 1) -> None:
        """Count `of` predicted things, `right` of which are right."""
        self._add(key, 2, right, of)

    def _add(self, key: Key, at: int, hits: int, of: int) -> None:
        counts = self.setdefault(key, [0, 0, 0, 0])
        counts[at] += hits
        counts[at + 1] += of


def stacked(tallies: Sequence[Tallies], keys: Sequence[Key]) -> Counts:
    """The counts as an array of articles, keys, and the four counts."""
    none = [0, 0, 0, 0]
    return np.array([[counts.get(key, none) for key in keys] for counts in tallies], dtype=np.int64)


def ratio(hits: Counts, of: Counts) -> Values:
    """`hits` out of `of`; 0 where `of` is 0."""
    return np.divide(hits, of, out=np.zeros(hits.shape), where=of > 0)


def f1(counts: Counts) -> Values:
    """The harmonic mean of precision and recall; NaN with neither gold nor prediction.

    The last axis of `counts` holds the four counts. Found and right may differ: in a group, gold is grouped by what the
    gold is, and the predicted by what is predicted.
    """
    recall, precision = ratio(counts[..., 0], counts[..., 1]), ratio(counts[..., 2], counts[..., 3])
    both = precision + recall
    score = np.divide(2 * precision * recall, both, out=np.zeros(both.shape), where=both > 0)
    return np.where(counts[..., 1] + counts[..., 3] > 0, score, np.nan)


def share(counts: Counts) -> Values:
    """Found out of all gold; NaN without gold."""
    return np.where(counts[..., 1] > 0, ratio(counts[..., 0], counts[..., 1]), np.nan)
