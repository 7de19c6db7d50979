"""What retellings lose on whole stories: figures that must not fall, and no more told than was read and found right."""

from __future__ import annotations

import os
from collections import Counter

import pytest

from tests.evaluation.news.drift import Places, compared, in_series, over_facts
from tests.evaluation.news.linked_part import LinkedPart

FOUND = {"hedge": 4, "number": 4, "source": 5}
TOLD, SHOWN = 23, 10
"""Of development, by `python -m tests.evaluation.news.drift development`; all of it was read, and is right."""


@pytest.mark.skipif("CI" not in os.environ, reason="takes half a minute; runs where CI is set")
def test_losses_are_found_and_none_is_told_that_nobody_read(development: LinkedPart) -> None:
    places = Places(development)
    found = Counter(one.gold.what for one in compared(development, places) if one.found)
    told, shown = list(over_facts(development, places)), list(in_series(development, places))
    assert {kind: found[kind] for kind, least in FOUND.items() if found[kind] < least} == {}
    assert (len(told) <= TOLD, len(shown) <= SHOWN) == (True, True)
