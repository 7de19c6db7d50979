"""Texts that can be found again by what they mean and by their words: `Index`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np

from sayso.link.retrieve.encoder import Floats, embed
from sayso.link.retrieve.search import Search
from sayso.link.retrieve.terms import Terms, terms
from sayso.link.retrieve.text_table import TextTable
from sayso.link.retrieve.vector_cells import Bytes, quantised


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

    def __init__(self, folder: Path | None, table: TextTable) -> None:
        self._folder = folder
        self._table = table
        self._rows = {one: row for row, one in enumerate(table.ids)}
        current = np.zeros(len(table), np.bool_)
        current[list(self._rows.values())] = True
        self._search = Search(table, current)

    @classmethod
    def open(cls, folder: Path | None) -> Index:
        """What was saved in the folder, empty where there is none; None is an index in memory.

        LedgerError where the folder holds anything else, or what is damaged: such an index is made anew.
        """
        return cls(folder, TextTable.load(folder) if folder else TextTable())

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
        ours = [texts[i] for i in new]
        self.add_vectors([ids[i] for i in new], embed(ours), found, [checks[i] for i in new], ours)

    def add_vectors(
        self,
        ids: Sequence[str],
        vectors: Floats,
        words: Sequence[Terms],
        checks: Sequence[int] | None = None,
        texts: Sequence[str] | None = None,
    ) -> None:
        """Take in texts that are encoded already: vectors [n, 384], and the terms of each. The ids differ."""
        first = len(self._table)
        replaced = np.array([self._rows[one] for one in ids if one in self._rows], np.int64)
        anew = self._table.add(ids, quantised(vectors), words, checks or [0] * len(ids), texts or [""] * len(ids))
        self._rows.update((one, first + i) for i, one in enumerate(ids))
        self._search.enter(first, anew=anew)
        self._search.leave(replaced)

    def text(self, one: str) -> str:
        """The text that was taken in under this id; KeyError for no id."""
        return self._table.text(self._rows[one])

    def nearest(self, texts: Sequence[str], k: int) -> list[list[Near]]:
        """For each text the `k` nearest, or fewer: the nearest first, of equals the one that was added first."""
        return self.nearest_vectors(embed(texts), [terms(text) for text in texts], k)

    def nearest_vectors(self, vectors: Floats, words: Sequence[Terms], k: int) -> list[list[Near]]:
        """The same as `nearest` for texts that are encoded already: vectors [n, 384], and the terms of each."""
        return self._found(quantised(vectors), words, k)

    def around(self, ids: Sequence[str], k: int) -> list[list[Near]]:
        """For each of these texts of the index, by its id, the `k` others that are nearest; KeyError for no id."""
        rows = np.array([self._rows[one] for one in ids], np.int64)
        words, counts = self._table.terms_of(rows)
        each = np.split(words, np.cumsum(counts)[:-1]) if len(rows) else []
        found = self._found(self._table.vectors.values[rows], each, k + 1)
        return [[near for near in some if near.id != one][:k] for one, some in zip(ids, found, strict=True)]

    def save(self) -> None:
        """Keep in the folder what was added since; in memory there is nothing to do."""
        if self._folder:
            self._table.save(self._folder)

    def _check(self, one: str) -> int:
        return int(self._table.checks[self._rows[one]])

    def _found(self, vectors: Bytes, words: Sequence[Terms], k: int) -> list[list[Near]]:
        ids = self._table.ids
        return [[Near(ids[row], *rest) for row, *rest in some] for some in self._search.nearest(vectors, words, k)]
