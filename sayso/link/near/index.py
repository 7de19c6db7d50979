"""Texts that can be found again by what they mean and by their words: `Index`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.link.near.cells import Bytes, lengths, quantised
from sayso.link.near.encoder import Floats, embed
from sayso.link.near.postings import Postings
from sayso.link.near.table import Table
from sayso.link.near.words import BITS, Terms, terms

Rows = NDArray[np.int64]
MEANING = 0.5
"""The weight of meaning in a score, against words: of .3 to .6 the best on the train queries of the same-claim data."""
PROBES = 32
"""Cells that are looked into, the nearest first."""
POSTINGS = 4096
"""Postings that are looked into, a text's rarest words first: what it costs does not grow with the index."""
CANDIDATES = 64
"""How many candidates meaning and words propose, each, of which the best by both are found."""
_AT_ONCE = 256


@dataclass(frozen=True)
class Near:
    """A text (its id) that is near to another: `score` blends `meaning` (cosine) and `words`, all in [0, 1]."""

    id: str
    score: float
    meaning: float
    words: float


class Index:
    """Texts by their ids, in a folder or in memory only.

    Everything in it follows from what was added in which order: made anew it is the same, byte for byte. The cost of
    adding a text is nearly constant; that of a search grows with the square root of the number of texts, and slowly.
    """

    def __init__(self, folder: Path | None, table: Table) -> None:
        self._folder = folder
        self._table = table
        self._rows = {one: row for row, one in enumerate(table.ids)}
        self._current = np.zeros(len(table), np.bool_)
        self._current[list(self._rows.values())] = True
        self._words, self._cells = Postings(), Postings()
        self._counts = np.zeros(1 << BITS, np.int32)
        self._post(0)
        self._post_cells(0)
        superseded, _ = table.terms_of(np.flatnonzero(~self._current))
        np.subtract.at(self._counts, superseded, 1)

    @classmethod
    def open(cls, folder: Path | None) -> Index:
        """What was saved in the folder, empty where there is none; None is an index in memory.

        LedgerError where the folder holds anything else, or what is damaged: such an index is made anew.
        """
        return cls(folder, Table.load(folder) if folder else Table())

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, one: str) -> bool:
        return one in self._rows

    def add(self, ids: Sequence[str], texts: Sequence[str], also: Sequence[str] = ()) -> None:
        """Take in texts by their ids, and with `also` further words of each by which it may be found (a title).

        An id that is known with the same words is passed over; with others, the new ones count.
        """
        further = also or [""] * len(texts)
        checks = [crc32(f"{a}\0{b}".encode("utf-8", "surrogatepass")) for a, b in zip(texts, further, strict=True)]
        latest = {one: i for i, one in enumerate(ids)}
        new = [i for one, i in latest.items() if one not in self._rows or self._check(one) != checks[i]]
        found = [terms(f"{texts[i]}\n{further[i]}") for i in new]
        self.add_vectors([ids[i] for i in new], embed([texts[i] for i in new]), found, [checks[i] for i in new])

    def add_vectors(
        self, ids: Sequence[str], vectors: Floats, words: Sequence[Terms], checks: Sequence[int] | None = None
    ) -> None:
        """Take in texts that are encoded already: vectors [n, 384], and the terms of each. The ids differ."""
        first = len(self._table)
        replaced = np.array([self._rows[one] for one in ids if one in self._rows], np.int64)
        self._current[replaced] = False
        np.subtract.at(self._counts, self._table.terms_of(replaced)[0], 1)
        anew = self._table.add(ids, quantised(vectors), words, checks or [0] * len(ids))
        self._rows.update((one, first + i) for i, one in enumerate(ids))
        self._current = np.concatenate([self._current, np.ones(len(ids), np.bool_)])
        self._post(first)
        if anew:
            self._cells = Postings()
        self._post_cells(0 if anew else first)

    def nearest(self, texts: Sequence[str], k: int) -> list[list[Near]]:
        """For each text the `k` nearest, or fewer: the nearest first, of equals the one that was added first."""
        return self.nearest_vectors(embed(texts), [terms(text) for text in texts], k)

    def around(self, ids: Sequence[str], k: int) -> list[list[Near]]:
        """For each of these texts of the index, by its id, the `k` others that are nearest; KeyError for no id."""
        rows = np.array([self._rows[one] for one in ids], np.int64)
        words, counts = self._table.terms_of(rows)
        each = np.split(words, np.cumsum(counts)[:-1]) if len(rows) else []
        found = self._searched(self._table.vectors.values[rows], each, k + 1)
        return [[near for near in some if near.id != one][:k] for one, some in zip(ids, found, strict=True)]

    def nearest_vectors(self, vectors: Floats, words: Sequence[Terms], k: int) -> list[list[Near]]:
        """The same as `nearest` for texts that are encoded already: vectors [n, 384], and the terms of each."""
        return self._searched(quantised(vectors), words, k)

    def save(self) -> None:
        """Keep in the folder what was added since; in memory there is nothing to do."""
        if self._folder:
            self._table.save(self._folder)

    def _check(self, one: str) -> int:
        return int(self._table.checks[self._rows[one]])

    def _post(self, first: int) -> None:
        """Enter the words of the rows from `first` on."""
        words, counts = self._table.terms_of(np.arange(first, len(self._table)))
        self._words.add(words, np.repeat(np.arange(first, len(self._table)), counts))
        self._counts += np.bincount(words, minlength=1 << BITS).astype(np.int32)

    def _post_cells(self, first: int) -> None:
        self._cells.add(self._table.cells.values[first:], np.arange(first, len(self._table)))

    def _searched(self, vectors: Bytes, words: Sequence[Terms], k: int) -> list[list[Near]]:
        found: list[list[Near]] = []
        for start in range(0, len(vectors), _AT_ONCE):
            found.extend(self._nearest(vectors[start : start + _AT_ONCE], words[start : start + _AT_ONCE], k))
        return found

    def _nearest(self, vectors: Bytes, words: Sequence[Terms], k: int) -> Iterator[list[Near]]:
        most = max(CANDIDATES, 2 * k)
        alike = self._by_meaning(vectors, most)
        for vector, some, rows in zip(vectors, words, alike, strict=True):
            both = np.union1d(rows, self._by_words(some, most))
            yield self._ranked(vector, some, both[self._current[both]], k)

    def _by_meaning(self, vectors: Bytes, most: int) -> list[Rows]:
        """For each vector up to `most` rows, the nearest of the nearest cells."""
        probed = self._table.division.nearest(vectors, PROBES)
        cells = np.unique(probed)
        rows: list[list[Rows]] = [[] for _ in vectors]
        near: list[list[Floats]] = [[] for _ in vectors]
        for cell, held in zip(cells, self._cells.rows(cells), strict=True):
            asking = np.flatnonzero((probed == cell).any(1))
            block = self._table.vectors.values[held].astype(np.float32)
            for i, scores in zip(asking, vectors[asking].astype(np.float32) @ block.T, strict=True):
                rows[i].append(held)
                near[i].append(scores / self._table.lengths.values[held])
        none = np.zeros(0, np.int64)
        return [
            _best(np.concatenate([none, *a]), np.concatenate([none, *b]), most) for a, b in zip(rows, near, strict=True)
        ]

    def _by_words(self, some: Terms, most: int) -> Rows:
        """Up to `most` rows that share the rarest of these words."""
        counts = self._counts[some]
        order = np.argsort(counts, kind="stable")
        rare = some[order][np.cumsum(counts[order]) <= POSTINGS]
        held = self._words.rows(rare)
        weights = np.repeat(self._rarity(rare) ** 2, [len(rows) for rows in held])
        rows, which = np.unique(np.concatenate([np.zeros(0, np.int64), *held]), return_inverse=True)
        return _best(rows, np.bincount(which, weights, len(rows)).astype(np.float64), most)

    def _ranked(self, vector: Bytes, some: Terms, rows: Rows, k: int) -> list[Near]:
        """The `k` best of `rows` by meaning and words."""
        query = vector.astype(np.float32)
        dots = self._table.vectors.values[rows].astype(np.float32) @ query
        meaning = np.clip(dots / self._table.lengths.values[rows] / lengths(vector[None]), 0, 1)
        words = self._alike(some, rows)
        score = MEANING * meaning + (1 - MEANING) * words
        best = np.lexsort((rows, -score))[:k]
        ids = self._table.ids
        return [Near(ids[rows[i]], float(score[i]), float(meaning[i]), float(words[i])) for i in best]

    def _alike(self, some: Terms, rows: Rows) -> NDArray[np.float64]:
        """The cosine of the texts' words, each counted by its rarity, with those of the rows [n]."""
        theirs, counts = self._table.terms_of(rows)
        squares = self._rarity(theirs) ** 2
        owner = np.repeat(np.arange(len(rows)), counts)
        whole = np.bincount(owner, squares, len(rows))
        shared = np.bincount(owner, squares * np.isin(theirs, some), len(rows))
        own = float((self._rarity(some[self._counts[some] > 0]) ** 2).sum())
        alike: NDArray[np.float64] = np.minimum(1, shared / np.sqrt(np.maximum(1e-9, whole * own)))
        return alike

    def _rarity(self, some: Terms) -> NDArray[np.float64]:
        """The weight of each word: the logarithm of one in how many texts has it."""
        return np.log((len(self) + 1) / (self._counts[some] + 0.5)).clip(0)


def _best(rows: Rows, scores: NDArray[np.floating], most: int) -> Rows:
    """The `most` rows with the highest scores."""
    if len(rows) <= most:
        return rows
    return rows[np.argpartition(-scores, most - 1)[:most]]
