"""The inverted index over runs of words: which articles share text with one."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso.errors import UsageError
from sayso.link.reuse.run_holders import MANY, Holders, RunHolders
from sayso.link.reuse.word_runs import Hashes, Places, WordRuns
from schemas import Article

LEAST = 0.3
"""Containment from which on a pair counts. Between .05 and this, more than half of the pairs in 1,604 articles with
wire stories shared fewer than sixteen words outside quotations."""

MOSTLY = 0.5
"""Common runs count where they are so much of the shorter text: a story that many carry, and no boilerplate of it."""

_FORMAT = "sayso shingles 1"
_FILE = "shingles.npz"


@dataclass(frozen=True)
class Shared:
    """What an article shares with `other` (its id): the runs that count, over those of the shorter of the two."""

    other: str
    containment: float
    runs: Hashes


class Shingles:
    """Articles, and which of them hold which runs of eight words. A view: whatever holds the articles can rebuild it.

    Common runs (`postings.MANY`) cost no more than others, however many articles hold them; a story that more carry
    is traced to the first of them. They count only where they are most of the shorter text, so boilerplate makes no
    copies.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """An empty index, to be saved in `folder`."""
        self._folder = folder
        self._ids: list[str] = []
        self._known: set[str] = set()
        self._sizes: list[int] = []
        self._tables: list[RunHolders] = []

    @classmethod
    def open(cls, folder: Path | None = None) -> Shingles:
        """The index that was saved in `folder`, or an empty one where none was; `UsageError` where it is damaged."""
        index = cls(folder)
        if folder is not None and (folder / _FILE).exists():
            index._load(folder / _FILE)
        return index

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, article: str) -> bool:
        return article in self._known

    def add(self, *articles: Article) -> None:
        """Take in articles; those it knows already are passed over."""
        self.take({one.id: WordRuns(one.text).distinct for one in articles if one.id not in self._known})

    def take(self, new: Mapping[str, Hashes]) -> None:
        """Take in articles that it does not know: their ids, and the different runs of their words."""
        runs = list(new.values())
        table = RunHolders.of(len(self._ids), runs)
        self._ids += new
        self._known |= new.keys()
        self._sizes += map(len, runs)
        while self._tables and len(self._tables[-1]) <= len(table):
            table = table.after(self._tables.pop())
        self._tables.append(table)

    def shared(self, article: Article, least: float = LEAST) -> list[Shared]:
        """The known articles that share at least so much with `article` (itself left out), the most alike first."""
        return self.sharing(article.id, WordRuns(article.text).distinct, least)

    def sharing(self, article: str, runs: Hashes, least: float = LEAST) -> list[Shared]:
        """The same for an article's id and the different runs of its words."""
        which, holders = self._holding(runs)
        common = np.bincount(which, minlength=len(runs)) >= MANY
        found = (self._with(number, which[at], common, runs) for number, at in _by_holder(holders))
        kept = [one for one in found if one.containment >= least and one.other != article]
        return sorted(kept, key=lambda one: (-one.containment, one.other))

    def save(self) -> None:
        """Write it into its folder, all or nothing."""
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        table = self._table()
        begun = self._folder / f"{_FILE}.{os.getpid()}"
        with begun.open("wb") as file:
            np.savez(
                file,
                format=np.array(_FORMAT),
                ids=np.array(self._ids, dtype=np.str_),
                sizes=np.array(self._sizes, np.int32),
                runs=table.runs,
                holders=table.holders,
            )
        begun.replace(self._folder / _FILE)

    def _load(self, path: Path) -> None:
        try:
            with np.load(path) as saved:
                if str(saved["format"]) != _FORMAT:
                    raise ValueError(f"the format {saved['format']}")
                self._ids, self._sizes = saved["ids"].tolist(), saved["sizes"].tolist()
                self._tables = [RunHolders(saved["runs"], saved["holders"])]
        except (ValueError, KeyError, EOFError, OSError, zipfile.BadZipFile) as error:
            raise UsageError(
                f"expected the index of shared text in {str(path)!r}, found it damaged or of another version "
                f"({error}); delete the file, it is built anew"
            ) from error
        self._known = set(self._ids)

    def _table(self) -> RunHolders:
        table = RunHolders.of(0, [])
        for one in self._tables:
            table = one.after(table)
        return table

    def _holding(self, runs: Hashes) -> tuple[Places, Holders]:
        found = [table.holding(runs) for table in self._tables]
        which = np.concatenate([np.empty(0, np.int64), *(one for one, _ in found)])
        return which, np.concatenate([np.empty(0, np.int32), *(one for _, one in found)])

    def _with(self, number: int, which: Places, common: np.ndarray, runs: Hashes) -> Shared:
        """What the article with that number shares of `runs`, given the indices of those it holds."""
        size = min(len(runs), self._sizes[number])
        if len(which) < MOSTLY * size:
            which = which[~common[which]]
        return Shared(self._ids[number], len(which) / size, runs[which])


def _by_holder(holders: Holders) -> Iterator[tuple[int, Places]]:
    """Each holder once, with the indices at which it stands."""
    order = np.argsort(holders, kind="stable")
    begins = np.flatnonzero(np.diff(holders[order], prepend=-1))
    for begin, end in zip(begins, np.append(begins, len(order))[1:], strict=True):
        yield int(holders[order[begin]]), order[begin:end]
