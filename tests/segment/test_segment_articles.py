"""Five real articles, read line by line: what in them is no sentence, and which quotations are odd."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas import Segmentation

Apart = Callable[..., Segmentation]

EXPECTED = {
    "000": ([(0, "dateline"), (2, "headline"), (5, "headline")], 0),
    "001": (
        [(0, "dateline"), *[(at, "boilerplate") for at in (1, 3, 11, 15, 19)]],
        1,
    ),
    "002": ([(0, "caption"), (0, "boilerplate")], 0),
    "003": ([(0, "headline"), (1, "headline"), (2, "byline")], 0),
    "004": ([(0, "caption"), (1, "caption"), (1, "boilerplate")], 1),
}


@pytest.mark.skipif("SAYSO_CORPORA" not in os.environ, reason="SAYSO_CORPORA does not name a folder with the corpora")
@pytest.mark.parametrize("number", EXPECTED)
def test_what_is_no_sentence(taken_apart: Apart, number: str) -> None:
    [file] = Path(os.environ["SAYSO_CORPORA"]).glob(f"articles/{number}_*.txt")
    found = taken_apart(file.read_bytes().decode("utf-8"))
    others = [(one.paragraph, one.kind) for one in found.segments if one.kind != "sentence"]
    assert (others, sum(not one.closed for one in found.quotations)) == EXPECTED[number]
