"""Only the inbox in the home is made by Sayso: another that is missing is somebody's mistake."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.cli.main import exit_code
from sayso.desk.inbox import make_default
from sayso.settings import settings


def test_the_inbox_in_the_home_is_made(home: Path) -> None:
    make_default(settings())
    make_default(settings())
    assert (home / "inbox").is_dir()


def test_another_that_is_missing_is_told_and_nothing_begins(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.environ["SAYSO_INBOX"] = str(home / "delivered")
    assert exit_code(["serve"]) == 2
    assert capsys.readouterr().err == (
        f"sayso: expected the inbox at '{home}/delivered', found nothing there; make it (mkdir -p), mount it, or name "
        "another in SAYSO_INBOX or sayso.toml\n"
    )
    assert not (home / "delivered").exists()


@pytest.mark.parametrize("name", ["inbox", "delivered"])
def test_a_file_is_no_inbox(home: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    home.mkdir()
    (home / name).touch()
    os.environ["SAYSO_INBOX"] = str(home / name)
    assert exit_code(["serve"]) == 2
    assert f"expected the inbox at '{home}/{name}' to be a folder, found a file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "given", "expected"),
    [
        ("--every", "0", "a number of minutes above 0, at most 10080 (a week)"),
        ("--every", "soon", "a number of minutes above 0, at most 10080 (a week)"),
        ("--report-at", "7", 'a time such as "07:00"'),
        ("--verify-at", "24:00", 'a time such as "07:00"'),
        ("--overlap", "queue", '"skip" or "wait"'),
        ("--timezone", "London", 'a time zone such as "Europe/London"'),
    ],
)
def test_an_option_is_checked_as_the_setting_is(
    option: str, given: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(["serve", option, given]) == 2
    assert capsys.readouterr().err == f"sayso: expected {expected} for {option}, found {given!r}\n"
