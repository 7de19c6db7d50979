"""`sayso match`, as a person at a terminal meets it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from flows.cli import main as cli

CLAIMS = """\
{"id": "seals", "text": "The number of seals in the bay has doubled.", "title": "Are there more seals?"}
{"id": "chorus", "text": "The opera chorus ended its strike.", "claims": ["of no matter"]}

{"id": "dam", "text": "Engineers warned of cracks in the dam.", "title": null}
"""
QUERIES = """\
{"id": "q1", "text": "Twice as many seals live in the bay now"}
{"id": "q2", "text": "CRACKS IN THE DAM!!"}
"""


Matched = Callable[..., "Said"]


class Said(NamedTuple):
    """What became of a call."""

    exit_code: int
    stdout: str
    stderr: str


@pytest.fixture
def matched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Matched:
    def run(claims: str, queries: str, *options: str) -> Said:
        (tmp_path / "claims.jsonl").write_text(claims, "utf-8")
        (tmp_path / "queries.jsonl").write_text(queries, "utf-8")
        files = ["--claims", str(tmp_path / "claims.jsonl"), "--queries", str(tmp_path / "queries.jsonl")]
        return Said(cli.exit_code(["match", *files, *options]), *capsys.readouterr())

    return run


def ranked(said: Said) -> dict[str, list[str]]:
    rows = map(json.loads, said.stdout.splitlines())
    return {row["id"]: [one["id"] for one in row["ranked"]] for row in rows}


def test_each_query_gets_a_line_with_the_nearest_claim_first(matched: Matched) -> None:
    said = matched(CLAIMS, QUERIES, "--top", "2")
    assert (said.exit_code, said.stderr) == (0, "")
    found = ranked(said)
    assert {query: ids[0] for query, ids in found.items()} == {"q1": "seals", "q2": "dam"}
    assert {len(ids) for ids in found.values()} == {2}
    assert all(0 <= one["score"] <= 1 for line in said.stdout.splitlines() for one in json.loads(line)["ranked"])


BAD_LINES = {
    "[1]": "expected a JSON object, found [1]",
    '{"id": "x"}': "expected 'text', found none",
    '{"id": "x", "text": " "}': "text: string should have at least 1 character, found ' '",
    '{"id": 3, "text": "x"}': "id: input should be a valid string, found 3",
    "\0": "expected a JSON object, found '\\x00'",
}


@pytest.mark.parametrize("line", BAD_LINES)
def test_a_bad_line_is_told_and_the_others_count(line: str, matched: Matched, tmp_path: Path) -> None:
    said = matched(line + "\n" + CLAIMS, QUERIES, "--top", "1")
    place = tmp_path / "claims.jsonl"
    assert said.stderr == f"sayso: {place}, line 1: {BAD_LINES[line]}; mend the line\n"
    assert (said.exit_code, ranked(said)) == (3, {"q1": ["seals"], "q2": ["dam"]})


def test_an_id_counts_once(matched: Matched) -> None:
    said = matched(CLAIMS + '{"id": "dam", "text": "Seals in the bay"}\n', QUERIES, "--top", "1")
    assert "expected each id once, found 'dam' again" in said.stderr
    assert (said.exit_code, ranked(said)) == (3, {"q1": ["seals"], "q2": ["dam"]})


def test_without_claims_nothing_is_found_and_that_is_told(matched: Matched) -> None:
    said = matched("", QUERIES)
    assert "expected JSON lines with an id and a text, found none" in said.stderr
    assert (said.exit_code, ranked(said)) == (3, {"q1": [], "q2": []})


def test_a_missing_file_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.exit_code(["match", "--claims", "nowhere.jsonl", "--queries", "nowhere.jsonl"]) == 2
    assert capsys.readouterr().err == (
        "sayso: expected a file of JSON lines, could not read 'nowhere.jsonl' (No such file or directory); "
        "name another\n"
    )
