"""Sentences are the parser's, with its commonest mistakes put right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.segment.sentence_boundaries import LONGEST, sentences
from schemas import Segmentation

Apart = Callable[..., Segmentation]
LEAD = "The two leaders met in Sochi on Friday to talk about trade."


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Bennett met Gen. Flynn at 7 p.m. on Friday.", "He left."],
        ["He worked for the U.S. Senate and the U.N.", "He left in May."],
        ["“The talks were good. ", "We will go on,” he said.", "“Ties matter.”", "“They do,” she said."],
        ['He resigned from office."', '"You could say that," he went on to say.'],
        ["''It was good,'' Mr. Obama said.", "''It will not change,'' he added."],
        ['"Will you stay?" he asked.', '"Yes!" she cried.'],
        ["He called it “our people, our compatriots.”", "The prime minister agreed."],
        ["He said no (not at all).", "He left."],
        ["Only one thing counts: Peace is near.", "Nothing else does."],
    ],
    ids=[
        "titles and times",
        "initials",
        "curly quotations",
        "a closing mark stays with its sentence",
        "agencies' marks open the next sentence",
        "a lower-case word goes on",
        "an end mark within",
        "brackets",
        "a colon goes on",
    ],
)
def test_sentences(taken_apart: Apart, expected: list[str]) -> None:
    found = taken_apart(f"{LEAD}\n\n{' '.join(one.strip() for one in expected)}")
    assert [one.span.words for one in found.segments if one.paragraph] == [one.strip() for one in expected]


def _split(text: str, parsed: list[int]) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text), parsed, ())]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["He saw Mr. ", "Smith."], ["He saw Mr. Smith."]),
        (["In the U.S. ", "Congress met."], ["In the U.S. Congress met."]),
        (["He left the U.S. ", "The rest stayed."], ["He left the U.S.", "The rest stayed."]),
        (["Trump had ", "Made remarks."], ["Trump had Made remarks."]),
        (["It rose. ", "and fell."], ["It rose. and fell."]),
        (["it rose. ", "it fell."], ["it rose.", "it fell."]),
        (["A word. ", ") Next one."], ["A word. )", "Next one."]),
        (["One thing. Another."], ["One thing.", "Another."]),
    ],
    ids=[
        "title",
        "initials",
        "initials, then a starter",
        "no end mark",
        "lower case",
        "all lower case",
        "bracket",
        "missed",
    ],
)
def test_the_parsers_mistakes(parts: list[str], expected: list[str]) -> None:
    starts = [len("".join(parts[:at])) for at in range(len(parts))]
    assert _split("".join(parts), starts) == expected


def test_text_without_end_marks_stays_in_parts() -> None:
    text = "word " * 1000
    found = _split(text, list(range(0, len(text), 50)))
    assert "".join(found).count("word") == 1000
    assert all(LONGEST <= len(one) < LONGEST + 60 for one in found[:-1])
