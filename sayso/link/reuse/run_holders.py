"""`RunHolders`: a sorted table of which articles hold which runs of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.link.reuse.word_runs import Hashes, Places

MANY = 32
"""How many holders of a run are kept, the first ones. A run with so many is common: boilerplate, or a story that all
carry. In 1,604 articles with wire stories the commonest run had 19 holders."""

Holders = NDArray[np.int32]


@dataclass(frozen=True)
class RunHolders:
    """Runs (sorted hashes) and their holders (numbers of articles) in parallel arrays; at most `MANY` holders a run."""

    runs: Hashes
    holders: Holders

    @classmethod
    def of(cls, first: int, articles: Sequence[Hashes]) -> RunHolders:
        """The table of articles numbered `first`, `first + 1`, ..., each given as its distinct runs."""
        numbers = np.arange(first, first + len(articles), dtype=np.int32)
        holders = np.repeat(numbers, [len(runs) for runs in articles])
        return _sorted(np.concatenate([*articles, np.empty(0, np.uint64)]), holders)

    def __len__(self) -> int:
        return len(self.runs)

    def after(self, others: RunHolders) -> RunHolders:
        """The table merged with `others`, whose articles came before."""
        return _sorted(np.concatenate([others.runs, self.runs]), np.concatenate([others.holders, self.holders]))

    def holding(self, runs: Hashes) -> tuple[Places, Holders]:
        """(indices into `runs`, holders), one pair for each holder of each run; the holders of a run in their order."""
        first = np.searchsorted(self.runs, runs, "left")
        counts = np.searchsorted(self.runs, runs, "right") - first
        return np.repeat(np.arange(len(runs)), counts), self.holders[_stretches(first, counts)]


def _stretches(first: Places, counts: Places) -> Places:
    """The indices `first[0]`, `first[0] + 1` ... (`counts[0]` of them), then those of `first[1]`, and so on."""
    before = np.cumsum(counts) - counts
    starts: Places = np.repeat(first - before, counts)
    return starts + np.arange(len(starts))


def _sorted(runs: Hashes, holders: Holders) -> RunHolders:
    order = np.argsort(runs, kind="stable")
    runs, holders = runs[order], holders[order]
    begins = np.flatnonzero(np.concatenate([[True], runs[1:] != runs[:-1]])) if len(runs) else np.empty(0, np.int64)
    rank = np.arange(len(runs)) - np.repeat(begins, np.diff(np.append(begins, len(runs))))
    kept = rank < MANY
    return RunHolders(runs[kept], holders[kept])
