"""Tables of sentence pairs and their relations: repeats, reservations, conflicts, and similar events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from seams import relation

TABLE = Path(__file__).parent / "tables" / "pairs.txt"


def pairs() -> Iterator[object]:
    """Each sentence with each one listed under it; `wrong:` says why the relation is not found today."""
    for block in TABLE.read_text("utf-8").split("\n## ")[1:]:
        event, sentence, *lines = filter(str.strip, block.splitlines())
        wrong = {at: one.partition(": ")[2] for at, one in enumerate(lines) if one.startswith("        wrong: ")}
        for at, line in enumerate(lines):
            if at not in wrong:
                expected, _, other = line.strip().partition(": ")
                mark = [pytest.mark.xfail(strict=True, reason=wrong[at + 1])] if at + 1 in wrong else []
                yield pytest.param(sentence, other, expected, id=f"{event}: {other}", marks=mark)


@pytest.mark.parametrize(("sentence", "other", "expected"), list(pairs()))
def test_how_two_sentences_relate_in_either_order(sentence: str, other: str, expected: str) -> None:
    assert [relation(sentence, other), relation(other, sentence)] == [expected, expected]
