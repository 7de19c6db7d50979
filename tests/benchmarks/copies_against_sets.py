"""How fast copies are found, beside comparing every two articles.

`python tests/benchmarks/copies_against_sets.py FILE [N]`; FILE holds articles as JSON lines. Printed are the seconds of
processor and of wall time that all of them take through the index, with and without passages, signals and credits;
then both ways over the first N articles (400): the index, and the reference, which intersects the sets of word 8-grams
of every two. Both must find the same pairs.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TypeVar

from sayso.ingest import ingest
from sayso.link.reuse import LEAST, derivations, pairs
from sayso.link.reuse.word_runs import RUN
from sayso.registry import Registry
from schemas import Article

Found = set[tuple[str, str]]
Made = TypeVar("Made")


def by_index(articles: Sequence[Article]) -> Found:
    """Pairs by the inverted index."""
    return {_pair(one.a.article, one.b.article) for one in pairs(articles, Registry.installed())}


def by_sets(articles: Sequence[Article]) -> Found:
    """Pairs by comparing every two."""
    runs = [_runs(one.text) for one in articles]
    return {
        _pair(articles[a], articles[b])
        for a, b in combinations(range(len(articles)), 2)
        if len(runs[a] & runs[b]) >= LEAST * max(1, min(len(runs[a]), len(runs[b])))
    }


def _pair(a: Article, b: Article) -> tuple[str, str]:
    return (a.id, b.id) if a.id < b.id else (b.id, a.id)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [word.casefold() for word in re.findall(r"\w+", text)]
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def clocked(name: str, work: Callable[[Sequence[Article]], Made], articles: Sequence[Article]) -> Made:
    """What `work` makes of the articles; its seconds are printed."""
    wall, processor = time.perf_counter(), time.process_time()
    made = work(articles)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"{name:<44} {len(articles):>6} articles {processor:7.2f} s of processor {wall:7.2f} s")
    return made


def main(file: str, few: int = 400) -> None:
    """Print the figures."""
    articles = [one.article for one in ingest(file) if one.article]
    clocked("pairs by the index", by_index, articles)
    clocked("derivations: passages, signals, credits too", derivations, articles)
    found = clocked("pairs by the index", by_index, articles[:few])
    expected = clocked("pairs by comparing every two sets", by_sets, articles[:few])
    print(f"{len(found)} pairs by the index, {len(expected)} by sets, {len(found & expected)} by both")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
