"""Places of a draft are near or far, before or behind each other, in steps."""

from __future__ import annotations

import pytest

from sayso.clear.nearness import SENTENCE_FLAGS, SPEAKER_FLAGS, mention_flag, sentence_flag, speaker_flag

SENTENCES = [(0, 10), (11, 20), (21, 30), (31, 40), (41, 50), (51, 60), (61, 70)]


@pytest.mark.parametrize(
    ("number", "at", "flag"),
    [
        (0, 3, 0),
        (1, 3, 1),
        (2, 3, 2),
        (3, 3, 3),
        (4, 3, 4),
        (6, 3, 4),
        (0, 15, 5),
        (0, 309, 5),
        (0, 310, 6),
        (6, 69, 0),
    ],
)
def test_mentions_stand_in_a_sentence_before_it_or_after(number: int, at: int, flag: int) -> None:
    assert mention_flag(SENTENCES, number, at) == flag


@pytest.mark.parametrize(
    ("told", "number", "flag"),
    [([3], 3, 0), ([3], 4, 1), ([3], 5, 2), ([3], 7, 3), ([3], 11, 4), ([3], 30, 5), ([3], 2, 6), ([3], 1, 7),
     ([9], 5, 8), ([9], 1, 9), ([30], 1, 10), ([1, 9], 8, 6)],
)  # fmt: skip
def test_sentences_stand_behind_the_nearest_accusation_or_before_it(told: list[int], number: int, flag: int) -> None:
    assert sentence_flag(told, number) == flag < SENTENCE_FLAGS


def test_every_kind_of_speaker_has_a_flag_of_its_own() -> None:
    both = (False, True)
    assert {speaker_flag(answers=a, speaks=s) for a in both for s in both} == set(range(SPEAKER_FLAGS))
