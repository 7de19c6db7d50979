"""`sayso ledger`: the record is compared with a head that was noted elsewhere, and a shorter one is an alarm."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from factories import make_article, make_capture, make_extraction

from flows.cli.main import exit_code
from sayso.ledger import Ledger
from sayso.settings import settings


def tell(text: str) -> str:
    """Record an article; returns the head after it, as printed."""
    article = make_article(text)
    with Ledger.open(settings().database_url) as ledger:
        ledger.append(make_capture(article), article, make_extraction(article))
        return str(ledger.head)


def test_the_record_is_compared_with_a_head_that_was_noted(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tell("One."), tell("Two.")
    for head in (first, second):
        assert exit_code(["ledger", "verify", "--expect", head]) == 0
        assert capsys.readouterr().out.startswith(
            f"ledger intact: 4 entries, head {second}\nThe first {head[0]} entries"
        )
    assert exit_code(["ledger", "verify", "--expect", f"2:{second[2:]}"]) == 1
    assert capsys.readouterr().out.startswith("The first 2 entries are not those of the head that was given")


@pytest.mark.parametrize("given", ["", "4", "4:", "4:xyz", ":" + "0" * 64, "-1:" + "0" * 64, "4:" + "A" * 64])
def test_what_is_no_head_is_refused(home: Path, capsys: pytest.CaptureFixture[str], given: str) -> None:
    tell("One.")
    assert exit_code(["ledger", "verify", "--expect", given]) == 2
    assert capsys.readouterr().err.startswith("sayso: expected a head as SIZE:ROOT for --expect")


def test_a_shorter_record_is_an_alarm_until_it_is_accepted(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tell("One.")
    shutil.copy(home / "ledger.db", home / "friday.db")
    lost = tell("Two.")
    shutil.move(home / "friday.db", home / "ledger.db")
    for command in (["report"], ["find", "bridges"], ["ledger", "rebuild"], ["decide", "x", "confirm", "--why", "x"]):
        assert exit_code(command) == 1
        assert "expected the 4 entries that the noted head counts, found 2" in capsys.readouterr().err
    assert exit_code(["ledger", "verify"]) == 1
    assert exit_code(["ledger", "accept-head", "--why", "Friday's backup", "--by", "Ana Lind"]) == 0
    assert exit_code(["report"]) == 0
    capsys.readouterr()
    assert exit_code(["ledger", "verify"]) == 0
    assert f"warning: The head {lost} was given up by Ana Lind on" in capsys.readouterr().out
    assert exit_code(["ledger", "accept-head", "--why", "again"]) == 0
    assert "nothing to accept" in capsys.readouterr().err
