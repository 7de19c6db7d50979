"""Numbers, lists and dates in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sayso.present.numbers import count, day, listing, moment, percent, spelled


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (1200, "1,200 claims")]
)
def test_a_number_and_its_noun(number, words):
    assert count(number, "claim") == words


def test_a_noun_with_a_plural_of_its_own():
    assert count(2, "that names", "that name") == "2 that name"


@pytest.mark.parametrize(("number", "words"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13")])
def test_short_numbers_are_spelled(number, words):
    assert spelled(number) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [("", ""), ("A", "A"), ("AB", "A and B"), ("ABCDE", "A, B, C, D and E"), ("ABCDEF", "A, B, C, D and two more")],
)
def test_a_long_list_says_how_many_more(names, words):
    assert listing(list(names)) == words


def test_a_list_of_alternatives():
    assert listing(["A", "B", "C"], "or") == "A, B or C"


def test_a_share():
    assert (percent(0.834), percent(0)) == ("83%", "0%")


@pytest.mark.parametrize(
    ("published", "words"),
    [("2022-08-09", "9 August 2022"), ("2022-08-09T14:30:00Z", "9 August 2022"), ("in August", "in August")],
)
def test_a_day(published, words):
    assert day(published) == words


def test_a_moment_at_midnight_is_its_day():
    assert moment(datetime(2022, 8, 9, tzinfo=UTC)) == "9 August 2022"
    assert moment(datetime(2022, 8, 9, 14, 30, tzinfo=UTC)) == "9 August 2022, 14:30 UTC"
