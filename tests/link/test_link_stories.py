"""Which articles tell one story, and that this depends on nothing but the articles and what people decided."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story_world import IDS, STORIES, TEXTS, article, ruling, told

from sayso.errors import LedgerError
from sayso.link.retrieve import embed
from sayso.link.retrieve.encoder import WIDTH, Floats
from sayso.link.stories import STORY, Grouping, Ruling, StoryIndex, surroundings
from sayso.link.stories.profile import Profile, beginning
from sayso.link.stories.weighed_words import WeighedWords
from schemas import Article

ARTICLES = {name: article(name) for name in TEXTS}
ALONE = {frozenset(story) for story in STORIES}


@pytest.fixture(scope="module")
def vectors() -> dict[str, Floats]:
    return dict(zip(TEXTS, embed([beginning(one) for one in ARTICLES.values()]), strict=True))


def index_of(vectors: dict[str, Floats], names: Sequence[str], **known: dict[str, str]) -> StoryIndex:
    """The articles of these names, added one by one in this order, each read first in an entry of its own."""
    index = StoryIndex.open(None)
    for number, name in enumerate(names, 1):
        profile = Profile.of(article(name, **known.get(name.replace(" ", "_"), {})), number)
        index.take([profile], vectors[name][None])
    return index


def test_articles_about_one_event_and_what_came_of_it_are_one_story(vectors: dict[str, Floats]) -> None:
    assert told(index_of(vectors, list(TEXTS))) == ALONE


@pytest.mark.parametrize("order", list(permutations(["fire", "fire trial", "crater", "crater doubt", "other fire"])))
def test_the_order_does_not_matter(vectors: dict[str, Floats], order: tuple[str, ...]) -> None:
    assert told(index_of(vectors, order)) == {frozenset(story & set(order)) for story in STORIES} - {frozenset()}


def test_encoding_and_adding_together_is_the_same(vectors: dict[str, Floats]) -> None:
    together = StoryIndex.open(None)
    together.add(enumerate(ARTICLES.values(), 1))
    one_by_one = index_of(vectors, list(TEXTS))
    assert [list(together.near(row, 0)) for row in together.current] == [
        list(one_by_one.near(row, 0)) for row in one_by_one.current
    ]
    assert told(together) == ALONE


def test_the_id_is_of_the_article_that_was_read_first_and_the_title_of_the_most_central(
    vectors: dict[str, Floats],
) -> None:
    grouping = Grouping(index_of(vectors, ["fire owner", "bank", "fire", "fire trial"]))
    story = grouping.story(IDS["fire trial"])
    assert story.id == f"{STORY}{IDS['fire owner']}"
    assert story.articles == (IDS["fire owner"], IDS["fire"], IDS["fire trial"])
    assert story.central == IDS["fire owner"]
    assert grouping.same(IDS["fire"], IDS["fire owner"])
    assert not grouping.same(IDS["fire"], IDS["bank"])


def test_an_article_that_the_index_does_not_have_is_a_story_of_its_own() -> None:
    grouping = Grouping(StoryIndex.open(None))
    assert grouping.story("unknown").articles == ("unknown",)
    assert grouping.same("unknown", "unknown")
    assert not grouping.same("unknown", "other")


DATES = {
    ("2024-03-01", "2024-03-05"): True,
    ("2024-03-01T23:30+01:00", "2024-03-05"): True,
    ("2024-03-01", "2031-03-01"): False,
    ("2024-03-01", None): True,
}


@pytest.mark.parametrize("dates", DATES)
def test_what_is_little_alike_is_one_story_only_within_days(dates: tuple[str, str | None]) -> None:
    """Two articles that share a third of their words, a little above the bar."""
    vector = np.ones((1, WIDTH), np.float32) / WIDTH**0.5
    index = StoryIndex.open(None)
    for number, published in enumerate(dates):
        words = WeighedWords(np.arange(20 * number, 20 * number + 30, dtype=np.uint32), np.full(30, 20, np.uint8))
        day = Profile.of(Article(text="x", published=published), 0).day
        index.take([Profile(f"{number:032}", number, words, day)], 0.6 * vector + _noise(number))
    assert Grouping(index).same("0" * 32, f"{1:032}") is DATES[dates]


def _noise(number: int) -> Floats:
    return np.random.default_rng(number).normal(size=(1, WIDTH)).astype(np.float32) * 0.02


SUPPLIED = {
    "a name for two stories": (
        {"fire": {"story": "x"}, "crater": {"story": "x"}},
        {frozenset({"fire", "fire owner", "fire trial", "crater", "crater doubt"})},
    ),
    "two names for one story": (
        {"fire": {"story": "x"}, "fire_owner": {"story": "y"}, "fire_trial": {"story": "y"}},
        {frozenset({"fire"}), frozenset({"fire owner", "fire trial"})},
    ),
    "a name for what nobody else tells": (
        {"bank": {"story": "x"}, "other_fire": {"story": "x"}},
        {frozenset({"bank", "other fire"}), frozenset({"fire", "fire owner", "fire trial"})},
    ),
}


@pytest.mark.parametrize("case", SUPPLIED)
def test_the_catalogue_wins_and_what_belongs_there_joins(vectors: dict[str, Floats], case: str) -> None:
    known, expected = SUPPLIED[case]
    assert expected <= told(index_of(vectors, list(TEXTS), **known))


FIRE_OUT = frozenset({"fire owner", "fire trial"})
RULED = {
    "joined": ([("crater", "fire", True)], {frozenset({"fire", "fire owner", "fire trial", "crater", "crater doubt"})}),
    "taken out": ([("fire", "fire owner", False)], {frozenset({"fire"}), FIRE_OUT}),
    "taken out, and put elsewhere": (
        [("fire", "crater", True), ("fire", "fire owner", False)],
        {frozenset({"fire", "crater", "crater doubt"}), FIRE_OUT},
    ),
    "two taken out, who take nobody along": (
        [("fire owner", "fire", False), ("fire trial", "fire", False)],
        {frozenset({"fire"}), FIRE_OUT},
    ),
    "the newest counts where three contradict each other": (
        [("fire", "crater", True), ("crater", "bank", True), ("fire", "bank", False)],
        {frozenset({"fire", "fire owner", "fire trial", "crater", "crater doubt", "bank"})},
    ),
    "of articles that are not there": ([("fire", "unknown", True)], ALONE),
}


@pytest.mark.parametrize("case", RULED)
def test_what_people_decide_counts_most(vectors: dict[str, Floats], case: str) -> None:
    pairs, expected = RULED[case]
    rulings = [
        Ruling("0" * 32, IDS["bank"], True) if "unknown" in pair else ruling(pair[0], pair[1], together=pair[2])
        for pair in pairs
    ]
    assert expected <= told(index_of(vectors, list(TEXTS)), *rulings)


def test_a_person_takes_an_article_out_of_a_supplied_story(vectors: dict[str, Floats]) -> None:
    known = {name.replace(" ", "_"): {"story": "x"} for name in STORIES[0]}
    index = index_of(vectors, list(TEXTS), **known)
    assert {frozenset({"fire"}), FIRE_OUT} <= told(index, ruling("fire", "fire owner", together=False))


def test_a_person_joins_two_supplied_stories(vectors: dict[str, Floats]) -> None:
    known = {name.replace(" ", "_"): {"story": sorted(story)[0]} for story in STORIES for name in story}
    index = index_of(vectors, list(TEXTS), **known)
    assert told(index) == ALONE
    joined = frozenset(STORIES[0] | STORIES[1])
    assert told(index, ruling("crater doubt", "fire trial", together=True)) == {joined, *map(frozenset, STORIES[2:])}


def test_versions_of_a_page_stay_together_with_the_newest_name_for_their_story() -> None:
    index = StoryIndex.open(None)
    url = "https://globe.example.org/a"
    texts = ("The bridge over the Orla closed.", "A choir from Lindholm won.", "Wheat fell in Chicago.")
    known: tuple[dict[str, str], ...] = ({"url": url, "story": "old"}, {"url": url, "story": "new"}, {"story": "new"})
    articles = [Article(text=text, **more) for text, more in zip(texts, known, strict=True)]
    index.add(enumerate(articles, 1))
    assert [len(story.articles) for story in Grouping(index)] == [3]
    taken = Ruling(articles[0].id, articles[2].id, False)
    grouping = Grouping(index, [taken])
    assert grouping.same(articles[0].id, articles[1].id)
    assert not grouping.same(articles[0].id, articles[2].id)


def test_one_article_about_two_stories_does_not_make_them_one(vectors: dict[str, Floats]) -> None:
    index = index_of(vectors, list(TEXTS))
    both = Article(text=f"{TEXTS['fire']}\n{TEXTS['crater']}", key="both")
    index.add([(99, both)])
    assert {len(story.articles) for story in Grouping(index)} == {4, 2, 1}


Composed = tuple[int, tuple[int, ...], str | None, str | None, int]
COMPOSED = st.tuples(
    st.integers(0, 3),
    st.tuples(*[st.integers(0, 25)] * 6),
    st.sampled_from([None, None, None, "x", "y"]),
    st.sampled_from([None, None, None, "page"]),
    st.sampled_from([-1, 10, 12, 30]),
)


def composed(number: int, facts: Composed) -> tuple[Profile, Floats]:
    """An article of one of four topics, with six words of its own, a supplied story, a page, and a day."""
    topic, words, supplied, work, day = facts
    terms = np.unique([*range(100 * topic + 100, 100 * topic + 112), *words]).astype(np.uint32)
    vector = np.zeros(WIDTH, np.float32)
    vector[topic], vector[50 + number] = 1, 0.7
    weighed = WeighedWords(terms, np.full(len(terms), 20, np.uint8))
    profile = Profile(f"{number:032}", number, weighed, day, work=work, supplied=supplied)
    return profile, vector / np.float32(np.linalg.norm(vector))


@settings(deadline=None, max_examples=60)
@given(
    st.lists(COMPOSED, min_size=2, max_size=9),
    st.randoms(use_true_random=False),
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.booleans()), max_size=4),
    st.sampled_from([2, 4, 256]),
)
def test_any_articles_with_any_rulings_are_the_same_stories_in_any_order(
    world: list[Composed], random: Random, ruled: list[tuple[int, int, bool]], most: int
) -> None:
    made = [composed(number, facts) for number, facts in enumerate(world)]
    rulings = [Ruling(f"{a:032}", f"{b:032}", together) for a, b, together in ruled if a != b]
    latest = list({frozenset(one[:2]): one for one in reversed(rulings)}.values())[::-1]
    shuffled = list(made)
    random.shuffle(shuffled)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(surroundings, "MOST", most)
        one, other = (stories(some, latest) for some in (made, shuffled))
    assert one == other
    assert sorted(article for story in one for article in story) == sorted(profile.id for profile, _ in made)


def stories(made: Sequence[tuple[Profile, Floats]], rulings: Sequence[Ruling]) -> set[tuple[str, ...]]:
    index = StoryIndex.open(None)
    for profile, vector in made:
        index.take([profile], vector[None])
    return {story.articles for story in Grouping(index, rulings)}


def test_where_too_many_hang_together_only_what_is_more_alike_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [composed(number, (0, (number % 2,) * 6, None, None, -1)) for number in range(8)]
    assert len(stories(made, [])) == 1
    monkeypatch.setattr(surroundings, "MOST", 4)
    assert sorted(len(story) for story in stories(made, [])) == [4, 4]


def saved(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_index_that_grew_is_byte_for_byte_one_that_was_made_at_once(tmp_path: Path) -> None:
    for name in TEXTS:
        grown = StoryIndex.open(tmp_path / "grown")
        grown.add([(len(grown) + 1, ARTICLES[name])])
        grown.save()
    made = StoryIndex.open(tmp_path / "made")
    made.add(enumerate(ARTICLES.values(), 1))
    made.save()
    assert saved(tmp_path / "grown") == saved(tmp_path / "made")
    assert told(StoryIndex.open(tmp_path / "grown")) == ALONE


def test_an_article_with_other_metadata_replaces_the_one_before() -> None:
    index = StoryIndex.open(None)
    index.add(enumerate(ARTICLES.values(), 1))
    index.add([(1, article("fire")), (3, article("fire trial", title="Owner charged", story="trial"))])
    assert len(index) == len(TEXTS)
    assert told(index) == ALONE
    grouping = Grouping(index)
    assert grouping.facts(IDS["fire trial"]).headline == "Owner charged"
    assert [grouping.facts(one).supplied for one in grouping.story(IDS["fire"]).articles] == [None, None, "trial"]


def test_a_damaged_index_is_refused(tmp_path: Path) -> None:
    index = StoryIndex.open(tmp_path)
    index.add([(1, ARTICLES["fire"])])
    index.save()
    (tmp_path / "facts").write_bytes(b"x")
    with pytest.raises(LedgerError, match="found that facts is not as it was saved; delete the folder"):
        StoryIndex.open(tmp_path)


ODD = {
    "nothing but space": Article(text=" \n\t "),
    "no word": Article(text="… — 1 a"),
    "half a surrogate": Article(text="Bridges \ud800 closed", title="\udfff", story="\udead"),
    "another script": Article(text="Мост закрыт. 橋は閉鎖された。"),
    "a very long word": Article(text="x" * 50_000),
    "a very long title": Article(text="Bridges closed.", title="bridge " * 9_000),
    "no character that can be seen": Article(text="\0\u202e\u200b"),
}


@pytest.mark.parametrize("odd", ODD)
def test_no_article_is_too_odd(tmp_path: Path, odd: str) -> None:
    index = StoryIndex.open(tmp_path)
    index.add([(1, ODD[odd]), (2, ARTICLES["fire"])])
    index.save()
    grouping = Grouping(StoryIndex.open(tmp_path))
    assert not grouping.same(ODD[odd].id, IDS["fire"])
    assert len(grouping.facts(ODD[odd].id).headline) < 300


def test_many_copies_of_one_article_are_one_story() -> None:
    profile = Profile.of(ARTICLES["fire"], 1)
    copies = [Profile(f"{number:032}", number, profile.words) for number in range(600)]
    index = StoryIndex.open(None)
    index.take(copies, np.tile(embed([beginning(ARTICLES["fire"])]), (600, 1)))
    assert len(Grouping(index).story("0" * 32).articles) == 600
