"""`sayso links`: every claim and every link, as JSON lines and as a table."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from factories import NOON, make_article, make_capture, make_extraction, make_hop, make_statement
from flows_world import SAYSO

from flows.cli.exit_codes import PIPE_CLOSED
from flows.cli.main import exit_code
from sayso.ledger import Ledger
from sayso.settings import settings
from schemas import Article, Claim, Decision, Extraction, Link, Linker, Linking, Signal

pytestmark = pytest.mark.usefixtures("home")

Run = Callable[..., tuple[int, str, str]]
Row = dict[str, Any]

LINKER = Linker(sayso="0.1.0", model="m", registry="r")
ALIKE = Signal(name="shared_words", score=0.9, sentence="Nearly all words are the same.")
DEAD = Signal(name="counted", score=0.8, sentence="One says 12, the other 30.")

GLOBE = make_article(
    "The ministry said that\n12 people died.", outlet="The Globe", key="desk-17", published="2022-08-09"
)
ECHO = make_article("Twelve died, the ministry said.", outlet="The Echo", url="https://echo.example/flood")
COURIER = make_article("In all 30 people have, police said, died.", outlet="The Courier")


def read(article: Article, source: str, *content: str) -> Extraction:
    said = make_statement(article, *content, chain=[make_hop(article, source)])
    return make_extraction(article, [said])


READ = {
    GLOBE: read(GLOBE, "The ministry", "12 people died"),
    ECHO: read(ECHO, "the ministry", "Twelve died"),
    COURIER: read(COURIER, "police", "30 people have", "died"),
}
TWELVE, DOZEN, THIRTY = (extraction.claims[0] for extraction in READ.values())


def link(a: Claim, b: Claim, relation: str, signal: Signal, **known: Any) -> Link:
    facts = {"a": a.id, "b": b.id, "relation": relation, "confidence": 0.8, "signals": (signal,)}
    return Link.model_validate({**facts, **known})


SAME = link(TWELVE, DOZEN, "repeats", ALIKE, one_origin=True)
CLASH = link(TWELVE, THIRTY, "conflicts", DEAD, one_origin=False, earlier=TWELVE.id)
NOISE = link(DOZEN, THIRTY, "qualifies", DEAD)


def decided(about: Link, judgement: str) -> Decision:
    facts = {"id": f"{judgement} {about.id}", "about": about.id, "version": about.digest}
    return Decision.model_validate({**facts, "judgement": judgement, "why": "I asked.", "by": "ana", "at": NOON})


class Clock:
    """Noon, and an hour later with each article."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def told() -> Iterator[Ledger]:
    """A flood: two papers have one number from the ministry, one has another from the police."""
    clock = Clock()
    with Ledger.open(settings().database_url, clock=clock) as ledger:
        for article, extraction in READ.items():
            ledger.append(make_capture(article, f"{article.outlet}.txt"), article, extraction)
            clock.now += timedelta(hours=1)
        ledger.append_linking(Linking(linker=LINKER, links=(SAME, CLASH, NOISE)))
        ledger.decide(decided(CLASH, "confirm"))
        ledger.decide(decided(NOISE, "reject"))
        yield ledger


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs `sayso links`, or another command; its exit code, what it printed, and what it said on standard error."""

    def called(*arguments: str, command: str = "links") -> tuple[int, str, str]:
        code = exit_code([command, *arguments])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return called


def rows(printed: tuple[int, str, str]) -> list[Row]:
    code, out, err = printed
    assert (code, err) == (0, "")
    return [json.loads(line) for line in out.splitlines()]


def cells(printed: tuple[int, str, str]) -> list[dict[str, str]]:
    code, out, err = printed
    assert (code, err) == (0, "")
    assert out.startswith("\ufeffkind,id,")
    assert out.count("\n") == out.count("\r\n")
    return list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))


TOLD_BY_BOTH = {"cluster": f"c-{TWELVE.id}", "origins": 1}
CLAIMS: list[Row] = [
    {
        "kind": "claim",
        "schema": 1,
        "id": TWELVE.id,
        "article": GLOBE.id,
        "key": "desk-17",
        "file": "The Globe.txt",
        "url": None,
        "outlet": "The Globe",
        "published": "2022-08-09",
        "spans": [[23, 37]],
        "words": ["12 people died"],
        "proposition": "12 people died",
        "story": None,
        **TOLD_BY_BOTH,
    },
    {
        "kind": "claim",
        "schema": 1,
        "id": DOZEN.id,
        "article": ECHO.id,
        "key": None,
        "file": "The Echo.txt",
        "url": "https://echo.example/flood",
        "outlet": "The Echo",
        "published": None,
        "spans": [[0, 11]],
        "words": ["Twelve died"],
        "proposition": "Twelve died",
        "story": None,
        **TOLD_BY_BOTH,
    },
    {
        "kind": "claim",
        "schema": 1,
        "id": THIRTY.id,
        "article": COURIER.id,
        "key": None,
        "file": "The Courier.txt",
        "url": None,
        "outlet": "The Courier",
        "published": None,
        "spans": [[7, 21], [36, 40]],
        "words": ["30 people have", "died"],
        "proposition": THIRTY.proposition,
        "story": None,
        "cluster": f"c-{THIRTY.id}",
        "origins": 1,
    },
]
LINKS: list[Row] = [
    {
        "kind": "link",
        "schema": 1,
        "id": SAME.id,
        "a": TWELVE.id,
        "b": DOZEN.id,
        "relation": "repeats",
        "confidence": 0.8,
        "signals": [{"name": "shared_words", "score": 0.9, "sentence": "Nearly all words are the same."}],
        "decision": None,
        "one_origin": True,
        "earlier": None,
    },
    {
        "kind": "link",
        "schema": 1,
        "id": CLASH.id,
        "a": TWELVE.id,
        "b": THIRTY.id,
        "relation": "conflicts",
        "confidence": 0.8,
        "signals": [{"name": "counted", "score": 0.8, "sentence": "One says 12, the other 30."}],
        "decision": "confirmed",
        "one_origin": False,
        "earlier": TWELVE.id,
    },
    {
        "kind": "link",
        "schema": 1,
        "id": NOISE.id,
        "a": DOZEN.id,
        "b": THIRTY.id,
        "relation": "qualifies",
        "confidence": 0.8,
        "signals": [{"name": "counted", "score": 0.8, "sentence": "One says 12, the other 30."}],
        "decision": "rejected",
        "one_origin": None,
        "earlier": None,
    },
]


def without_sentence(row: Row) -> Row:
    """A row without the sentence about origins, which has its own tests; it must be one."""
    if row["kind"] == "claim":
        assert row["rests_on"].endswith(".")
    return {name: value for name, value in row.items() if name != "rests_on"}


@pytest.mark.usefixtures("told")
def test_claims_and_then_links_are_printed_whole(run: Run) -> None:
    found = rows(run())
    assert [without_sentence(row) for row in found] == [*CLAIMS, *LINKS]
    assert found[0]["rests_on"] == found[1]["rests_on"] != found[2]["rests_on"]
    assert found == rows(run("--format", "jsonl"))


@pytest.mark.usefixtures("told")
def test_the_table_has_the_same_in_its_cells(run: Run) -> None:
    lines, found = rows(run()), cells(run("--format", "csv"))
    assert [cell["id"] for cell in found] == [row["id"] for row in lines]
    globe, _, courier, _, clash, _ = found
    assert globe == {
        "kind": "claim",
        "id": TWELVE.id,
        "article": GLOBE.id,
        "key": "desk-17",
        "file": "The Globe.txt",
        "url": "",
        "outlet": "The Globe",
        "published": "2022-08-09",
        "spans": "23-37",
        "words": "12 people died",
        "proposition": "12 people died",
        "story": "",
        "cluster": f"c-{TWELVE.id}",
        "origins": "1",
        "rests_on": lines[0]["rests_on"],
        **dict.fromkeys(("a", "b", "relation", "confidence", "signals", "decision", "one_origin", "earlier"), ""),
    }
    assert (courier["spans"], courier["words"]) == ("7-21 36-40", "30 people have … died")
    assert {name: value for name, value in clash.items() if value} == {
        "kind": "link",
        "id": CLASH.id,
        "a": TWELVE.id,
        "b": THIRTY.id,
        "relation": "conflicts",
        "confidence": "0.8",
        "signals": "counted 0.8: One says 12, the other 30.",
        "decision": "confirmed",
        "one_origin": "false",
        "earlier": TWELVE.id,
    }


@pytest.mark.usefixtures("told")
def test_since_and_until_are_when_the_article_was_recorded(run: Run) -> None:
    second = (NOON + timedelta(hours=1)).isoformat()
    third = (NOON + timedelta(hours=2)).isoformat()
    assert [row["id"] for row in rows(run("--since", third))] == [THIRTY.id, CLASH.id, NOISE.id]
    assert [row["id"] for row in rows(run("--until", second))] == [TWELVE.id, SAME.id, CLASH.id]
    assert rows(run("--since", "2030-01-01")) == []
    code, out, err = run("--since", "yesterday")
    assert (code, out) == (2, "")
    assert "expected a date or time such as 2026-11-22T07:00 for --since, found 'yesterday'" in err


def test_the_newest_version_of_a_link_is_printed_once(told: Ledger, run: Run) -> None:
    qualified = link(TWELVE, DOZEN, "qualifies", ALIKE)
    told.append_linking(Linking(linker=LINKER, links=(qualified,)))
    links = [row for row in rows(run()) if row["kind"] == "link"]
    assert [(row["id"], row["relation"]) for row in links] == [
        (CLASH.id, "conflicts"),
        (NOISE.id, "qualifies"),
        (SAME.id, "qualifies"),
    ]


def test_a_confirmation_ends_when_the_link_changes(told: Ledger, run: Run) -> None:
    told.append_linking(Linking(linker=LINKER, links=(link(TWELVE, THIRTY, "updates", DEAD),)))
    assert [row["decision"] for row in rows(run()) if row["id"] == CLASH.id] == [None]


def test_a_cluster_is_one_that_show_takes_and_falls_apart_with_its_link(run: Run, told: Ledger) -> None:
    (cluster,) = {row["cluster"] for row in rows(run())[:2]}
    assert run(cluster, command="show")[0] == 0
    told.decide(decided(SAME, "reject"))
    assert [row["cluster"] for row in rows(run())[:2]] == [f"c-{TWELVE.id}", f"c-{DOZEN.id}"]


def test_an_empty_ledger_has_no_rows_and_a_table_only_its_head(run: Run) -> None:
    Ledger.open(settings().database_url).close()
    assert run() == (0, "", "")
    assert cells(run("--format", "csv")) == []


def test_without_a_ledger_it_says_so(run: Run) -> None:
    code, out, err = run()
    assert (code, out, err.count("\n")) == (4, "", 1)


@pytest.mark.usefixtures("told")
def test_an_unknown_format_is_refused(run: Run) -> None:
    code, out, err = run("--format", "xml")
    assert (code, out) == (2, "")
    assert "'xml' is not one of 'jsonl', 'csv'; `sayso links --help` shows the usage" in err


@pytest.mark.usefixtures("told")
def test_a_reader_that_has_gone_ends_it_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([SAYSO, "links"], stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (PIPE_CLOSED, b"")


HOSTILE = ("=1+1", "+1", "-2", "@SUM(A1)", " \t=cmd", 'a", "=b', "a\x1b[31m\u202eb", "a\nb", "＝1")


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_is_calculated_and_nothing_is_obeyed(run: Run, words: str) -> None:
    article = make_article(f"{words} fell, Lind said.", outlet=words, key=words, published="2022-08-09")
    statement = make_statement(article, "fell", chain=[make_hop(article, "Lind")])
    claim = Claim(article=article.id, statement=statement.id, spans=statement.spans, proposition=f"{words} fell")
    with Ledger.open(settings().database_url) as ledger:
        extraction = make_extraction(article, [statement], claims=[claim])
        ledger.append(make_capture(article, f"{words}.txt"), article, extraction)
    out = run("--format", "csv")[1]
    assert not any(sign in out for sign in "\x1b\u202e")
    (cell,) = csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline=""))
    dangerous = words.lstrip().startswith(("=", "+", "-", "@", "＝"))
    shown = words.replace("\x1b", "\\u001b").replace("\u202e", "\\u202e")
    for name, value in {"outlet": shown, "key": shown, "proposition": f"{shown} fell", "file": f"{shown}.txt"}.items():
        assert cell[name] == f"'{value}" if dangerous else value
    (row,) = rows(run())
    assert (row["outlet"], row["key"], row["proposition"]) == (words, words, f"{words} fell")
