"""Two articles that share text, and what of it is their own wording."""

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
    """An article with its words, and which of them stand between quotation marks; whom it credits, by `registry`."""

    article: Article
    registry: Registry

    @cached_property
    def outlet(self) -> Source | None:
        """The outlet that published it, where it is listed."""
        return outlet(self.article.outlet or "", self.registry)

    @cached_property
    def wording(self) -> WordRuns:
        """Its words."""
        return WordRuns(self.article.text)

    @cached_property
    def credits(self) -> tuple[Credit, ...]:
        """Whose text it says it is."""
        return credits(self.article, self.registry)

    @cached_property
    def quoted(self) -> NDArray[np.bool_]:
        """For each word whether it is somebody's whom the article quotes."""
        marks = np.zeros(len(self.wording.places), np.bool_)
        for start, end in quoted(self.article.text):
            first, last = np.searchsorted(self.wording.places[:, 0], (start, end))
            marks[first:last] = True
        return marks


@dataclass(frozen=True)
class ArticlePair:
    """Two articles, the runs of words that they share and that count, and these over the runs of the shorter."""

    a: WordedArticle
    b: WordedArticle
    containment: float
    runs: Hashes

    @cached_property
    def stretches(self) -> list[Stretch]:
        """What they share, in the order of the first."""
        return stretches(self.a.wording, self.b.wording, self.runs)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The same as characters of both."""
        return tuple(
            Passage(a=self.a.wording.place(one.a, one.length), b=self.b.wording.place(one.b, one.length))
            for one in self.stretches
        )

    @cached_property
    def longest(self) -> Stretch:
        """The longest of them."""
        return max(self.stretches, key=lambda one: one.length)

    @cached_property
    def words(self) -> int:
        """How many words they share."""
        return sum(one.length for one in self.stretches)

    @cached_property
    def quoted_words(self) -> int:
        """How many of them both articles quote: the speaker's words, which any two reports of a speech share."""
        return sum(int(self._quoted_in_both(one).sum()) for one in self.stretches)

    @cached_property
    def copied(self) -> bool:
        """Whether they share eight words in a row that are not a quotation in both: one text was made from another."""
        return any(_longest_run(~self._quoted_in_both(one)) >= RUN for one in self.stretches)

    def _quoted_in_both(self, one: Stretch) -> NDArray[np.bool_]:
        return self.a.quoted[one.a : one.a + one.length] & self.b.quoted[one.b : one.b + one.length]


def _longest_run(marks: NDArray[np.bool_]) -> int:
    """The length of the longest run of true marks."""
    edges = np.flatnonzero(np.diff(marks.astype(np.int8), prepend=0, append=0))
    return int(np.max(edges[1::2] - edges[::2], initial=0))
