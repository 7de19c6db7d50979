"""The frames of a claim: who does what to whom, for each verb and relational noun."""

from __future__ import annotations

import pytest
from factories import make_article, make_statement

from sayso.language.parse import parse
from sayso.split import split
from schemas import Frame

CASES = {
    "a verb with its roles": (
        "In Lviv the minister met the mayor on Friday.",
        ["meet who:minister in:Lviv whom:mayor when:Friday"],
    ),
    "a passive is turned around": (
        "The plan was approved by the Senate.",
        ["approve whom:plan who:Senate"],
    ),
    "what somebody is": (
        "The firm is a subsidiary of Ernslaw.",
        ["subsidiary who:firm of:Ernslaw"],
    ),
    "the office before a name": (
        "Russian President Vladimir Putin resigned.",
        ["resign who:Putin", "president who:Putin of:russian"],
    ),
    "what failed is denied": (
        "Gazprom failed to deliver the gas.",
        ["fail who:Gazprom that:deliver", "deliver(denied) who:Gazprom whom:gas"],
    ),
    "what was planned lies ahead": (
        "Gazprom plans to sell the field.",
        ["plan(future) who:Gazprom that:sell", "sell(future) who:Gazprom whom:field"],
    ),
    "two that act together": (
        "Russia and Israel opened embassies.",
        ["open who:Russia who:Israel whom:embassy"],
    ),
}


def shown(frame: Frame) -> str:
    signs = [sign for sign in (frame.polarity, frame.modality) if sign not in ("affirmed", "asserted")]
    marked = f"({', '.join(signs)})" if signs else ""
    return " ".join([frame.predicate + marked, *(f"{filler.role}:{filler.head}" for filler in frame.fillers)])


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_claim_has_its_frames(text: str, expected: list[str]) -> None:
    article = make_article(text)
    (claim,) = split(article, parse(text, [0]), [make_statement(article, text)])
    assert [shown(frame) for frame in claim.slots.frames] == expected


def test_the_main_frame_has_the_subject_of_its_claim() -> None:
    text = "Gazprom cut supplies and raised prices."
    article = make_article(text)
    claims = split(article, parse(text, [0]), [make_statement(article, text)])
    assert [shown(claim.slots.frames[0]) for claim in claims] == [
        "cut who:Gazprom whom:supply",
        "raise who:Gazprom whom:price",
    ]
