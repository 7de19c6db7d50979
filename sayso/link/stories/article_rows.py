"""`ArticleRows`: the rows of the index of stories, one an article, in columns and in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from sayso.link.retrieve.column_file import Column
from sayso.link.retrieve.column_folder import damaged, load_columns, save_columns
from sayso.link.retrieve.encoder import WIDTH
from sayso.link.retrieve.terms import Terms
from sayso.link.retrieve.vector_cells import Bytes, lengths
from sayso.link.stories.profile import Profile

Rows = NDArray[np.int64]

_FORMAT = "sayso stories 1"


class ArticleRows:
    """Rows of what a profile has, its vector in int8, and the lengths of its vector and of its words.

    `near` has, for each row, the earlier rows that are near it, with their likeness in thousandths.
    """

    def __init__(self) -> None:
        self.vectors = Column(np.int8, WIDTH)
        self.lengths = Column(np.float32)
        self.terms = Column(np.uint32)
        self.weights = Column(np.uint8)
        self.term_ends = Column(np.int64)
        self.days = Column(np.int32)
        self.firsts = Column(np.int64)
        self.checks = Column(np.uint32)
        self.near = Column(np.uint32)
        self.near_alike = Column(np.uint16)
        self.near_ends = Column(np.int64)
        self._facts = Column(np.uint8)
        self._fact_ends = Column(np.int64)

    def __len__(self) -> int:
        return len(self.days)

    def add(self, profiles: Sequence[Profile], vectors: Bytes, checks: Sequence[int]) -> None:
        """Append rows; which rows are near them is added by `add_near`."""
        self.vectors.add(vectors)
        self.lengths.add(lengths(vectors))
        self.terms.add(np.concatenate([np.zeros(0, np.uint32), *(one.words.terms for one in profiles)]))
        self.weights.add(np.concatenate([np.zeros(0, np.uint8), *(one.words.weights for one in profiles)]))
        self.term_ends.add(_ends(self.term_ends, [len(one.words.terms) for one in profiles]))
        self.days.add(np.array([one.day for one in profiles], np.int32))
        self.firsts.add(np.array([one.first for one in profiles], np.int64))
        self.checks.add(np.array(checks, np.uint32))
        facts = [one.facts + b"," for one in profiles]
        self._facts.add(np.frombuffer(b"".join(facts), np.uint8))
        self._fact_ends.add(_ends(self._fact_ends, list(map(len, facts))))

    def add_near(self, rows: Rows, alike: NDArray[np.uint16]) -> None:
        """Append the earlier rows that are near the first row that has none yet."""
        self.near.add(rows.astype(np.uint32))
        self.near_alike.add(alike)
        self.near_ends.add(_ends(self.near_ends, [len(rows)]))

    def words(self, row: int) -> tuple[Terms, NDArray[np.uint8]]:
        """The terms of a row, and their weights."""
        part = _part(self.term_ends, row)
        return self.terms.values[part], self.weights.values[part]

    def earlier(self, row: int) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
        """The earlier rows near a row, and their likeness in thousandths."""
        part = _part(self.near_ends, row)
        return self.near.values[part], self.near_alike.values[part]

    def facts(self, since: int) -> list[list[str | None]]:
        """`Profile.facts` of the rows from `since` on: id, work, supplied, title, opening, outlet, published."""
        begin = int(self._fact_ends.values[since - 1]) if since else 0
        found: list[list[str | None]] = orjson.loads(b"[%b]" % self._facts.values[begin:].tobytes().rstrip(b","))
        return found

    def save(self, folder: Path) -> None:
        """Append to the files in the folder the rows that they do not have yet."""
        save_columns(folder, _FORMAT, self._columns())

    @classmethod
    def load(cls, folder: Path) -> ArticleRows:
        """The rows saved in the folder, none for a new folder; LedgerError for a damaged or a different folder."""
        rows = cls()
        try:
            if load_columns(folder, _FORMAT, rows._columns()):
                single = (rows.vectors, rows.lengths, rows.term_ends, rows.days, rows.firsts, rows.checks)
                if {len(column) for column in (*single, rows.near_ends, rows._fact_ends)} != {len(rows)}:
                    raise ValueError("its columns are not of the same number of rows")
        except (OSError, KeyError, ValueError) as error:
            raise damaged(folder, "an index of stories", error) from None
        return rows

    def _columns(self) -> dict[str, Column[Any]]:
        return {
            "vectors": self.vectors,
            "lengths": self.lengths,
            "terms": self.terms,
            "weights": self.weights,
            "term-ends": self.term_ends,
            "days": self.days,
            "firsts": self.firsts,
            "checks": self.checks,
            "near": self.near,
            "near-alike": self.near_alike,
            "near-ends": self.near_ends,
            "facts": self._facts,
            "fact-ends": self._fact_ends,
        }


def _part(ends: Column[np.int64], row: int) -> slice:
    return slice(int(ends.values[row - 1]) if row else 0, int(ends.values[row]))


def _ends(column: Column[np.int64], counts: Sequence[int]) -> NDArray[np.int64]:
    before = int(column.values[-1]) if len(column) else 0
    return before + np.cumsum(counts, dtype=np.int64)
