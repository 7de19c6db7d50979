"""`WordRuns`: a text as hashes of its words and of their runs of eight."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

RUN = 8
"""Words in a run: runs of this length rarely agree by chance, and an edited copy still has many."""

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

_WORD = re.compile(r"\w+")
_BASE = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class WordRuns:
    """The words of a text as hashes of their case-folded forms, without punctuation and spaces.

    The hashes are the same in every process and on every machine.
    """

    text: str

    @cached_property
    def places(self) -> Places:
        """Begin and end of each word [words, 2] (characters, half-open)."""
        return np.array([found.span() for found in _WORD.finditer(self.text)], np.int64).reshape(-1, 2)

    @cached_property
    def words(self) -> Hashes:
        """The hash of each word."""
        found = _WORD.findall(self.text)
        return np.fromiter(map(_hash, found), np.uint64, len(found))

    @cached_property
    def runs(self) -> Hashes:
        """The hash of each run of eight words [words - 7]."""
        count = max(0, len(self.words) - RUN + 1)
        hashes = np.zeros(count, np.uint64)
        for offset in range(RUN):
            hashes = hashes * _BASE + self.words[offset : offset + count]
        return hashes

    @cached_property
    def distinct(self) -> Hashes:
        """The distinct runs, sorted."""
        runs = np.sort(self.runs)
        new: NDArray[np.bool_] = np.concatenate([runs[:1] == runs[:1], runs[1:] != runs[:-1]])
        return runs[new]

    def place(self, first: int, length: int) -> tuple[int, int]:
        """The characters (half-open) of `length` words from word number `first` on."""
        return int(self.places[first, 0]), int(self.places[first + length - 1, 1])


@lru_cache(maxsize=1 << 18)
def _hash(word: str) -> int:
    folded = word.casefold().encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(folded, digest_size=8).digest(), "little")
