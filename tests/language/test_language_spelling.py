"""Words made comparable: where they stand, and which spellings are one."""

from __future__ import annotations

import pytest

from sayso.language.spelling import NATIONALITIES, fold, words_of


def test_a_word_keeps_its_place_and_initials_lose_their_full_stops() -> None:
    assert [(word.start, word.end, word.written) for word in words_of("the U.N.-run Lenta.ru’s")] == [
        (0, 3, "the"),
        (4, 7, "UN"),
        (9, 12, "run"),
        (13, 23, "Lenta.ru’s"),
    ]


@pytest.mark.parametrize(
    ("one", "other"), [("Russia’s", "Russian"), ("Labour", "labor"), ("Türkiye", "turkiye"), ("USA", "America")]
)
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_country_is_folded_to_its_adjective() -> None:
    assert fold("Germany") == "german"
    assert "german" in NATIONALITIES
