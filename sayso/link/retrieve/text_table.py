"""`TextTable`: the rows of an index, one a text, in columns and in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.link.retrieve.column_file import Column
from sayso.link.retrieve.column_folder import damaged, load_columns, save_columns
from sayso.link.retrieve.encoder import WIDTH
from sayso.link.retrieve.terms import Terms
from sayso.link.retrieve.vector_cells import Bytes, Cells, generation, lengths

_FORMAT = "sayso near 2"
_REDIVIDED = ("cells", "middles")
"""Columns that are written again, into other files, when the vectors are divided into other cells."""


class TextTable:
    """Rows of an id, a text, its vector in int8 and the vector's length, its cell, and its terms.

    The cells, and which one a vector falls into, depend only on the vectors in their order, not on how many were added
    at a time.
    """

    def __init__(self) -> None:
        self.vectors = Column(np.int8, WIDTH)
        self.lengths = Column(np.float32)
        self.cells = Column(np.uint16)
        self.terms = Column(np.uint32)
        self.term_ends = Column(np.int64)
        self._middles = Column(np.int8, WIDTH)
        self._names = Column(np.uint8)
        self._name_ends = Column(np.int64)
        self._texts = Column(np.uint8)
        self._text_ends = Column(np.int64)
        self._checks = Column(np.uint32)
        self._generation = 0
        self.ids: list[str] = []
        self.division = Cells(np.zeros((1, WIDTH), np.int8))

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def checks(self) -> NDArray[np.uint32]:
        """Checksums [n] of the texts, for recognising an id with the same text."""
        return self._checks.values

    def add(
        self,
        ids: Sequence[str],
        vectors: Bytes,
        terms: Sequence[Terms],
        checks: Sequence[int],
        texts: Sequence[str],
    ) -> bool:
        """Append rows; True where the cells were learnt again, which moves rows into other cells."""
        for strings, bytes_, ends in ((ids, self._names, self._name_ends), (texts, self._texts, self._text_ends)):
            encoded = [string.encode("utf-8", "surrogatepass") for string in strings]
            bytes_.add(np.frombuffer(b"".join(encoded), np.uint8))
            ends.add(_ends(ends, encoded))
        self._checks.add(np.array(checks, np.uint32))
        self.terms.add(np.concatenate([np.zeros(0, np.uint32), *terms]))
        self.term_ends.add(_ends(self.term_ends, terms))
        self.vectors.add(vectors)
        self.lengths.add(lengths(vectors))
        self.ids.extend(ids)
        if generation(len(self)) == self._generation:
            self.cells.add(self.division.of(vectors))
            return False
        self._generation = generation(len(self))
        self.division = Cells.learnt(self.vectors.values[: self._generation])
        self._middles.replace(self.division.middles)
        self.cells.replace(self.division.of(self.vectors.values))
        return True

    def text(self, row: int) -> str:
        """The text of a row."""
        begin, end = self._text_ends.values[row - 1] if row else 0, self._text_ends.values[row]
        return self._texts.values[begin:end].tobytes().decode("utf-8", "surrogatepass")

    def terms_of(self, rows: NDArray[np.int64]) -> tuple[Terms, NDArray[np.int64]]:
        """The terms of `rows` [n] one after another, and how many each has [n]."""
        ends = self.term_ends.values[rows]
        begins = np.where(rows > 0, self.term_ends.values[rows - 1], 0)
        counts = ends - begins
        offsets = np.repeat(begins - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
        return self.terms.values[np.arange(int(counts.sum())) + offsets], counts

    def save(self, folder: Path) -> None:
        """Append to the files in the folder the rows that they do not have yet."""
        names = {key: f"{key}-{self._generation}" for key in _REDIVIDED}
        save_columns(folder, _FORMAT, self._columns(), names)
        for path in folder.iterdir():
            if path.name.startswith(tuple(f"{key}-" for key in _REDIVIDED)) and path.name not in names.values():
                path.unlink()

    @classmethod
    def load(cls, folder: Path) -> TextTable:
        """The table saved in the folder, empty for a new folder; LedgerError for a damaged or a different folder."""
        table = cls()
        try:
            if load_columns(folder, _FORMAT, table._columns()):
                table._restore()
        except (OSError, KeyError, ValueError) as error:
            raise damaged(folder, "an index of claims", error) from None
        return table

    def _columns(self) -> dict[str, Column[Any]]:
        return {
            "vectors": self.vectors,
            "lengths": self.lengths,
            "cells": self.cells,
            "middles": self._middles,
            "terms": self.terms,
            "term-ends": self.term_ends,
            "names": self._names,
            "name-ends": self._name_ends,
            "texts": self._texts,
            "text-ends": self._text_ends,
            "checks": self._checks,
        }

    def _restore(self) -> None:
        """Set everything that follows from the columns; ValueError where they are not of one length."""
        names, ends = self._names.values.tobytes(), self._name_ends.values.tolist()
        begins = [0, *ends[:-1]] if ends else []
        pairs = zip(begins, ends, strict=True)
        self.ids = [names[begin:end].decode("utf-8", "surrogatepass") for begin, end in pairs]
        rows = (self.vectors, self.lengths, self.cells, self.term_ends, self._text_ends, self._checks)
        if {len(column) for column in rows} != {len(self)}:
            raise ValueError("its columns are not of the same number of rows")
        self._generation = generation(len(self))
        if len(self._middles):
            self.division = Cells(self._middles.values)


def _ends(column: Column[np.int64], parts: Sequence[Any]) -> NDArray[np.int64]:
    """The end offset of each of `parts`, continuing after the column's last."""
    before = int(column.values[-1]) if len(column) else 0
    return before + np.cumsum([len(part) for part in parts], dtype=np.int64)
