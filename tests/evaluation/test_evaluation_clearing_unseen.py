"""The drafts by an author who has not seen the code are as their README says; a failure shows no words of theirs."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.clearing_unseen_score import scored

PLACE = Path(__file__).parent / "clearing_unseen"


def drafts(part: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (PLACE / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("part", "kinds"),
    [
        ("open", {"absent": 34, "sought": 18, "printed": 28}),
        ("blind_drafts", {"absent": 41, "sought": 18, "printed": 23}),
    ],
)
def test_drafts_have_so_many_accusations(part: str, kinds: dict[str, int]) -> None:
    found = drafts(part)
    assert len(found) == 35
    assert Counter(pair["kind"] for draft in found for pair in draft["pairs"]) == kinds
    told = Counter(draft["headline"]["kind"] for draft in found if draft["headline"])
    assert told == dict.fromkeys(("hedge", "source", "number", "allegation", "plan"), 2)


@pytest.mark.parametrize("part", ["open", "blind_drafts"])
def test_words_stand_once_in_their_draft(part: str) -> None:
    counts = [
        (number, draft["text"].count(words))
        for number, draft in enumerate(drafts(part), 1)
        for pair in [*draft["pairs"], {"accusation": (draft["headline"] or {}).get("body")}]
        for words in (pair["accusation"], pair.get("reply"), *pair.get("also", ()))
        if words
    ]
    assert [one for one in counts if one[1] != 1] == []


@pytest.mark.parametrize("part", ["open", "blind_drafts"])
def test_accused_are_named_and_replies_fit_their_kind(part: str) -> None:
    wrong = [
        number
        for number, draft in enumerate(drafts(part), 1)
        for pair in draft["pairs"]
        if pair["accused"] not in f"{draft['title']}\n{draft['text']}"
        or (pair["reply"] is None) != (pair["kind"] == "absent")
    ]
    assert wrong == []


@pytest.mark.skipif("CI" not in os.environ, reason="to read 35 drafts takes ten seconds")
def test_as_much_is_found_in_the_open_drafts_as_before() -> None:
    replies, headlines = scored("open")
    assert replies.f1 >= 0.6
    assert headlines.f1 >= 0.7
