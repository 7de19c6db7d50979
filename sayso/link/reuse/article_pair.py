"""`ArticlePair`: two articles that share text, and how much of it is more than shared quotations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sayso.link.credits.credits import credits  # noqa: A004 - the field's word
from sayso.link.credits.outlet_names import outlet
from sayso.link.reuse.passages import Stretch, stretches
from sayso.link.reuse.quoted import quoted
from sayso.link.reuse.word_runs import RUN, Hashes, WordRuns
from sayso.registry import Registry, Source
from schemas import Article, Credit, Passage


@dataclass(frozen=True)
class WordedArticle:
    """An article with its words, its quotations and its credits; names of sources are resolved by `registry`."""

    article: Article
    registry: Registry

    @cached_property
    def outlet(self) -> Source | None:
        """The outlet that published it; None where it is not listed."""
        return outlet(self.article.outlet or "", self.registry)

    @cached_property
    def wording(self) -> WordRuns:
        """Its words and runs of words."""
        return WordRuns(self.article.text)

    @cached_property
    def credits(self) -> tuple[Credit, ...]:
        """The agencies and outlets to which it credits its text."""
        return credits(self.article, self.registry)

    @cached_property
    def quoted(self) -> NDArray[np.bool_]:
        """For each word whether it is inside quotation marks."""
        marks = np.zeros(len(self.wording.places), np.bool_)
        for start, end in quoted(self.article.text):
            first, last = np.searchsorted(self.wording.places[:, 0], (start, end))
            marks[first:last] = True
        return marks


@dataclass(frozen=True)
class ArticlePair:
    """Two articles, the shared runs of words that count, and their share of the runs of the shorter article."""

    a: WordedArticle
    b: WordedArticle
    containment: float
    runs: Hashes

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The shared stretches of words, in the order of the first article."""
        return stretches(self.a.wording, self.b.wording, self.runs)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The shared stretches as characters of both articles."""
        return tuple(
            Passage(
                a=self.a.wording.place(stretch.a, stretch.length), b=self.b.wording.place(stretch.b, stretch.length)
            )
            for stretch in self.stretches
        )

    @cached_property
    def longest(self) -> Stretch:
        """The longest shared stretch."""
        return max(self.stretches, key=lambda stretch: stretch.length)

    @cached_property
    def words(self) -> int:
        """The number of shared words."""
        return sum(stretch.length for stretch in self.stretches)

    @cached_property
    def quoted_words(self) -> int:
        """The number of shared words that both articles quote: two reports of a speech share the speaker's words."""
        return sum(int(self._quoted_in_both(stretch).sum()) for stretch in self.stretches)

    @cached_property
    def copied(self) -> bool:
        """Whether they share eight words in a row that are not a quotation in both, so that one text reuses another."""
        return any(_longest_run(~self._quoted_in_both(stretch)) >= RUN for stretch in self.stretches)

    def _quoted_in_both(self, stretch: Stretch) -> NDArray[np.bool_]:
        return (
            self.a.quoted[stretch.a : stretch.a + stretch.length]
            & self.b.quoted[stretch.b : stretch.b + stretch.length]
        )


def _longest_run(marks: NDArray[np.bool_]) -> int:
    """The length of the longest run of true marks."""
    edges = np.flatnonzero(np.diff(marks.astype(np.int8), prepend=0, append=0))
    return int(np.max(edges[1::2] - edges[::2], initial=0))
