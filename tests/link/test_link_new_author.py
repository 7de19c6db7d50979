"""What is said of pairs and of small sets of articles whose author had not seen the code; see `tables/new_author`."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from installed import engine
from linking_world import link_all, tell

from sayso.desk.comparing import Pair, compare_pair
from sayso.ledger import Ledger
from schemas import Dossier

FOLDER = Path(__file__).parent / "tables" / "new_author"

PAIRS = ("figures", "names", "denials", "outcomes")

STORIES = "denial_stories"

RIGHT = {"figures": 19, "names": 20, "denials": 16, "outcomes": 20, STORIES: 7}
"""Rows of each table that are judged right: not to be lowered."""

SHA256 = "059174359cae559b0c7288feca216c9aff8d047e441047ca31bc38a962058b7e"
"""Over the rows without `wrong`, table by table: a row is not mended to fit."""

AGAINST = {"denies", "conflicts"}


@pytest.fixture
def ledger(tmp_path: Path, blank: Path) -> Iterator[Ledger]:
    shutil.copy(blank, tmp_path)
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger.db'}") as opened:
        yield opened


def rows(table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / f"{table}.jsonl").read_text("utf-8").splitlines()]


def params(*tables: str) -> Iterator[object]:
    """The rows; `wrong` says what is said today where that is not right."""
    for table in tables:
        for row in rows(table):
            reason = row.get("wrong")
            marks = [pytest.mark.xfail(strict=True, reason=reason, raises=AssertionError)] if reason else []
            yield pytest.param(row, id=f"{table}: {row['id']}", marks=marks)


def verdict(a: str, b: str) -> str:
    """What `sayso compare` says of two sentences."""
    return compare_pair(Pair(a=a, b=b), engine)["relation"] or "unrelated"


@pytest.mark.skipif("CI" not in os.environ, reason="takes five seconds; runs where CI is set")
@pytest.mark.parametrize("row", list(params(*PAIRS)))
def test_how_two_sentences_relate_is_what_an_editor_would_say(row: dict[str, Any]) -> None:
    said = [verdict(row["a"], row["b"]), verdict(row["b"], row["a"])]
    assert [one for one in said if one not in row["verdicts"]] == []


@pytest.mark.parametrize("row", list(params(STORIES)))
def test_a_denial_is_linked_with_what_it_denies_and_with_nothing_else(
    row: dict[str, Any], ledger: Ledger, tmp_path: Path
) -> None:
    for article in row["articles"]:
        tell(
            ledger, article["outlet"], article["text"], article["published"], title=article["title"], key=article["id"]
        )
    assert link_all(ledger, tmp_path / "indexes") == []
    with ledger.snapshot() as now:
        dossiers = list(now.dossiers())
    a, b = (claims_with(row[end], dossiers) for end in "ab")
    assert a
    assert b
    assert a
    assert b
    found = {link.relation for one in dossiers for link in one.links if {link.a, link.b} & a and {link.a, link.b} & b}
    assert bool(found & AGAINST) == row["linked"], found


def claims_with(words: str, dossiers: list[Dossier]) -> set[str]:
    """The claims of the sentence that has these words."""
    return {one.claim.id for one in dossiers if any(_meet(one, start, end) for start, end in sentences(words, one))}


def sentences(words: str, dossier: Dossier) -> Iterator[tuple[int, int]]:
    text = dossier.article.text
    at = text.find(words)
    if at >= 0:
        yield max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1, min(text.find(".", at), len(text))


def _meet(dossier: Dossier, start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in dossier.statement.spans)


@pytest.mark.parametrize("table", RIGHT)
def test_no_more_is_wrong_than_was(table: str) -> None:
    assert sum("wrong" not in row for row in rows(table)) == RIGHT[table]


def test_the_rows_are_those_that_were_measured_first() -> None:
    digest = hashlib.sha256()
    for table in RIGHT:
        for row in rows(table):
            row.pop("wrong", None)
            digest.update(json.dumps(row, ensure_ascii=False, sort_keys=True).encode())
    assert digest.hexdigest() == SHA256
