"""`Index`: finds texts again by meaning and by words."""

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
    """A text (its id) near another: `score` blends the cosines of `meaning` and of `words`, all in [0, 1]."""

    id: str
    score: float
    meaning: float
    words: float


class Index:
    """Texts by their ids, in a folder or only in memory.

    The index depends only on what was added in which order: rebuilt, it is the same byte for byte. The cost of adding a
    text is nearly constant; that of a search grows with the square root of the number of texts.
    """

    def __init__(self, folder: Path | None, table: TextTable) -> None:
        self._folder = folder
        self._table = table
        self._rows = {id_: row for row, id_ in enumerate(table.ids)}
        current = np.zeros(len(table), np.bool_)
        current[list(self._rows.values())] = True
        self._search = Search(table, current)

    @classmethod
    def open(cls, folder: Path | None) -> Index:
        """The index saved in the folder, empty for a new folder; None is an index in memory.

        LedgerError where the folder holds anything else or a damaged index: delete it and build the index again.
        """
        return cls(folder, TextTable.load(folder) if folder else TextTable())

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._rows

    def add(self, ids: Sequence[str], texts: Sequence[str], also: Sequence[str] = ()) -> None:
        """Add texts by their ids; `also` has further words of each by which it may be found (a title).

        An id that is known with the same words is skipped; with other words, the new ones replace them.
        """
        further = also or [""] * len(texts)
        checks = [crc32(f"{a}\0{b}".encode("utf-8", "surrogatepass")) for a, b in zip(texts, further, strict=True)]
        latest = {id_: i for i, id_ in enumerate(ids)}
        new = [i for id_, i in latest.items() if id_ not in self._rows or self._check(id_) != checks[i]]
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
        """Add texts that are encoded already: vectors [n, 384] and the terms of each. The ids are distinct."""
        first = len(self._table)
        replaced = np.array([self._rows[id_] for id_ in ids if id_ in self._rows], np.int64)
        redivided = self._table.add(ids, quantised(vectors), words, checks or [0] * len(ids), texts or [""] * len(ids))
        self._rows.update((id_, first + i) for i, id_ in enumerate(ids))
        self._search.enter(first, redivided=redivided)
        self._search.leave(replaced)

    def text(self, id_: str) -> str:
        """The text that was added under this id; KeyError for an unknown id."""
        return self._table.text(self._rows[id_])

    def nearest(self, texts: Sequence[str], k: int) -> list[list[Near]]:
        """For each text the `k` nearest (or fewer), the nearest first; of equals, the one added first."""
        return self.nearest_vectors(embed(texts), [terms(text) for text in texts], k)

    def nearest_vectors(self, vectors: Floats, words: Sequence[Terms], k: int) -> list[list[Near]]:
        """Like `nearest`, for texts that are encoded already: vectors [n, 384] and the terms of each."""
        return self._found(quantised(vectors), words, k)

    def around(self, ids: Sequence[str], k: int) -> list[list[Near]]:
        """For each of these texts of the index (by id) the `k` nearest other texts; KeyError for an unknown id."""
        rows = np.array([self._rows[id_] for id_ in ids], np.int64)
        words, counts = self._table.terms_of(rows)
        each = np.split(words, np.cumsum(counts)[:-1]) if len(rows) else []
        found = self._found(self._table.vectors.values[rows], each, k + 1)
        return [[near for near in some if near.id != id_][:k] for id_, some in zip(ids, found, strict=True)]

    def save(self) -> None:
        """Write what was added since to the folder; nothing for an index in memory."""
        if self._folder:
            self._table.save(self._folder)

    def _check(self, id_: str) -> int:
        return int(self._table.checks[self._rows[id_]])

    def _found(self, vectors: Bytes, words: Sequence[Terms], k: int) -> list[list[Near]]:
        ids = self._table.ids
        return [[Near(ids[row], *rest) for row, *rest in some] for some in self._search.nearest(vectors, words, k)]
