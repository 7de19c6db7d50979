"""`sayso extract`, as a person at a terminal meets it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli import main as cli

ARTICLE = Path(__file__).parents[2] / "seeds" / "articles" / "kremlin-call.txt"


@cache
def extracted(*options: str) -> str:
    result = CliRunner().invoke(cli.sayso, ["extract", str(ARTICLE), *options])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.usefixtures("extracting_warm")
@pytest.mark.parametrize("least", [0.0, 0.9, 1.0])
def test_what_is_less_sure_than_asked_is_left_open_and_stays_the_same_statement(least: float) -> None:
    every, found = (
        json.loads(lines)["statements"]
        for lines in (extracted("--format", "jsonl"), extracted("--format", "jsonl", "--min-confidence", str(least)))
    )
    expected = [one | {"sourcing": "undetermined"} if one["confidence"] < least else one for one in every]
    assert found == expected


def test_the_page_is_whole() -> None:
    page = extracted("--format", "html")
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert "Nordkai" in page
