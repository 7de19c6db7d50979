"""Cells of vectors (an inverted file index), so that a search looks only at the nearest cells.

Vectors are int8 here. The inner product of two of them, over 384 dimensions, is below 2 ** 24, which float32 holds
exactly: results depend neither on the order of summing nor on how many vectors are compared at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.link.retrieve.encoder import WIDTH, Floats

Bytes = NDArray[np.int8]
FIRST = 16384
"""The number of vectors from which they are divided into cells, again each time there are four times as many."""
_BLOCK = 4096
_ROUNDS = 5
_SAMPLE = 32
"""How many vectors each cell is learnt from."""


def quantised(vectors: Floats) -> Bytes:
    """Vectors [n, 384] as int8, each scaled to the whole range."""
    most = np.abs(vectors).max(1, keepdims=True, initial=1e-9)
    rounded: Bytes = np.rint(vectors * (127 / most)).astype(np.int8)
    return rounded


def lengths(vectors: Bytes) -> Floats:
    """The Euclidean lengths [n] of the vectors."""
    found = [np.sqrt((block * block).sum(1)) for block in _blocks(vectors)]
    together: Floats = np.concatenate([np.zeros(0, np.float32), *found])
    return together


def generation(rows: int) -> int:
    """How many of the first vectors the cells are learnt from, given the number of rows: 0, 16384, 65536, ..."""
    learnt = 0
    while rows >= (FIRST if not learnt else 4 * learnt):
        learnt = 4 * learnt or FIRST
    return learnt


@dataclass(frozen=True)
class Cells:
    """The centroids [c, 384] of the cells; a vector belongs to the cell with the nearest centroid."""

    middles: Bytes

    @classmethod
    def learnt(cls, vectors: Bytes) -> Cells:
        """Cells for `vectors` [n, 384], 4 * sqrt(n) of them, by k-means; deterministic for vectors in this order."""
        count = max(1, round(4 * len(vectors) ** 0.5))
        sample = vectors[:: max(1, len(vectors) // (_SAMPLE * count))]
        cells = cls(sample[:: max(1, len(sample) // count)][:count].copy())
        for _ in range(_ROUNDS):
            cells = cells._moved(sample)
        return cells

    def of(self, vectors: Bytes) -> NDArray[np.uint32]:
        """The cell of each vector [n]."""
        found = [self._near(block).argmax(1).astype(np.uint32) for block in _blocks(vectors)]
        return np.concatenate([np.zeros(0, np.uint32), *found])

    def nearest(self, vectors: Bytes, count: int) -> NDArray[np.intp]:
        """The `count` cells [n, count] nearest to each vector, by ascending number."""
        near = self._near(vectors.astype(np.float32))
        count = min(count, near.shape[1])
        return np.sort(np.argpartition(-near, count - 1, axis=1)[:, :count], axis=1)

    def _near(self, block: Floats) -> Floats:
        middles = self.middles.astype(np.float32)
        near: Floats = block @ middles.T
        near /= np.maximum(1, lengths(self.middles))
        return near

    def _moved(self, sample: Bytes) -> Cells:
        """The cells with each centroid moved to the mean of its vectors; empty cells stay."""
        cells = self.of(sample)
        order = np.argsort(cells, kind="stable")
        present, starts = np.unique(cells[order], return_index=True)
        sums = np.add.reduceat(sample[order].astype(np.int32), starts, axis=0)
        middles = self.middles.copy()
        middles[present] = quantised(sums.astype(np.float32))
        return Cells(middles)


def _blocks(vectors: Bytes) -> Iterator[Floats]:
    for start in range(0, len(vectors), _BLOCK):
        yield vectors[start : start + _BLOCK].reshape(-1, WIDTH).astype(np.float32)
