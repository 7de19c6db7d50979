"""`Postings`: a growing inverted index from terms to rows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
_ROW = np.uint64(32)
_ROWS = np.uint64((1 << 32) - 1)


class Postings:
    """The rows of each term, both below 2 ** 32.

    A posting is one number, the term in its upper and the row in its lower 32 bits. Sorted runs of postings are merged
    when the newer has grown to half the older, so adding n postings one by one costs n log n, and there are at most
    log n runs to search.
    """

    def __init__(self) -> None:
        self._runs: list[NDArray[np.uint64]] = []

    def add(self, terms: NDArray[np.unsignedinteger], rows: NDArray[np.integer]) -> None:
        """Postings (terms[n], rows[n]), of rows higher than any before."""
        if not len(terms):
            return
        run = (terms.astype(np.uint64) << _ROW) | rows.astype(np.uint64)
        run.sort()
        while self._runs and 2 * len(run) > len(self._runs[-1]):
            run = np.concatenate([self._runs.pop(), run])
            run.sort(kind="stable")  # of two sorted runs, this is a merge
        self._runs.append(run)

    def rows(self, terms: NDArray[np.integer]) -> list[Ints]:
        """For each of `terms` its rows, ascending."""
        low = terms.astype(np.uint64) << _ROW
        found: list[list[NDArray[np.uint64]]] = [[] for _ in terms]
        for run in self._runs:
            begins = np.searchsorted(run, low)
            ends = np.searchsorted(run, low | _ROWS, side="right")
            for i, (begin, end) in enumerate(zip(begins.tolist(), ends.tolist(), strict=True)):
                if begin < end:
                    found[i].append(run[begin:end] & _ROWS)
        return [np.concatenate(parts).astype(np.int64) if parts else np.zeros(0, np.int64) for parts in found]
