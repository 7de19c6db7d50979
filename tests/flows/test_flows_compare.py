"""`sayso compare`: pairs of sentences in, relations out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.cli.main import exit_code

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
    "no JSON": ("{", "expected a JSON object, found '{'; mend the line"),
    "no text": ('{"a": "A."}', "expected 'b', found none; mend the line"),
    "an empty text": ('{"a": "A.", "b": " "}', "b: string should match pattern '\\S', found ' '; mend the line"),
    "an unknown field": (
        '{"a": "A.", "b": "B.", "a_day": 1}',
        "a_day: extra inputs are not permitted, found 1; mend the line",
    ),
    "a strange date": (
        '{"a": "A.", "b": "B.", "a_date": "soon"}',
        "a_date: value error, expected an ISO date, found 'soon'; mend the line",
    ),
    "a chain of strings": (
        '{"a": "A.", "b": "B.", "a_chain": ["X"]}',
        "expected a JSON object, found 'X'; mend the line",
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


def test_a_sentence_in_another_language_is_told(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "pairs.jsonl"
    french = "Le ministre a déclaré que la réunion de demain aurait lieu comme prévu à Paris. " * 10
    path.write_text(f"{json.dumps({'id': 7, 'a': french, 'b': french})}\n{json.dumps(ROWS[0])}\n", "utf-8")
    assert exit_code(["compare", str(path)]) == 3
    printed = capfdbinary.readouterr()
    assert [json.loads(one)["id"] for one in printed.out.splitlines()] == ["passed"]
    assert printed.err.decode().startswith(f"sayso: {path}, pair '7': expected ")


def test_a_line_separator_within_a_text_cuts_no_line(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "pairs.jsonl"
    row = {**ROWS[0], "a": "The Senate\u2028passed the amendment."}
    path.write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    assert exit_code(["compare", str(path)]) == 0
    assert len(capfdbinary.readouterr().out.splitlines()) == 1


def test_a_missing_file_is_told(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert exit_code(["compare", str(tmp_path / "none.jsonl")]) == 2
    assert b"expected a file of JSON lines, could not read" in capfdbinary.readouterr().err
