"""`StoryIndex`: articles, and which of them are so alike that they may tell one story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.link.retrieve.encoder import Floats, embed
from sayso.link.retrieve.postings import Postings
from sayso.link.retrieve.vector_cells import quantised
from sayso.link.stories.article_rows import ArticleRows, Rows
from sayso.link.stories.likeness import BAR, LEAST_WORDS, Alike, likeness
from sayso.link.stories.profile import Profile, beginning, check
from schemas import Article

MOST = 1024
"""Earlier articles near a new one that are kept, the most alike: a report that ten thousand reprint would need more."""

_WEIGHT = 8
"""Bits of a posting that hold a word's weight; the others hold the row: 16 million articles."""


class Facts(NamedTuple):
    """What a row has besides words and vector; see `Profile`."""

    id: str
    work: str | None
    supplied: str | None
    title: str | None
    opening: str
    outlet: str | None
    published: str | None

    @property
    def headline(self) -> str:
        """Its title; of an article without one, its first words."""
        return self.title or self.opening


class StoryIndex:
    """Articles by their ids, in a folder or only in memory.

    A new article is compared exactly with every article that shares words with it, over an inverted index. How alike
    two articles are depends on these two alone, so which are near does not depend on the order of adding.
    """

    def __init__(self, folder: Path | None, rows: ArticleRows) -> None:
        self._folder = folder
        self._rows = rows
        self._facts: list[Facts] = []
        self._place: dict[str, int] = {}
        self._kin: dict[tuple[str, str], list[int]] = {}
        self._words = Postings()
        self._norms = np.zeros(0, np.float64)
        self._current = np.zeros(0, np.bool_)
        self._enter(0)
        self._later = _Later(rows)
        self._new: dict[int, list[tuple[int, int]]] = {}

    @classmethod
    def open(cls, folder: Path | None) -> StoryIndex:
        """The index saved in the folder, empty for a new folder; None is an index in memory.

        LedgerError where the folder holds anything else or a damaged index: delete it and build the index again.
        """
        return cls(folder, ArticleRows.load(folder) if folder else ArticleRows())

    def __len__(self) -> int:
        return len(self._place)

    def __contains__(self, article: str) -> bool:
        return article in self._place

    def add(self, articles: Iterable[tuple[int, Article]]) -> None:
        """Add articles, each with the entry in which it was first read.

        An article that is known with the same title, outlet, date and story is skipped; otherwise it replaces the one
        that was known.
        """
        latest = {article.id: (first, article) for first, article in articles}
        new = [(first, article) for first, article in latest.values() if not self._holds(article)]
        vectors = embed([beginning(article) for _, article in new])
        profiles = [Profile.of(article, first) for first, article in new]
        self.take(profiles, vectors, [check(article) for _, article in new])

    def take(self, profiles: Sequence[Profile], vectors: Floats, checks: Sequence[int] | None = None) -> None:
        """Add articles that are read already: vectors [n, 384]. The ids are distinct."""
        first = len(self._rows)
        self._rows.add(profiles, quantised(vectors), checks or [0] * len(profiles))
        self._enter(first)
        for row in range(first, len(self._rows)):
            rows, alike = self._search(row)
            self._rows.add_near(rows, alike)
            for other, how in zip(rows.tolist(), alike.tolist(), strict=True):
                self._new.setdefault(other, []).append((row, how))

    def save(self) -> None:
        """Write what was added since to the folder; nothing for an index in memory."""
        if self._folder:
            self._rows.save(self._folder)

    def row(self, article: str) -> int | None:
        """The row of an article (its id); None where it is not known."""
        return self._place.get(article)

    @property
    def current(self) -> list[int]:
        """The rows of all articles, the one that was read first coming first."""
        return sorted(self._place.values(), key=lambda row: (self.first(row), row))

    def beginning(self, beginning: str) -> list[str]:
        """The ids of articles that begin so, sorted."""
        return sorted(article for article in self._place if article.startswith(beginning))

    def facts(self, row: int) -> Facts:
        """What is known of a row's article."""
        return self._facts[row]

    def first(self, row: int) -> int:
        """The entry in which a row's article was first read."""
        return int(self._rows.firsts.values[row])

    def near(self, row: int, bar: int) -> list[int]:
        """The rows whose likeness with this one is at least `bar` thousandths."""
        earlier, alike = self._rows.earlier(row)
        new = [other for other, how in self._new.get(row, ()) if how >= bar]
        found = np.concatenate([earlier[alike >= bar], self._later.near(row, bar), np.array(new, np.int64)])
        current: list[int] = found[self._current[found]].tolist()
        return current

    def kin(self, row: int) -> list[tuple[str, str]]:
        """What binds a row to others whatever their words: its work, and the story that its catalogue names."""
        facts = self._facts[row]
        known = {"work": facts.work, "story": facts.supplied}
        return [(kind, name) for kind, name in known.items() if name is not None]

    def bound(self, kin: tuple[str, str]) -> list[int]:
        """The rows that this binds together."""
        return [row for row in self._kin.get(kin, ()) if self._current[row]]

    def alike(self, rows: Sequence[int]) -> Alike:
        """How alike these rows are [n, n]."""
        at = np.array(rows, np.int64)
        words = [self._rows.words(row) for row in rows]
        terms, place = np.unique(np.concatenate([terms for terms, _ in words]), return_inverse=True)
        table = np.zeros((len(rows), len(terms)), np.float32)
        owner = np.repeat(np.arange(len(rows)), [len(terms) for terms, _ in words])
        table[owner, place] = np.concatenate([weights for _, weights in words])
        norms = np.maximum(1, self._norms[at])
        shared = (table @ table.T).astype(np.float64) / norms / norms[:, None]
        days = self._rows.days.values[at]
        return likeness(self._meaning(at, at), shared, days[:, None], days)

    def _meaning(self, rows: Rows, others: Rows) -> Alike:
        """The cosines [n, m] of the vectors of `rows` [n] with those of `others` [m]; whole numbers, so exact."""
        mine, theirs = (self._rows.vectors.values[some].astype(np.float32) for some in (rows, others))
        long, longs = (np.maximum(1, self._rows.lengths.values[some].astype(np.float64)) for some in (rows, others))
        cosines: Alike = (mine @ theirs.T).astype(np.float64) / long[:, None] / longs
        return cosines

    def _holds(self, article: Article) -> bool:
        row = self._place.get(article.id)
        return row is not None and int(self._rows.checks.values[row]) == check(article)

    def _enter(self, first: int) -> None:
        """Take the rows from `first` on into the structures for searching; they replace older ones of the same id."""
        count = len(self._rows)
        self._current = np.concatenate([self._current, np.ones(count - first, np.bool_)])
        new = [Facts(*some) for some in self._rows.facts(first)]  # type: ignore[arg-type]
        self._facts += new
        for row, facts in enumerate(new, first):
            if facts.id in self._place:
                self._current[self._place[facts.id]] = False
            self._place[facts.id] = row
            for kin in self.kin(row):
                self._kin.setdefault(kin, []).append(row)
        begin = int(self._rows.term_ends.values[first - 1]) if first else 0
        counts = np.diff(self._rows.term_ends.values[first:], prepend=begin)
        owner = np.repeat(np.arange(first, count), counts)
        weights = self._rows.weights.values[begin:].astype(np.int64)
        self._words.add(self._rows.terms.values[begin:], (owner << _WEIGHT) | weights)
        squares = np.bincount(owner - first, (weights**2).astype(np.float64), count - first)
        self._norms = np.concatenate([self._norms, np.sqrt(squares)])

    def _search(self, row: int) -> tuple[Rows, NDArray[np.uint16]]:
        """The earlier rows that are near `row`, and their likeness in thousandths."""
        terms, weights = self._rows.words(row)
        held = self._words.rows(terms)
        both = np.concatenate([np.zeros(0, np.int64), *held])
        mine = np.repeat(weights.astype(np.int64), [len(some) for some in held])
        rows = both >> _WEIGHT
        dots = np.bincount(rows, (mine * (both & (1 << _WEIGHT) - 1)).astype(np.float64), len(self._rows))[:row]
        words = dots / np.maximum(1, self._norms[:row]) / max(1, self._norms[row])
        found = np.flatnonzero((words >= LEAST_WORDS) & self._current[:row])
        day = self._rows.days.values[row : row + 1]
        alike = likeness(self._meaning(np.array([row]), found)[0], words[found], day, self._rows.days.values[found])
        order = np.argsort(-alike, kind="stable")[:MOST]
        kept = np.sort(order[alike[order] >= BAR])
        return found[kept], np.rint(1000 * alike[kept]).astype(np.uint16)


class _Later:
    """Of the rows that were loaded: which later rows are near each."""

    def __init__(self, rows: ArticleRows) -> None:
        counts = np.diff(rows.near_ends.values, prepend=0)
        order = np.argsort(rows.near.values, kind="stable")
        self._ends = np.cumsum(np.bincount(rows.near.values, minlength=len(counts)))
        self._rows = np.repeat(np.arange(len(counts)), counts)[order]
        self._alike = rows.near_alike.values[order]

    def near(self, row: int, bar: int) -> Rows:
        """The later rows whose likeness with this one is at least `bar` thousandths."""
        if row >= len(self._ends):
            return self._rows[:0]
        part = slice(self._ends[row - 1] if row else 0, self._ends[row])
        found: Rows = self._rows[part][self._alike[part] >= bar]
        return found
