"""Sentences with their claims: each fact by itself, its polarity and modality, and who does what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from seams import claims, frames, marked

TABLE = Path(__file__).parent / "tables" / "claims.txt"


class Row(NamedTuple):
    """A sentence, its claims, the frames of some of them, and why the engine does not find them today."""

    name: str
    sentence: str
    claims: list[str]
    frames: dict[str, list[str]]
    wrong: str


def rows() -> Iterator[Row]:
    """The rows of the table, a block each; `wrong:` under the claims says why they are not found."""
    for block in TABLE.read_text("utf-8").split("\n## ")[1:]:
        name, sentence, *lines = filter(str.strip, block.splitlines())
        wrong = next((line.partition(": ")[2] for line in lines if "    wrong: " in line), "")
        row = Row(name, sentence, [], {}, wrong)
        for line in lines:
            if line.startswith("        "):
                row.frames.setdefault(row.claims[-1], []).append(_ordered(line.strip()))
            elif not line.startswith("    wrong: "):
                row.claims.append(line.strip())
        yield row


def _ordered(frame: str) -> str:
    """The frame with its roles in alphabetical order."""
    return " ".join(sorted(frame.split(), key=lambda word: (":" in word, word if ":" in word else "")))


def params() -> Iterator[object]:
    for row in rows():
        marks = [pytest.mark.xfail(strict=True, reason=row.wrong, raises=AssertionError)] if row.wrong else []
        yield pytest.param(row, id=row.name, marks=marks)


@pytest.mark.parametrize("row", list(params()))
def test_each_fact_is_a_claim_and_nothing_else_is(row: Row) -> None:
    found = claims(row.sentence)
    assert sorted(map(marked, found)) == sorted(row.claims)
    given = {marked(claim): sorted(frames(claim)) for claim in found if marked(claim) in row.frames}
    assert given == {claim: sorted(made) for claim, made in row.frames.items()}


SIGNS = {
    "closed": [],
    "has closed": [],
    "is closing": [],
    "did close": [],
    "can close": ["possible"],
    "may close": ["possible"],
    "might close": ["possible"],
    "could close": ["possible"],
    "must close": ["obliged"],
    "should close": ["obliged"],
    "has to close": ["obliged"],
    "ought to close": ["obliged"],
    "needs to close": ["obliged"],
    "will close": ["future"],
    "is going to close": ["future"],
    "plans to close": ["future"],
    "intends to close": ["future"],
    "is about to close": ["future"],
    "would close": ["conditional"],
    "did not close": ["denied"],
    "has not closed": ["denied"],
    "never closed": ["denied"],
    "no longer closes": ["denied"],
    "may not close": ["denied", "possible"],
    "cannot close": ["denied", "possible"],
    "must not close": ["denied", "obliged"],
    "should not close": ["denied", "obliged"],
    "will not close": ["denied", "future"],
    "would not close": ["denied", "conditional"],
}
"""Forms of a verb, with their polarity and modality."""

UNSIGNED = {
    "is about to close": "what is about to be is told as it were",
    "ought to close": "what ought to be is told as a fact",
}
"""Known to be wrong."""

WHOLE = {
    "a statement": "The {who} {does} the gate.",
    "a passive beside it": "The {who} {does} the gate, which was built in 1911.",
    "another fact before it": "The wall fell, and the {who} {does} the gate.",
}
"""Sentences around the verb, which must not change how it is read."""


def signed() -> Iterator[object]:
    for around, sentence in WHOLE.items():
        for who, (does, signs) in zip(("keeper", "council", "firm") * len(SIGNS), SIGNS.items(), strict=False):
            marks = [pytest.mark.xfail(strict=True, reason=UNSIGNED[does])] if does in UNSIGNED else []
            text = sentence.format(who=who, does=does)
            yield pytest.param(text, signs, id=f"{around}: {does}", marks=marks)


@pytest.mark.parametrize(("text", "signs"), list(signed()))
def test_polarity_and_modality_are_those_of_the_claim_alone(text: str, signs: list[str]) -> None:
    found = {claim.proposition: marked(claim) for claim in claims(text)}
    [gate] = [claim for claim in found if "the gate" in claim]
    assert found.pop(gate) == (f"{gate} [{', '.join(signs)}]" if signs else gate)
    assert list(found) == list(found.values()), "the claims beside it are plain facts"
