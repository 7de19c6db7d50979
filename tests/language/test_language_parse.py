"""Where the parser ends sentences."""

from __future__ import annotations

import pytest

from sayso.language.parse import parse

WHOLE = [
    "They swapped five detainees in exchange for Sgt. Bowe Bergdahl, officials said.",
    "The order came from Cmdr. Ana Reed on Friday.",
    "It was signed by Lt. Col. Anna Reed and by Adm. Karl Voss.",
    "Pfc. Dan Lowe left the camp, according to Maj. Ellen Hart.",
    "The letter went to Sens. Kay and Lund and to Reps. Orr and Bell.",
    "He was driven by Supt. Mark Hale to the court.",
]
TWO = [
    "The general spoke to Gen. Hale. He was heard.",
    "She saw the doctor. Dr. Hale was out.",
    "They spoke with the sergeant. Sgt. Lowe said nothing.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_no_sentence_ends_at_the_short_form_of_a_rank(text: str) -> None:
    assert [sentence.text for sentence in parse(text, [0]).sents] == [text]


@pytest.mark.parametrize("text", TWO)
def test_a_sentence_ends_before_a_rank_and_elsewhere(text: str) -> None:
    assert len(list(parse(text, [0]).sents)) == 2
