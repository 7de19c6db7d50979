"""Shared passages: maximal, in the order of the first text, as characters of both."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.link.reuse.passages import stretches
from sayso.link.reuse.quoted import quoted
from sayso.link.reuse.word_runs import WordRuns

ONE = "The talks at the lake ended without a deal on Tuesday."
TWO = "Both sides will meet again in the autumn, at a place nobody knows."
THREE = "Nothing else was said by either of the delegations that day, or since."


def passages(first, second):
    a, b = WordRuns(first), WordRuns(second)
    found = stretches(a, b, np.intersect1d(a.distinct, b.distinct))
    return [(first[slice(*a.place(x, n))], second[slice(*b.place(y, n))]) for x, y, n in found]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    {
        "a copy": (ONE, ONE, [(ONE[:-1], ONE[:-1])]),
        "within others": (f"{TWO} {ONE} {THREE}", f"Yes: {ONE.upper()}", [(ONE[:-1], ONE.upper()[:-1])]),
        "in another order": (
            f"{ONE} Then: {TWO}",
            f"{TWO} And {ONE}",
            [(ONE[:-1], ONE[:-1]), (TWO[:-1], TWO[:-1])],
        ),
        "a word changed": (
            f"{ONE[:-1]} in rain. {TWO}",
            f"{ONE[:-1]} in snow. {TWO}",
            [(ONE[:-1] + " in", ONE[:-1] + " in"), (TWO[:-1], TWO[:-1])],
        ),
        "twice in the first": (f"{ONE} So: {ONE}", ONE, [(ONE[:-1], ONE[:-1]), (ONE[:-1], ONE[:-1])]),
        "the longest of two": (
            f"{ONE} {TWO}",
            f"{ONE} Well. {ONE} {TWO}",
            [(f"{ONE} {TWO[:-1]}", f"{ONE} {TWO[:-1]}")],
        ),
        "nothing": (ONE, TWO, []),
        "seven words": ("a b c d e f g x", "a b c d e f g y", []),
        "no words": ("", ONE, []),
    }.values(),
    ids=str,
)
def test_passages_are_as_long_as_the_words_agree(first, second, expected):
    assert passages(first, second) == expected


def test_only_the_runs_that_count_begin_a_passage():
    a, b = WordRuns(f"{ONE} x {TWO}"), WordRuns(f"{ONE} y {TWO}")
    assert [one.length for one in stretches(a, b, WordRuns(TWO).distinct)] == [13]


def test_repetition_without_end_is_read_in_proportion_to_its_length():
    a, b = WordRuns("very " * 50_000), WordRuns("very " * 60_000)
    assert [tuple(one) for one in stretches(a, b, a.distinct)] == [(0, 0, 50_000)]


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        'He said "no deal" and left.': ['"no deal"'],
        "He said “no deal” and left.": ["“no deal”"],
        "He said „no deal“ and left.": ["„no deal“"],
        "He said «no deal» and left.": ["«no deal»"],
        "He said 'no deal' and left.": ["'no deal'"],
        "He said ‘it’s no deal’ and left.": ["‘it’s no deal’"],
        "The ministers' deal isn't the boys' own.": [],
        "“He told me ‘no deal’ twice,” she said.": ["“He told me ‘no deal’ twice,”"],
        "“It goes on\n“and ends,” she said.": ["“It goes on", "“and ends,”"],
        '"One," he said, "and two."': ['"One,"', '"and two."'],
        "It's 'twas the '90s": [],
        "": [],
    }.items(),
)
def test_quotations_are_found_with_any_marks(text, expected):
    assert [text[slice(*one)] for one in quoted(text)] == expected


@pytest.mark.parametrize("mark", ['"', "'", "“", "”", "«", "‘ ", " '"])
def test_marks_without_end_are_read_in_proportion_to_their_number(mark):
    assert all(start < end for start, end in quoted((mark + "a") * 20_000))
