"""A sentence in, its claims out: each fact by itself, how it is asserted, and who does what to whom in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from seams import claims, frames, marked

TABLE = Path(__file__).parent / "tables" / "claims.txt"


class Row(NamedTuple):
    """A sentence, the claims it makes, the frames of those for which they are given, and why that is wrong today."""

    name: str
    sentence: str
    claims: list[str]
    frames: dict[str, list[str]]
    wrong: str


def rows() -> Iterator[Row]:
    """The table, a block a row: `wrong:` under the claims says why they are not found."""
    for block in TABLE.read_text("utf-8").split("\n## ")[1:]:
        name, sentence, *lines = filter(str.strip, block.splitlines())
        row = Row(name, sentence, [], {}, next((one.partition(": ")[2] for one in lines if "    wrong: " in one), ""))
        for line in lines:
            if line.startswith("        "):
                row.frames.setdefault(row.claims[-1], []).append(_ordered(line.strip()))
            elif not line.startswith("    wrong: "):
                row.claims.append(line.strip())
        yield row


def _ordered(frame: str) -> str:
    """The same frame with its roles in the order of the alphabet."""
    return " ".join(sorted(frame.split(), key=lambda word: (":" in word, word if ":" in word else "")))


def params() -> Iterator[object]:
    for row in rows():
        marks = [pytest.mark.xfail(strict=True, reason=row.wrong, raises=AssertionError)] if row.wrong else []
        yield pytest.param(row, id=row.name, marks=marks)


@pytest.mark.parametrize("row", list(params()))
def test_each_fact_is_a_claim_and_nothing_else_is(row: Row) -> None:
    found = claims(row.sentence)
    assert sorted(map(marked, found)) == sorted(row.claims)
    given = {marked(one): sorted(frames(one)) for one in found if marked(one) in row.frames}
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
"""Forms of a verb, and how they assert what they tell."""

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
"""Around the verb: what stands beside it changes nothing."""


def signed() -> Iterator[object]:
    for around, sentence in WHOLE.items():
        for who, (does, signs) in zip(("keeper", "council", "firm") * len(SIGNS), SIGNS.items(), strict=False):
            marks = [pytest.mark.xfail(strict=True, reason=UNSIGNED[does])] if does in UNSIGNED else []
            text = sentence.format(who=who, does=does)
            yield pytest.param(text, signs, id=f"{around}: {does}", marks=marks)


@pytest.mark.parametrize(("text", "signs"), list(signed()))
def test_how_a_verb_asserts_it_is_told_with_its_claim_alone(text: str, signs: list[str]) -> None:
    found = {one.proposition: marked(one) for one in claims(text)}
    [gate] = [claim for claim in found if "the gate" in claim]
    assert found.pop(gate) == (f"{gate} [{', '.join(signs)}]" if signs else gate)
    assert list(found) == list(found.values()), "what stands beside it is a fact"
