"""Accusations paired with their replies, and headlines stronger than their bodies, in made-up drafts."""

from __future__ import annotations

import os

import pytest

from tests.evaluation.clearing_cases import TABLES, scored

LEAST = {
    **{"replies": 0.83, "second_replies": 0.86, "third_replies": 0.86},
    **{"headlines": 0.94, "second_headlines": 1.0, "third_headlines": 0.93},
}
"""F1 that must not be lost. The network has learnt from the replies; rules that were written with them in
view had more, and on drafts by an author who had not seen them a fifth of what the network has. What a standfirst
overstates was found by a rule alone."""


@pytest.mark.skipif("CI" not in os.environ, reason="takes ten seconds; runs where CI is set")
@pytest.mark.parametrize("table", TABLES)
def test_as_much_is_found_as_before(table: str) -> None:
    score, wrong = scored(table)
    assert score.f1 >= LEAST[table], wrong
