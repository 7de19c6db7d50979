"""What the engine reads in known articles, to the word: any machine that reads otherwise says in which statement."""

from __future__ import annotations

import warnings

import pytest

from tests.evaluation.differing import differences, differing
from tests.evaluation.pinned import PINNED, Read, Reading, parsed, told, written

ANEW = "where it was meant, `python tests/evaluation/pinned.py` pins them anew"


def test_known_articles_are_read_to_the_word_as_pinned(readings: list[Reading]) -> None:
    found = differing(parsed(PINNED.read_text("utf-8")), told(readings))
    if found.count:
        warnings.warn(f"{found.told}\n\n{ANEW}", stacklevel=1)
    assert found.few, f"{found.told}\n\n{ANEW}"


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
