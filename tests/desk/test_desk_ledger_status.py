"""How things stand: what was read, what could not be, what waits, and what came of the last check."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from factories import make_article, make_capture, make_extraction, make_failure

from flows.cli.main import exit_code
from flows.server.single_instance import alone
from sayso.desk.checking import check
from sayso.desk.ledger_status import Status, status
from sayso.ledger import Ledger
from sayso.settings import settings
from tests.ledger.tampering import tamper

READ = "The bridge is closed, the mayor said."


def now() -> Status:
    return status(settings(), lambda: "reader")


@pytest.fixture
def inbox(home: Path) -> Path:
    """An inbox with an article that was read, one that could not be, and one that is new."""
    folder = home / "inbox"
    folder.mkdir(parents=True)
    (folder / "read.txt").write_text(READ, "utf-8")
    (folder / "new.txt").write_text("The harbour is closed.", "utf-8")
    article = make_article(READ, outlet=None)
    with Ledger.open(settings().database_url) as ledger:
        ledger.append(make_capture(article, "read.txt"), article, make_extraction(article))
        ledger.append_problem(make_failure("broken.txt", "expected text,\x1b[31m found none"))
    return folder


def test_without_a_ledger_everything_waits(home: Path) -> None:
    assert now() == Status(0, (), None, None, None, None)
    (home / "inbox").mkdir(parents=True)
    (home / "inbox" / "new.txt").write_text("The harbour is closed.", "utf-8")
    assert now() == Status(0, (), 1, None, None, None)


def test_what_was_read_what_could_not_be_and_what_waits(inbox: Path) -> None:
    found = now()
    assert (found.processed, found.waiting) == (1, 1)
    assert found.failed == (("broken.txt", "expected text,\x1b[31m found none"),)
    assert found.last_article is not None
    assert found.last_article.name == READ


def test_a_check_is_noted_whatever_comes_of_it(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["status"]) == 0
    assert "last check    none yet" in capsys.readouterr().out
    assert exit_code(["ledger", "verify"]) == 0
    assert exit_code(["status"]) == 0
    assert re.search(
        r"^last check +[\d-]+ [\d:]+: ledger intact: 3 entries, head 3:", capsys.readouterr().out, re.MULTILINE
    )
    tamper(settings().database_url, "DELETE FROM entry WHERE number = 3")
    assert exit_code(["ledger", "verify"]) == 1
    capsys.readouterr()
    assert exit_code(["status"]) == 1
    assert re.search(
        r"^last check +[\d-]+ [\d:]+ FAILED: the ledger is not intact: ", capsys.readouterr().out, re.MULTILINE
    )


def test_a_ledger_that_cannot_be_opened_fails_the_check(inbox: Path, home: Path) -> None:
    (home / "ledger.db").write_bytes(b"no database" * 1000)
    assert exit_code(["ledger", "verify"]) == 4
    noted = json.loads((home / "service" / "check.json").read_bytes())
    assert not noted["ok"]
    assert noted["said"].endswith("it is not an SQLite database, or its first bytes are damaged")


def test_what_foreign_names_would_do_to_a_terminal_is_shown(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["status"]) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert shown.splitlines() == [
        "serve         not running; `sayso serve` starts it",
        "last reading  none yet",
        "articles      1 read, 1 could not be read",
        shown.splitlines()[3],
        f"inbox         1 article waiting in {inbox}",
        "last check    none yet",
        "could not be read: broken.txt: expected text,\\x1b[31m found none",
    ]


def test_other_programs_get_the_same(inbox: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(settings().service)
    capsys.readouterr()
    with alone(home):
        (home / "service" / "serving.json").write_text(SERVING, "utf-8")
        assert exit_code(["status", "--format", "json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert told.pop("last_check")["said"].startswith("ledger intact: 3 entries")
    assert told.pop("last_article")["name"] == READ
    assert set(told.pop("next")) == {"reading", "report", "check"}
    assert told == {
        "serving": {"pid": 5, "since": "2022-08-09T12:00:00+00:00", "inbox": "/srv/in"},
        "processed": 1,
        "failed": [{"file": "broken.txt", "reason": "expected text,\x1b[31m found none"}],
        "inbox": str(inbox),
        "waiting": 1,
        "last_reading": None,
    }


SERVING = json.dumps(
    {
        "pid": 5,
        "started": "2022-08-09T12:00:00Z",
        "inbox": "/srv/in",
        "minutes": 5,
        "report_at": "07:00",
        "verify_at": "03:00",
        "timezone": "Europe/London",
    }
)


def test_what_a_serve_left_that_was_killed_is_not_believed(
    inbox: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "service").mkdir()
    (home / "service" / "serving.json").write_text(SERVING, "utf-8")
    assert exit_code(["status"]) == 0
    assert capsys.readouterr().out.startswith("serve         not running;")


def test_an_inbox_that_is_gone_is_told(inbox: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.environ["SAYSO_INBOX"] = str(home / "elsewhere")
    assert exit_code(["status"]) == 0
    assert f"inbox         expected at {home}/elsewhere, not there\n" in capsys.readouterr().out
