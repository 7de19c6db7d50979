"""`sayso stories`: what it prints in each format, and what a person decides there."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from before_world import unpack
from factories import make_capture, make_extraction, make_statement
from story_world import IDS, TEXTS, article

from flows.cli.main import exit_code
from sayso.desk.ledger_stories import ARTICLE_COLUMNS, STORY_COLUMNS
from sayso.ledger import Ledger
from sayso.settings import settings

pytestmark = pytest.mark.usefixtures("home")

HOSTILE = "=1+1 \x1b[31mred\x1b]8;;http://x.example\x07 \u202egnp.exe,\r\n\t“twelve”"
KNOWN = {
    "fire": {"title": HOSTILE, "outlet": "@Echo\x9b", "published": "2024-03-01T09:00+01:00", "story": "halden"},
    "fire owner": {"title": "Owner denies", "outlet": "The Daily Globe", "published": "2024-03-03"},
    "fire trial": {"outlet": "The Daily Globe", "published": "2024-03-02", "url": "https://globe.example.org/trial"},
    "crater": {"title": "Crater in Vellmar"},
    "crater doubt": {},
    "bank": {"outlet": "Echo"},
}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs `sayso stories` in this process: its exit code, and what it wrote on both streams."""

    def called(*arguments: str) -> tuple[int, str, str]:
        code = exit_code(["stories", *arguments])
        captured = capsysbinary.readouterr()
        return code, captured.out.decode(), captured.err.decode()

    return called


@pytest.fixture
def ids() -> dict[str, str]:
    """The ids of the articles of a ledger, by name."""
    found = {}
    with Ledger.open(settings().database_url) as ledger:
        for name, known in KNOWN.items():
            one = article(name, **known)
            statement = make_statement(one, one.text.split(",")[0])
            ledger.append(make_capture(one), one, make_extraction(one, [statement]))
            found[name] = one.id
    return found


NONE = "sayso: 0 stories; --least 1 lists articles that nobody else tells of, too\n"


def test_stories_are_listed_the_last_told_first(run: Run, ids: dict[str, str]) -> None:
    code, out, err = run()
    assert (code, err) == (0, "sayso: 2 stories\n")
    assert out.splitlines() == [
        f"t-{ids['crater'][:12]}    2 articles                            Crater in Vellmar",
        f"t-{ids['fire'][:12]}    3 articles  2024-03-01 to 2024-03-03  Owner denies",
        f"{'':54}  @Echo\\x9b and The Daily Globe",
    ]


def test_with_fewer_articles_on_demand(run: Run, ids: dict[str, str]) -> None:
    assert len(run("--least", "1")[1].splitlines()) == 5
    assert run("--least", "4") == (0, "", NONE)


def test_as_json(run: Run, ids: dict[str, str]) -> None:
    listed = json.loads(run("--format", "json")[1])
    fire = {
        "id": f"t-{ids['fire']}",
        "title": "Owner denies",
        "articles": 3,
        "outlets": ["@Echo\x9b", "The Daily Globe"],
        "first": "2024-03-01",
        "last": "2024-03-03",
        "supplied": "halden",
    }
    assert listed["schema"] == 1
    assert listed["stories"][1] == fire
    assert listed["stories"][0] | {"id": None} == {
        "id": None,
        "title": "Crater in Vellmar",
        "articles": 2,
        "outlets": [],
        "first": None,
        "last": None,
        "supplied": None,
    }


def test_one_story_as_json(run: Run, ids: dict[str, str]) -> None:
    code, out, _ = run("show", f"t-{ids['fire trial'][:20]}", "--format", "json")
    story = json.loads(out)
    assert (code, story["id"], story["articles"]) == (0, f"t-{ids['fire']}", 3)
    assert [one["id"] for one in story["told"]] == [ids[name] for name in ("fire", "fire owner", "fire trial")]
    assert story["told"][0] == {
        "id": ids["fire"],
        "title": HOSTILE,
        "outlet": "@Echo\x9b",
        "published": "2024-03-01T09:00+01:00",
        "url": None,
        "key": "fire",
        "story": "halden",
    }


def test_as_a_table_in_which_nothing_is_calculated(run: Run, ids: dict[str, str]) -> None:
    listed, told = run("--format", "csv")[1], run(ids["fire"], "--format", "csv")[1]
    assert [text[0] for text in (listed, told)] == ["\ufeff"] * 2
    rows = list(csv.reader(io.StringIO(listed[1:], newline="")))
    assert rows[0] == list(STORY_COLUMNS)
    dates = ["2024-03-01", "2024-03-03"]
    assert rows[2] == [
        f"t-{ids['fire']}", "Owner denies", "3", "'@Echo\\u009b; The Daily Globe", *dates, "halden"
    ]  # fmt: skip
    rows = list(csv.reader(io.StringIO(told[1:], newline="")))
    assert (rows[0], len(rows)) == (list(ARTICLE_COLUMNS), 4)
    assert rows[1][1].startswith("'=1+1 \\u001b[31mred")
    assert rows[3][4] == "https://globe.example.org/trial"


