"""`sayso compare`: pairs of sentences in, relations out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.cli import exit_code

ROWS = [
    {"id": "passed", "a": "The Senate passed the amendment.", "b": "The Senate rejected the amendment."},
    {"id": "chains", "a": "They mark 30 years of diplomatic relations.", "b": "They mark 30 years of diplomatic ties."}
    | {
        f"{side}_chain": [{"role": "origin", "name": name, "kind": "person"}] for side, name in [("a", "X"), ("b", "Y")]
    },
    {
        "id": "dates",
        "a": "12 people were killed in the fire in Lviv.",
        "b": "30 people were killed in the fire in Lviv.",
    }
    | {"a_date": "2022-08-10", "b_date": "2022-08-09"},
]


def test_prints_how_each_pair_relates(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    assert exit_code(["compare", str(path)]) == 0
    found = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [(one["id"], one["relation"], one["earlier"]) for one in found] == [
        ("passed", "conflicts", None),
        ("chains", "corroborates", None),
        ("dates", "updates", "b"),
    ]
    assert all(0 < one["confidence"] <= 1 and one["signals"] and one["explanation"] for one in found)


BAD = {
    "no JSON": ("{", "expected a line of JSON, found '{'; correct the line"),
    "no texts": ('{"a": 1}', 'expected {"id": ..., "a": TEXT, "b": TEXT}, found no such texts; correct the line'),
    "a strange date": (
        '{"a": "A.", "b": "B.", "a_date": "soon"}',
        "expected an ISO date as a_date, found 'soon'; correct the line",
    ),
    "a chain of strings": (
        '{"a": "A.", "b": "B.", "a_chain": ["X"]}',
        "expected hops with a role and a name as a_chain, found ['X']; correct the line",
    ),
}


@pytest.mark.parametrize(("line", "sentence"), BAD.values(), ids=BAD)
def test_a_bad_line_is_told_and_the_others_go_on(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], line: str, sentence: str
) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(f"{line}\n{json.dumps(ROWS[0])}\n", "utf-8")
    assert exit_code(["compare", str(path)]) == 3
    printed = capfdbinary.readouterr()
    assert [json.loads(one)["id"] for one in printed.out.splitlines()] == ["passed"]
    assert printed.err.decode() == f"sayso: {path}, line 1: {sentence}\n"


def test_a_missing_file_is_told(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert exit_code(["compare", str(tmp_path / "none.jsonl")]) == 2
    assert b"expected a file of JSON lines in UTF-8, found none" in capfdbinary.readouterr().err
