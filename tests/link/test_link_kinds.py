"""Kinds of pairs that are easily taken for each other: units, fractions, sums, names, outcomes, parts and lists."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from installed import engine

from sayso.desk.comparing import Pair, compare_pair

TABLES = Path(__file__).parent / "tables"


def rows() -> Iterator[object]:
    """The rows; `wrong` says what is said today where that is not right."""
    for line in (TABLES / "kinds.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        marks = [pytest.mark.xfail(strict=True, reason=row["wrong"])] if "wrong" in row else []
        yield pytest.param(row["a"], row["b"], row["verdicts"], id=f"{row['kind']}: {row['a']} {row['b']}", marks=marks)


@cache
def verdict(a: str, b: str) -> str:
    return compare_pair(Pair(a=a, b=b), engine)["relation"] or "unrelated"


@pytest.mark.parametrize(("a", "b", "verdicts"), list(rows()))
def test_how_two_sentences_of_a_kind_relate(a: str, b: str, verdicts: list[str]) -> None:
    assert verdict(a, b) in verdicts


def pairs() -> Iterator[tuple[str, str]]:
    """Every pair of all tables of sentences."""
    for path in sorted(TABLES.rglob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if "verdicts" in row:
                yield row["a"], row["b"]
    for block in (TABLES / "pairs.txt").read_text("utf-8").split("\n## ")[1:]:
        _, sentence, *lines = filter(str.strip, block.splitlines())
        yield from ((sentence, line.partition(": ")[2]) for line in lines if not line.strip().startswith("wrong: "))


@pytest.mark.skipif("CI" not in os.environ, reason="takes ten seconds; runs where CI is set")
@pytest.mark.parametrize(("a", "b"), list(pairs()))
def test_no_verdict_depends_on_which_sentence_comes_first(a: str, b: str) -> None:
    assert verdict(a, b) == verdict(b, a)
