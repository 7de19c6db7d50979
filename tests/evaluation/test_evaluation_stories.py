"""How well articles are grouped into stories: what counts as right, and figures that must not fall."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.evaluation.news.grouping import Figures, Row, figures, figures_as_drawn, grouped, rows
from tests.evaluation.news.texts import own

LEAST = {
    "train": (0.91, 0.955, 0.985, 0.955),
    "development": (1.0, 0.985, 1.0, 0.985),
    "bbc": (0.88, 0.99, 0.945, 0.99),
    "own": (1.0, 0.84, 1.0, 0.84),
}
"""Of each part: B-cubed precision and recall, strict and lenient; raised when they get better."""

LARGEST = 39
"""The largest story of each part has no more articles: one giant story is how grouping fails."""


@pytest.mark.skipif("CI" not in os.environ, reason="takes half a minute; runs where CI is set")
def test_articles_are_grouped_at_least_as_well_as_pinned(corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_CORPORA", str(corpora))
    gold = rows()
    stories = grouped(gold)
    measured = {part: [figures(gold, stories, part, lenient=lenient) for lenient in (False, True)] for part in LEAST}
    found = {part: [share for one in both for share in one[:2]] for part, both in measured.items()}
    fallen = {part for part, least in LEAST.items() if any(a < b for a, b in zip(found[part], least, strict=True))}
    assert fallen == set(), found
    assert max(one.largest for both in measured.values() for one in both) <= LARGEST


GOLD = [
    Row("a", "train", "fire", "town", "x"),
    Row("b", "train", "fire", "town", "x"),
    Row("c", "train", "trial", "town", "x"),
    Row("d", "train", "match", None, "y"),
    Row("e", "bbc", "rates"),
]
TOLD = {
    "all apart": (dict(zip("abcde", "12345", strict=True)), Figures(1, 0.75, 0, 0, 1), Figures(1, 0.75, 0, 0, 1)),
    "as it is": (dict(zip("abcde", "11234", strict=True)), Figures(1, 1, 1, 1, 2), Figures(1, 1, 1, 1, 2)),
    "the affair is one story": (
        dict(zip("abcde", "11123", strict=True)),
        Figures((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, 1, 1 / 3, 1, 3),
        Figures(1, 1, 1, 1, 3),
    ),
    "with an article of another part": (
        dict(zip("abcde", "11233", strict=True)),
        Figures(3.5 / 4, 1, 2 / 3, 1, 2),
        Figures(3.5 / 4, 1, 2 / 3, 1, 2),
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_figures_count_each_article_and_each_pair(case: str) -> None:
    stories, strict, lenient = TOLD[case]
    assert figures(GOLD, stories, "train", lenient=False) == pytest.approx(strict)
    assert figures(GOLD, stories, "train", lenient=True) == pytest.approx(lenient)


def test_what_the_corpus_was_split_by_is_another_measure() -> None:
    assert figures_as_drawn(GOLD, TOLD["as it is"][0], "train")[:2] == pytest.approx(
        (1, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    )


def test_the_gold_names_each_article_once_and_none_of_blind() -> None:
    gold = rows()
    named = [row.article for row in gold]
    assert len(named) == len(set(named))
    assert {row.part for row in gold} == {"train", "development", "bbc", "own"}
    assert {name for name in named if name.startswith("own")} == set(own()["development"])
    drawn = (Path(__file__).parent / "news" / "articles.jsonl").read_text("utf-8")
    assert not {name for name in named if f'"article": "{name}", "split": "blind"' in drawn}
