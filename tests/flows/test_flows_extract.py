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


@pytest.mark.usefixtures("extracting_warm")
def test_what_a_reader_should_know_about_the_text_is_said_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The mayor\u00e2\u20ac\u2122s house burnt down on Friday.\n\nHe said so.\n", "utf-8"
    )
    result = CliRunner().invoke(cli.sayso, ["extract", str(tmp_path)])
    assert result.exit_code == 0
    assert "The mayor’s house" in result.stdout
    assert result.stderr == (
        f"sayso: {tmp_path / 'a.txt'}: the text had garbled or escaped characters, which were put right\n"
    )
