"""Scores how articles are grouped into stories: `python -m tests.evaluation.news.grouping`.

All articles of `groupings.jsonl` are grouped together, without dates, outlets and catalogues: the wire articles of
train and development, articles of the BBC, of which few tell the same, and our own stories. Each part has its figures.

Two articles are of one story where they tell the same event, or the same rumour, and what came of it. Articles of one
`affair` (ten rumours about one product) may be one story or several: lenient figures leave such pairs out, strict ones
count them as different stories. `drawn` is the story by which the corpus was split (`draw.py`): whatever hangs together
over beginnings that are alike, so that six deaths that never happened are one of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.link.stories import Grouping, StoryIndex
from schemas import Article
from tests.evaluation.news.texts import PLACE, texts

Pairs = NDArray[np.bool_]


class Row(NamedTuple):
    """An article and its story; see above."""

    article: str
    part: str
    story: str
    affair: str | None = None
    drawn: str | None = None


class Figures(NamedTuple):
    """B-cubed (of each article, then the mean) and pairwise precision and recall, and the size of the largest story."""

    precision: float
    recall: float
    pair_precision: float
    pair_recall: float
    largest: int

    @property
    def f1(self) -> float:
        """B-cubed F1."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def rows() -> list[Row]:
    """The gold."""
    return [Row(**json.loads(line)) for line in (PLACE / "groupings.jsonl").read_text("utf-8").splitlines()]


def grouped(gold: Sequence[Row]) -> dict[str, str]:
    """The story in which Sayso puts each article."""
    found = texts()
    articles = {row.article: Article(text=found[row.article], key=row.article) for row in gold}
    index = StoryIndex.open(None)
    index.add(enumerate(articles.values()))
    grouping = Grouping(index)
    return {name: grouping.story(article.id).id for name, article in articles.items()}


def figures(gold: Sequence[Row], stories: Mapping[str, str], part: str, *, lenient: bool) -> Figures:
    """The figures of a part's articles, whatever is in their stories besides."""
    affair = _same(gold, lambda row: row.affair or row.story)
    same = _same(gold, lambda row: row.story)
    return _figures(gold, stories, part, same, affair & ~same if lenient else np.zeros_like(same))


def figures_as_drawn(gold: Sequence[Row], stories: Mapping[str, str], part: str) -> Figures:
    """The same against the stories by which the corpus was split."""
    same = _same(gold, lambda row: row.drawn or row.article)
    return _figures(gold, stories, part, same, np.zeros_like(same))


def _figures(gold: Sequence[Row], stories: Mapping[str, str], part: str, same: Pairs, open_: Pairs) -> Figures:
    told = _same(gold, lambda row: stories[row.article])
    ours = np.array([row.part == part for row in gold])
    right, found, true = ((pairs & ~open_)[ours] for pairs in (told & same, told, same))
    of = np.arange(len(gold))[ours]
    right_pairs, found_pairs, true_pairs = (int(pairs.sum()) - len(of) for pairs in (right, found, true))
    return Figures(
        float((right.sum(1) / found.sum(1)).mean()),
        float((right.sum(1) / true.sum(1)).mean()),
        right_pairs / max(1, found_pairs),
        right_pairs / max(1, true_pairs),
        int(told[ours].sum(1).max()),
    )


def _same(gold: Sequence[Row], key: Callable[[Row], str]) -> Pairs:
    number: dict[str, int] = {}
    keys = np.array([number.setdefault(key(row), len(number)) for row in gold])
    same: Pairs = keys[:, None] == keys
    return same


def main() -> None:
    """Print the figures."""
    gold = rows()
    stories = grouped(gold)
    for part in dict.fromkeys(row.part for row in gold):
        measured = {
            "strict": figures(gold, stories, part, lenient=False),
            "lenient": figures(gold, stories, part, lenient=True),
        }
        if part in ("train", "development"):
            measured["as drawn"] = figures_as_drawn(gold, stories, part)
        for how, found in measured.items():
            cubed = f"B-cubed {found.precision:.3f} / {found.recall:.3f} / {found.f1:.3f}"
            pairs = f"pairs {found.pair_precision:.3f} / {found.pair_recall:.3f}"
            print(f"{part:<12} {how:<9} {cubed}   {pairs}   largest {found.largest}")


if __name__ == "__main__":
    main()
