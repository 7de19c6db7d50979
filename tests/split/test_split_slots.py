"""The slots of a claim, which linking compares."""

from __future__ import annotations

from typing import Any

import pytest
from factories import make_article, make_statement

from sayso.language.parse import parse
from sayso.split import split
from schemas import Modality, Slots

CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "who did what to whom, when and where": (
        "In Lviv the minister met the mayor on Friday.",
        {"who": "the minister", "what": "met", "whom": "the mayor", "when": ("Friday",), "where": ("Lviv",)},
    ),
    "numbers with what they count": (
        "At least 12 soldiers were killed.",
        {"who": "At least 12 soldiers", "what": "killed", "numbers": ("At least 12 soldiers",)},
    ),
    "money and percentages": (
        "Profits fell 12 percent to $3.4 billion.",
        {"who": "Profits", "what": "fell", "numbers": ("12 percent", "$3.4 billion")},
    ),
    "the agent of a passive": (
        "The plan was approved by the Senate.",
        {"who": "The plan", "what": "approved", "whom": "the Senate"},
    ),
    "what somebody is": ("He is a lawyer.", {"who": "He", "what": "is a lawyer"}),
    "a verb with its particle": ("The fire broke out.", {"who": "The fire", "what": "broke out"}),
    "not": (
        "Russia did not attack Kyiv.",
        {"who": "Russia", "what": "attack", "whom": "Kyiv", "polarity": "denied"},
    ),
    "nobody": ("Nobody was hurt.", {"who": "Nobody", "what": "hurt", "polarity": "denied"}),
    "no": ("No soldiers were hurt.", {"who": "No soldiers", "what": "hurt", "polarity": "denied"}),
    "never": ("She was never charged.", {"who": "She", "what": "charged", "polarity": "denied"}),
    "no longer": ("The talks no longer continue.", {"who": "The talks", "what": "continue", "polarity": "denied"}),
    "not only is no denial": ("Not only did Iran deny it.", {"who": "Iran", "what": "deny", "whom": "it"}),
}

MODALITIES: dict[str, Modality] = {
    "Gazprom cut supplies.": "asserted",
    "Gazprom may cut supplies.": "possible",
    "Gazprom could cut supplies.": "possible",
    "Gazprom must cut supplies.": "obliged",
    "Gazprom should cut supplies.": "obliged",
    "Gazprom has to cut supplies.": "obliged",
    "Gazprom will cut supplies.": "future",
    "Gazprom plans to cut supplies.": "future",
    "Gazprom is going to cut supplies.": "future",
    "Gazprom would cut supplies.": "conditional",
    "Gazprom cuts supplies if Kyiv fails to pay.": "conditional",
    "Did Gazprom cut supplies?": "possible",
}


def slots_of(text: str) -> list[Slots]:
    """The slots of the claims, without their frames, which have tests of their own."""
    article = make_article(text)
    claims = split(article, parse(text, [0]), [make_statement(article, text)])
    return [claim.slots.model_copy(update={"frames": ()}) for claim in claims]


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_claim_has_its_slots(text: str, expected: dict[str, Any]) -> None:
    assert slots_of(text) == [Slots(**expected)]


@pytest.mark.parametrize(("text", "expected"), MODALITIES.items())
def test_the_verb_decides_the_modality(text: str, expected: Modality) -> None:
    assert [slots.modality for slots in slots_of(text)] == [expected]


def test_each_claim_of_a_sentence_has_its_own_slots() -> None:
    assert slots_of("Gazprom may cut supplies by 50% and must pay $3 billion.") == [
        Slots(who="Gazprom", what="cut", whom="supplies", numbers=("50%",), modality="possible"),
        Slots(who="Gazprom", what="pay", whom="$3 billion", numbers=("$3 billion",), modality="obliged"),
    ]