def test_one_story_in_words_with_nothing_that_a_terminal_obeys(run: Run, ids: dict[str, str]) -> None:
    code, out, _ = run(ids["fire"])
    assert code == 0
    assert not set(out) & {"\x1b", "\x07", "\u202e", "\x9b", "\r", "\t"}
    lines = out.splitlines()
    assert lines[:5] == [
        "story        Owner denies",
        f"id           t-{ids['fire']}",
        "supplied     halden",
        "told by      3 articles: @Echo\\x9b and The Daily Globe",
        "dates        1 March 2024 to 3 March 2024",
    ]
    assert lines[6].startswith("article      =1+1 \\x1b[31mred\\x1b]8;;http://x.example\\x07 \\u202egnp.exe, “twelve”")


def test_stories_are_joined_and_split(run: Run, ids: dict[str, str]) -> None:
    code, out, err = run("join", ids["crater"], f"t-{ids['fire'][:16]}", "--why", "one", "--by", "Ana Lind")
    assert (code, out) == (0, "")
    assert err.startswith("recorded as entry 13: confirm by Ana Lind: pair ")
    assert "5 articles" in run()[1]
    assert run("split", ids["crater"], "--why", "two")[2].startswith("recorded as entry 14: reject by tester: pair ")
    assert len(json.loads(run("--format", "json")[1])["stories"]) == 2


REFUSED = {
    ("join", "FIRE", "CRATER"): (2, "Missing option '--why'"),
    ("join", "FIRE", "CRATER", "--why", " "): (2, "expected a reason for --why, found none"),
    ("split", "BANK", "--why", "x"): (2, "expected an article that shares its story with others, found "),
    ("t-zz",): (2, "expected a story or an article whose id begins with 'zz', found none; `sayso stories` prints ids"),
    ("t-\x1b[2J",): (2, "expected a story or an article whose id begins with "),
    ("--format", "xml"): (2, "Invalid value for '--format'"),
    ("--least", "0"): (2, "Invalid value for '--least'"),
}


@pytest.mark.parametrize("arguments", REFUSED, ids=repr)
def test_what_cannot_be_done_is_told(run: Run, ids: dict[str, str], arguments: tuple[str, ...]) -> None:
    code, sentence = REFUSED[arguments]
    named = [ids.get(one.lower(), one) for one in arguments]
    found, out, err = run(*named)
    assert (found, out) == (code, "")
    assert err.startswith(f"sayso: {sentence}")
    assert "\x1b" not in err


def test_an_empty_ledger_has_no_stories(run: Run) -> None:
    Ledger.open(settings().database_url).close()
    assert run() == (0, "", NONE)
    assert json.loads(run("--format", "json")[1]) == {"schema": 1, "stories": []}
    assert run("--format", "csv")[1] == "\ufeff" + ",".join(STORY_COLUMNS) + "\r\n"


def test_no_ledger_is_made_where_there_is_none(run: Run, home: Path) -> None:
    code, out, err = run()
    assert (code, out) == (4, "")
    assert err.startswith(f"sayso: expected a ledger at {home / 'ledger.db'}, found no file")


def test_names_of_the_world_are_its_articles() -> None:
    assert KNOWN.keys() < TEXTS.keys() == IDS.keys()


def test_other_programs_get_the_story_with_each_claim(
    run: Run, ids: dict[str, str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    def links() -> dict[str, str | None]:
        assert exit_code(["links"]) == 0
        rows = map(json.loads, capsysbinary.readouterr().out.decode().splitlines())
        return {row["article"]: row["story"] for row in rows}

    assert set(links().values()) == {None}
    run()
    assert links() == {
        ids[name]: f"t-{ids[first]}"
        for first, names in {"fire": ("fire", "fire owner", "fire trial"), "crater": ("crater", "crater doubt")}.items()
        for name in names
    } | {ids["bank"]: f"t-{ids['bank']}"}


def test_a_ledger_of_the_version_before_gets_its_stories(home: Path, run: Run) -> None:
    unpack(home)
    code, _, err = run()
    assert (code, err) == (
        4,
        "sayso: expected a ledger of schema 0007, found 0002: an older version of Sayso made it; "
        "`sayso ledger rebuild` brings it up to date\n",
    )
    assert exit_code(["ledger", "rebuild"]) == 0
    stories = json.loads(run("--format", "json")[1])["stories"]
    assert [story["articles"] for story in stories] == [2]
    told = json.loads(run(stories[0]["id"], "--format", "json")[1])["told"]
    assert run("split", told[1]["id"], "--why", "only a reprint")[0] == 0
    assert json.loads(run("--format", "json")[1])["stories"] == []
