"""Vectors fall into cells, so that a search looks at the nearest cells and not at everything.

Vectors are int8 here. The products of two such, summed over 384, are below 2 ** 24: float32 holds them exactly,
so that results depend neither on the order of summing nor on how many vectors are compared in one go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.link.retrieve.encoder import WIDTH, Floats

Bytes = NDArray[np.int8]
FIRST = 16384
"""How many vectors there are when they are first divided; it is done anew whenever there are four times as many."""
_BLOCK = 4096
_ROUNDS = 5
_SAMPLE = 32
"""How many vectors a cell learns from."""


def quantised(vectors: Floats) -> Bytes:
    """Vectors [n, 384] as int8, each stretched to the whole range."""
    most = np.abs(vectors).max(1, keepdims=True, initial=1e-9)
    rounded: Bytes = np.rint(vectors * (127 / most)).astype(np.int8)
    return rounded


def lengths(vectors: Bytes) -> Floats:
    """Their lengths [n]."""
    found = [np.sqrt((block * block).sum(1)) for block in _blocks(vectors)]
    together: Floats = np.concatenate([np.zeros(0, np.float32), *found])
    return together


def generation(rows: int) -> int:
    """From how many of the first vectors the cells of that many are learnt: 16384, 65536, ...; 0 where they are few."""
    learnt = 0
    while rows >= (FIRST if not learnt else 4 * learnt):
        learnt = 4 * learnt or FIRST
    return learnt


@dataclass(frozen=True)
class Cells:
    """Where the middles [c, 384] of the cells are. Every vector belongs to the cell with the middle nearest to it."""

    middles: Bytes

    @classmethod
    def learnt(cls, vectors: Bytes) -> Cells:
        """Those of `vectors` [n, 384], four times the square root of n; the same for the same vectors in this order."""
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
        """The `count` cells [n, count] nearest to each vector, in no order."""
        near = self._near(vectors.astype(np.float32))
        count = min(count, near.shape[1])
        return np.sort(np.argpartition(-near, count - 1, axis=1)[:, :count], axis=1)

    def _near(self, block: Floats) -> Floats:
        middles = self.middles.astype(np.float32)
        near: Floats = block @ middles.T
        near /= np.maximum(1, lengths(self.middles))
        return near

    def _moved(self, sample: Bytes) -> Cells:
        """Each cell to the middle of its vectors; one without any stays."""
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
