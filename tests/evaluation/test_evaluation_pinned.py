"""What the engine reads in known articles, to the word: any machine that reads otherwise says in which statement."""

from __future__ import annotations

import difflib
import warnings
from collections.abc import Iterator

import pytest

from tests.evaluation.pinned import PINNED, Read, Reading, parsed, told, written

MOST = 5
"""How many of 1,000 statements another processor may read otherwise."""

ANEW = "where it was meant, `python tests/evaluation/pinned.py` pins them anew"


def differences(expected: Read, found: Read) -> Iterator[tuple[int, str]]:
    """For each article that differs, in how many statements, and what was expected (-) and found (+)."""
    for name in dict.fromkeys([*expected, *found]):
        before, after = expected.get(name, []), found.get(name, [])
        equal = sum(block.size for block in difflib.SequenceMatcher(None, before, after, False).get_matching_blocks())
        count = max(len(before), len(after)) - equal
        if count or name not in found or name not in expected:
            lines = ["\n\n".join(blocks).split("\n") for blocks in (before, after)]
            yield max(1, count), "\n".join([name, *list(difflib.unified_diff(*lines, lineterm="", n=2))[2:]])


def test_known_articles_are_read_to_the_word_as_pinned(readings: list[Reading]) -> None:
    expected, found = parsed(PINNED.read_text("utf-8")), told(readings)
    differing = list(differences(expected, found))
    count, total = sum(number for number, _ in differing), sum(map(len, expected.values()))
    said = "\n\n".join([f"{count} of {total} statements are read otherwise; {ANEW}", *(text for _, text in differing)])
    if count:
        warnings.warn(said, stacklevel=1)
    assert 1000 * count <= MOST * total, said


BEFORE: Read = {
    "a.txt: One": ["sourced: A > publisher\n    words", "none-given: publisher\n    more"],
    "b.txt: Two": [],
}


def test_what_is_written_is_read_again() -> None:
    assert parsed(written(BEFORE)) == BEFORE


@pytest.mark.parametrize(
    ("after", "counts", "shown"),
    [
        pytest.param(BEFORE, [], "", id="nothing"),
        pytest.param(
            {**BEFORE, "a.txt: One": ["sourced: B > publisher\n    words", BEFORE["a.txt: One"][1]]},
            [1],
            "-sourced: A > publisher\n+sourced: B > publisher",
            id="another speaker",
        ),
        pytest.param({**BEFORE, "b.txt: Two": ["x", "y"]}, [2], "+x", id="two statements more"),
        pytest.param({"a.txt: One": BEFORE["a.txt: One"]}, [1], "b.txt: Two", id="an article is missing"),
    ],
)
def test_a_difference_says_in_which_statement(after: Read, counts: list[int], shown: str) -> None:
    found = list(differences(BEFORE, after))
    assert [count for count, _ in found] == counts
    assert shown in "\n".join(text for _, text in found)
