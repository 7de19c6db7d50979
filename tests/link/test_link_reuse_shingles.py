"""The index over runs of words: which articles share text, exactly, in bounded work, and as a view."""

from __future__ import annotations

import random
import re

import numpy as np
import pytest
from factories import make_article

from sayso.errors import UsageError
from sayso.link.reuse import Shingles
from sayso.link.reuse.run_holders import MANY
from sayso.link.reuse.word_runs import RUN, WordRuns

WORDS = [f"{a}{b}{c}" for a in "bdgklmnprst" for b in "aeiou" for c in "lmnrst"]


def text(seed, words=120):
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def runs(words):
    found = [one.casefold() for one in re.findall(r"\w+", words)]
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def shared(index, article, least=0.05):
    return [(one.other, round(one.containment, 6)) for one in index.shared(article, least)]


def test_containment_is_that_of_sets_of_runs_over_the_shorter_text():
    texts = [text(1), text(1, 60) + " " + text(2, 80), text(3) + " " + text(2, 40), text(4, 200)]
    articles = [make_article(one, key=str(n)) for n, one in enumerate(texts)]
    index = Shingles()
    index.add(*articles)
    for one in articles:
        expected = {}
        for other in articles:
            common = len(runs(one.text) & runs(other.text)) / min(len(runs(one.text)), len(runs(other.text)))
            if other is not one and common >= 0.05:
                expected[other.id] = round(common, 6)
        assert dict(shared(index, one)) == expected
    assert shared(index, articles[0]) == [(articles[1].id, round(53 / 113, 6))]


@pytest.mark.parametrize("batches", [1, 2, 7, 40])
def test_it_does_not_matter_in_how_many_batches_articles_came(batches):
    articles = [make_article(text(n // 3) + text(100 + n, 30), key=str(n)) for n in range(40)]
    index = Shingles()
    for batch in np.array_split(np.arange(40), batches):
        index.add(*(articles[n] for n in batch))
    assert len(index) == 40
    whole = Shingles()
    whole.add(*articles)
    assert [shared(index, one) for one in articles] == [shared(whole, one) for one in articles]


def test_an_article_shares_nothing_with_itself_and_is_added_once():
    article = make_article(text(1))
    index = Shingles()
    index.add(article)
    index.add(article, article)
    assert len(index) == 1
    assert article.id in index
    assert index.shared(article) == []


def test_case_marks_and_spaces_do_not_count():
    one = make_article("The talks, at the lake; ended — without “a deal” on Tuesday.", key="1")
    other = make_article("THE TALKS AT THE LAKE\nENDED WITHOUT A DEAL ON TUESDAY", key="2")
    index = Shingles()
    index.add(one)
    assert shared(index, other) == [(one.id, 1.0)]


@pytest.mark.parametrize("words", ["", "…", "a b c d e f g"])
def test_a_text_of_fewer_than_eight_words_shares_nothing(words):
    index = Shingles()
    index.add(make_article(words, key="1"), make_article("a b c d e f g h", key="2"))
    assert index.shared(make_article(words, key="3")) == []


def test_boilerplate_of_many_articles_makes_no_pairs():
    rights = "all rights reserved this material may not be published broadcast rewritten or redistributed " * 4
    articles = [make_article(text(n, 60) + " " + rights, key=str(n)) for n in range(300)]
    index = Shingles()
    index.add(*articles)
    assert [one for article in articles for one in shared(index, article)] == []
    copy = make_article("A new beginning. " + articles[200].text, key="copy")
    assert [other for other, _ in shared(index, copy)] == [articles[200].id]


def test_a_story_that_very_many_carry_is_traced_to_the_first_of_them():
    articles = [make_article(text(n, 20) + " " + text("story", 200), key=str(n)) for n in range(200)]
    index = Shingles()
    index.add(*articles)
    found = index.shared(articles[150])
    assert {one.other for one in found} == {one.id for one in articles[:MANY]}


def test_common_runs_take_bounded_room():
    index = Shingles()
    index.add(*(make_article("one two three four five six seven eight", key=str(n)) for n in range(1000)))
    assert sum(map(len, index._tables)) == MANY


def test_it_is_saved_in_a_folder_and_opened_again(tmp_path):
    articles = [make_article(text(n // 2), key=str(n)) for n in range(10)]
    index = Shingles.open(tmp_path / "shingles")
    index.add(*articles[:6])
    index.save()
    again = Shingles.open(tmp_path / "shingles")
    again.add(*articles)
    whole = Shingles()
    whole.add(*articles)
    assert len(again) == 10
    assert [shared(again, one) for one in articles] == [shared(whole, one) for one in articles]
    assert [path.name for path in (tmp_path / "shingles").iterdir()] == ["shingles.npz"]


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04cut off"])
def test_a_damaged_file_is_reported_in_a_sentence(tmp_path, content):
    (tmp_path / "shingles.npz").write_bytes(content)
    with pytest.raises(UsageError, match=r"expected the index .* delete the file, it is built anew"):
        Shingles.open(tmp_path)


def test_a_file_of_another_version_is_reported_in_a_sentence(tmp_path):
    index = Shingles(tmp_path)
    index.save()
    saved = dict(np.load(tmp_path / "shingles.npz"))
    np.savez(tmp_path / "shingles.npz", **(saved | {"format": np.array("sayso shingles 0")}))
    with pytest.raises(UsageError, match="the format sayso shingles 0"):
        Shingles.open(tmp_path)


def test_hashes_are_the_same_in_every_process_and_on_every_machine():
    found = [hex(one) for one in WordRuns("Ärger in MOSCOW").words.tolist()]
    assert found == ["0xa3a522651f8f96ec", "0x7a9268158e09ba3f", "0xe3fa15d285ad8ec3"]
