"""The scheduled runs: a reading and a check that fail are told, noted, and failed for Prefect too."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from factories import make_article, make_capture, make_extraction

from flows.cli.main import exit_code
from flows.inbox_run import inbox as read_inbox
from flows.ledger_check import verify
from sayso.desk.service_notes import last_run
from sayso.ledger import Ledger
from sayso.settings import settings
from tests.ledger.tampering import tamper

pytestmark = pytest.mark.usefixtures("prefect_api")


@pytest.fixture
def url(home: Path) -> str:
    """A ledger with an article."""
    article = make_article("The bridge is closed.")
    with Ledger.open(settings().database_url) as ledger:
        ledger.append(make_capture(article), article, make_extraction(article))
    return settings().database_url


def test_a_ledger_that_is_intact_is_noted_and_nothing_is_told(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    state = verify(return_state=True)
    assert (state.is_completed(), state.message[:31]) == (True, "ledger intact: 2 entries, head ")
    assert capsys.readouterr().err == ""
    noted = last_run(settings().service, "check")
    assert noted is not None
    assert (noted.ok, noted.said) == (True, state.message)


def test_a_ledger_that_is_not_is_loud(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    tamper(url, "DELETE FROM entry WHERE number = 2")
    state = verify(return_state=True)
    assert state.is_failed()
    assert state.message is not None
    assert state.message.startswith("the ledger is not intact: ")
    assert state.message.endswith("; `sayso ledger verify` lists everything")
    assert state.message in capsys.readouterr().err
    assert exit_code(["status"]) == 1


def test_without_a_ledger_the_check_fails(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = verify(return_state=True)
    assert state.is_failed()
    assert f"the ledger could not be checked: expected a ledger at {home}/ledger.db" in capsys.readouterr().err


def test_an_inbox_that_vanished_is_told_each_time(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.environ["SAYSO_INBOX"] = str(home / "mounted")
    for _ in range(2):
        state = read_inbox(return_state=True)
        assert state.is_failed()
        said = capsys.readouterr().err
        assert f"the inbox could not be read: expected the inbox at '{home}/mounted', found nothing there" in said
        assert "Traceback" not in said
    noted = last_run(settings().service, "reading")
    assert noted is not None
    assert not noted.ok


def test_what_could_not_be_read_is_told_once(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.environ["SAYSO_INBOX"] = str(tmp_path)
    (tmp_path / "broken.txt").write_bytes(b"")
    os.utime(tmp_path / "broken.txt", (1, 1))
    told = [told_by_reading(capsys) for _ in range(2)]
    assert [one[20:] for one in told] == ["1 of 1 article could not be read; 0 read, 0 known before\n", ""]
    (tmp_path / "broken.txt").unlink()
    assert told_by_reading(capsys) == ""


def told_by_reading(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert read_inbox(return_state=True).is_completed()
    return "".join(line for line in capsys.readouterr().err.splitlines(keepends=True) if " | INFO " not in line)
