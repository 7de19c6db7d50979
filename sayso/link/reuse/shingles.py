"""`Shingles`: an inverted index over runs of words, for finding articles that share text."""

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

LEAST = 0.1
"""The least containment of a pair. Below `schemas.derivation.WHOLE` only the shared passages count as copied: between
.05 and that, more than half of the pairs in 1,604 articles with wire stories share fewer than sixteen words outside
quotations."""

MOSTLY = 0.5
"""Common runs count only where the shared runs are this much of the shorter text: a story that many carry, not
boilerplate."""

_FORMAT = "sayso shingles 1"
_FILE = "shingles.npz"


@dataclass(frozen=True)
class Shared:
    """The runs that an article shares with `other` (its id) and that count, and their share of the shorter's runs."""

    other: str
    containment: float
    runs: Hashes


class Shingles:
    """Which articles hold which runs of eight words. It is a view: it can be rebuilt from the articles.

    Common runs (`run_holders.MANY`) cost no more than others, however many articles hold them; a story that more carry
    is traced to the first of them. Common runs count only where they are most of the shorter text, so boilerplate makes
    no copies.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """An empty index, which `save` writes to `folder`."""
        self._folder = folder
        self._ids: list[str] = []
        self._known: set[str] = set()
        self._sizes: list[int] = []
        self._tables: list[RunHolders] = []

    @classmethod
    def open(cls, folder: Path | None = None) -> Shingles:
        """The index saved in `folder`, or an empty index; `UsageError` where it is damaged."""
        index = cls(folder)
        if folder is not None and (folder / _FILE).exists():
            index._load(folder / _FILE)
        return index

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, article: str) -> bool:
        return article in self._known

    def add(self, *articles: Article) -> None:
        """Add articles; those that it knows already are skipped."""
        self.take(
            {article.id: WordRuns(article.text).distinct for article in articles if article.id not in self._known}
        )

    def take(self, new: Mapping[str, Hashes]) -> None:
        """Add unknown articles: their ids and the distinct runs of their words."""
        runs = list(new.values())
        table = RunHolders.of(len(self._ids), runs)
        self._ids += new
        self._known |= new.keys()
        self._sizes += map(len, runs)
        while self._tables and len(self._tables[-1]) <= len(table):
            table = table.after(self._tables.pop())
        self._tables.append(table)

    def shared(self, article: Article, least: float = LEAST) -> list[Shared]:
        """The known articles with at least this containment with `article` (itself left out), the most alike first."""
        return self.sharing(article.id, WordRuns(article.text).distinct, least)

    def sharing(self, article: str, runs: Hashes, least: float = LEAST) -> list[Shared]:
        """The same for an article's id and the distinct runs of its words."""
        which, holders = self._holding(runs)
        common = np.bincount(which, minlength=len(runs)) >= MANY
        found = (self._with(number, which[at], common, runs) for number, at in _by_holder(holders))
        kept = [shared for shared in found if shared.containment >= least and shared.other != article]
        return sorted(kept, key=lambda shared: (-shared.containment, shared.other))

    def save(self) -> None:
        """Write the index to its folder, all or nothing."""
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
        for newer in self._tables:
            table = newer.after(table)
        return table

    def _holding(self, runs: Hashes) -> tuple[Places, Holders]:
        found = [table.holding(runs) for table in self._tables]
        which = np.concatenate([np.empty(0, np.int64), *(at for at, _ in found)])
        return which, np.concatenate([np.empty(0, np.int32), *(holders for _, holders in found)])

    def _with(self, number: int, which: Places, common: np.ndarray, runs: Hashes) -> Shared:
        """What the article with this number shares of `runs`, given the indices of the runs that it holds."""
        size = min(len(runs), self._sizes[number])
        if len(which) < MOSTLY * size:
            which = which[~common[which]]
        return Shared(self._ids[number], len(which) / size, runs[which])


def _by_holder(holders: Holders) -> Iterator[tuple[int, Places]]:
    """Each distinct holder with its indices in `holders`."""
    order = np.argsort(holders, kind="stable")
    begins = np.flatnonzero(np.diff(holders[order], prepend=-1))
    for begin, end in zip(begins, np.append(begins, len(order))[1:], strict=True):
        yield int(holders[order[begin]]), order[begin:end]
