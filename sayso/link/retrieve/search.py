"""`Search`: finds the rows of a table that are nearest in meaning and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.link.retrieve.encoder import Floats
from sayso.link.retrieve.postings import Postings
from sayso.link.retrieve.terms import BITS, Terms
from sayso.link.retrieve.text_table import TextTable
from sayso.link.retrieve.vector_cells import Bytes, lengths

Rows = NDArray[np.int64]
MEANING = 0.5
"""The weight of meaning against words in a score: the best of .3 to .6 on the train queries of the same-claim data."""
PROBES = 32
"""How many of the nearest cells are searched."""
POSTINGS = 4096
"""How many postings are searched, a text's rarest words first, so that the cost does not grow with the table."""
CANDIDATES = 64
"""How many candidates each of meaning and words proposes; the best by both are found among them."""
_AT_ONCE = 256


class NearRow(NamedTuple):
    """A row and its nearness: `score` blends `meaning` and `words`, all in [0, 1]."""

    row: int
    score: float
    meaning: float
    words: float


class Search:
    """The search structures over a table; they follow from the table's rows.

    `current` [n] marks the rows that count.
    """

    def __init__(self, table: TextTable, current: NDArray[np.bool_]) -> None:
        self._table = table
        self._current = np.zeros(0, np.bool_)
        self._words, self._cells = Postings(), Postings()
        self._counts = np.zeros(1 << BITS, np.int32)
        self.enter(0, redivided=True)
        self.leave(np.flatnonzero(~current))

    def enter(self, first: int, *, redivided: bool) -> None:
        """Add the table's rows from `first` on; where the table was `redivided` into cells, read all cells again."""
        rows = np.arange(first, len(self._table))
        words, counts = self._table.terms_of(rows)
        self._words.add(words, np.repeat(rows, counts))
        np.add.at(self._counts, words, 1)
        self._current = np.concatenate([self._current, np.ones(len(rows), np.bool_)])
        if redivided:
            self._cells, rows = Postings(), np.arange(len(self._table))
        self._cells.add(self._table.cells.values[rows], rows)

    def leave(self, rows: Rows) -> None:
        """Drop these rows from the results."""
        self._current[rows] = False
        np.subtract.at(self._counts, self._table.terms_of(rows)[0], 1)

    def nearest(self, vectors: Bytes, words: Sequence[Terms], k: int) -> list[list[NearRow]]:
        """For each of n texts (vectors [n, 384], and terms) the `k` nearest rows, the nearest first."""
        found: list[list[NearRow]] = []
        for start in range(0, len(vectors), _AT_ONCE):
            found.extend(self._nearest(vectors[start : start + _AT_ONCE], words[start : start + _AT_ONCE], k))
        return found

    def _nearest(self, vectors: Bytes, words: Sequence[Terms], k: int) -> Iterator[list[NearRow]]:
        most = max(CANDIDATES, 2 * k)
        alike = self._by_meaning(vectors, most)
        for vector, some, rows in zip(vectors, words, alike, strict=True):
            both = np.union1d(rows, self._by_words(some, most))
            yield self._ranked(vector, some, both[self._current[both]], k)

    def _by_meaning(self, vectors: Bytes, most: int) -> list[Rows]:
        """For each vector up to `most` rows: the nearest in the nearest cells."""
        probed = self._table.division.nearest(vectors, PROBES)
        cells = np.unique(probed)
        rows: list[list[Rows]] = [[np.zeros(0, np.int64)] for _ in vectors]
        near: list[list[Floats]] = [[np.zeros(0, np.float32)] for _ in vectors]
        for cell, held in zip(cells, self._cells.rows(cells), strict=True):
            asking = np.flatnonzero((probed == cell).any(1))
            block = self._table.vectors.values[held].astype(np.float32)
            scores = vectors[asking].astype(np.float32) @ block.T / self._table.lengths.values[held]
            for i, score in zip(asking, scores, strict=True):
                rows[i].append(held)
                near[i].append(score)
        return [_best(np.concatenate(a), np.concatenate(b), most) for a, b in zip(rows, near, strict=True)]

    def _by_words(self, some: Terms, most: int) -> Rows:
        """Up to `most` rows that share the rarest of `some` words."""
        counts = self._counts[some]
        order = np.argsort(counts, kind="stable")
        rare = some[order][np.cumsum(counts[order]) <= POSTINGS]
        held = self._words.rows(rare)
        weights = np.repeat(self._rarity(rare) ** 2, [len(rows) for rows in held])
        rows, which = np.unique(np.concatenate([np.zeros(0, np.int64), *held]), return_inverse=True)
        return _best(rows, np.bincount(which, weights, len(rows)).astype(np.float64), most)

    def _ranked(self, vector: Bytes, some: Terms, rows: Rows, k: int) -> list[NearRow]:
        """The `k` best of `rows` by meaning and words; of equals, the one added first."""
        dots = self._table.vectors.values[rows].astype(np.float32) @ vector.astype(np.float32)
        meaning = np.clip(dots / self._table.lengths.values[rows] / lengths(vector[None]), 0, 1)
        words = self._alike(some, rows)
        score = MEANING * meaning + (1 - MEANING) * words
        best = np.lexsort((rows, -score))[:k]
        return [NearRow(int(rows[i]), float(score[i]), float(meaning[i]), float(words[i])) for i in best]

    def _alike(self, some: Terms, rows: Rows) -> NDArray[np.float64]:
        """The cosines [n] of `some` words, weighted by rarity, with the words of each row."""
        theirs, counts = self._table.terms_of(rows)
        squares = self._rarity(theirs) ** 2
        owner = np.repeat(np.arange(len(rows)), counts)
        whole = np.bincount(owner, squares, len(rows))
        shared = np.bincount(owner, squares * np.isin(theirs, some), len(rows))
        own = float((self._rarity(some[self._counts[some] > 0]) ** 2).sum())
        alike: NDArray[np.float64] = np.minimum(1, shared / np.sqrt(np.maximum(1e-9, whole * own)))
        return alike

    def _rarity(self, some: Terms) -> NDArray[np.float64]:
        """The weight of each word: its inverse document frequency, ln((texts + 1) / (texts with it + 0.5))."""
        return np.log((len(self._table) + 1) / (self._counts[some] + 0.5)).clip(0)


def _best(rows: Rows, scores: NDArray[np.floating], most: int) -> Rows:
    """The `most` rows with the highest scores."""
    if len(rows) <= most:
        return rows
    return rows[np.argpartition(-scores, most - 1)[:most]]
