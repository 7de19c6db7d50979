"""Errors, each reported once."""

import pytest
from factories import find, make_article

from sayso.evaluate.annotation import Annotation
from sayso.evaluate.confusions import confusions
from sayso.evaluate.pairing import pair
from sayso.evaluate.word_places import Text

ARTICLE = make_article("Roe said one two three four five six seven eight nine ten. Lind said eleven twelve.")
TEXT = Text(ARTICLE.text)


def annotation(content, source="Roe"):
    return Annotation(
        *(TEXT.words([find(ARTICLE, words).range] if words else []) for words in (source, "said", content))
    )


TEN = "one two three four five six seven eight nine ten"
CASES = {
    "nothing": ([TEN], [TEN], []),
    "missed": ([TEN], [], [("missed", f"Roe [said] {TEN}", "")]),
    "spurious": ([], [TEN], [("spurious", "", f"Roe [said] {TEN}")]),
    "too short": ([TEN], ["one two three four five six"], [("too short", TEN, "one two three four five six")]),
    "far too short, and so no pair": ([TEN], ["nine ten"], [("too short", TEN, "nine ten")]),
    "too long": (
        ["three four five six"],
        ["two three four five six"],
        [("too long", "three four five six", "two three four five six")],
    ),
    "shifted": (
        ["one two three four"],
        ["two three four five"],
        [("shifted", "one two three four", "two three four five")],
    ),
    "little in common: one is missed, and one spurious": (
        ["one two three four"],
        ["four five six seven eight"],
        [("missed", "one two three four", ""), ("spurious", "", "four five six seven eight")],
    ),
    "split, and not too short and spurious": (
        [TEN],
        ["one two three four five six", "nine ten"],
        [("split", TEN, "one two three four five six | nine ten")],
    ),
    "merged, and not too long and missed": (
        ["one two three", "five six seven"],
        ["one two three four five six seven"],
        [("merged", "one two three | five six seven", "one two three four five six seven")],
    ),
}


def shown(told):
    """Each part of an error as it is shown, Roe being the source of all."""
    return (
        " | ".join(one if one.startswith("Roe") else f"Roe [said] {one}" for one in told.split(" | ")) if told else ""
    )


@pytest.mark.parametrize(("gold", "found", "expected"), CASES.values(), ids=CASES)
def test_contents(gold, found, expected):
    ours, theirs = [annotation(one) for one in gold], [annotation(one) for one in found]
    errors = confusions(TEXT, ours, theirs, pair(ours, theirs))
    assert list(errors) == [(kind, shown(a), shown(b)) for kind, a, b in expected]


def test_a_wrong_source_is_told_beside_a_wrong_boundary():
    ours, theirs = [annotation("one two three")], [annotation("one two", source="")]
    assert list(confusions(TEXT, ours, theirs, pair(ours, theirs))) == [
        ("too short", "Roe [said] one two three", "nobody [said] one two"),
        ("wrong source", "Roe [said] one two three", "nobody [said] one two"),
    ]


def test_what_is_shown_is_one_line_that_no_terminal_obeys():
    text = Text("Roe said\n\x1b[2J one\u202e two " + "three " * 30)
    assert text.shown(text.words([(0, 22)])) == "Roe said \N{REPLACEMENT CHARACTER}[2J one\N{REPLACEMENT CHARACTER} two"
    assert text.shown(text.words([(0, 3), (14, 300)]), 30) == "Roe ... one\N{REPLACEMENT CHARACTER} two [...] e three"
