"""The flow that traces: what becomes of single articles, and what the run's state says."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from fragile import fragile

from flows import tracing as tracing
from flows.progress import WATCHER, Watcher
from flows.workers.reading import extracted
from sayso.desk.standing_rules import Breaches
from sayso.ledger import Ledger
from sayso.settings import settings

pytestmark = pytest.mark.usefixtures("prefect_api")


class Told(Watcher):
    """What the watcher of a run is told of rules."""

    def __init__(self) -> None:
        self.breaches: list[Breaches] = []
        self.notices: list[str] = []

    def broken(self, breaches: Sequence[Breaches]) -> None:
        self.breaches += breaches

    def notice(self, sentence: str) -> None:
        self.notices.append(sentence)


def test_an_article_that_brings_the_engine_down_costs_only_itself(
    inbox: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracing, "extracted", fragile)
    (inbox / "a.txt").write_text("POISON it is.", "utf-8")
    (inbox / "b.txt").write_text("BROKEN it is.", "utf-8")
    state = tracing.trace([str(inbox)], return_state=True)
    assert (state.name, state.message) == ("Partly read", "2 of 5 articles could not be read; 3 read, 0 known before")
    result = state.result()
    assert {key: result[key] for key in ("articles", "read", "known", "unreadable")} == {
        "articles": 5,
        "read": 3,
        "known": 0,
        "unreadable": 2,
    }
    with Ledger.open(settings().database_url, write=False) as ledger, ledger.snapshot() as now:
        problems = [(Path(one.file).name, one.problem, one.raw) for one in now.problems()]
        assert ledger.verify().ok
    assert problems == [
        (
            "a.txt",
            "expected an article that the engine can read, found that the process reading it ended with code 7; "
            "please report it",
            "POISON it is.",
        ),
        ("b.txt", "it broke", "BROKEN it is."),
    ]

    monkeypatch.setattr(tracing, "extracted", extracted)
    state = tracing.trace([str(inbox)], return_state=True)
    assert state.message == "2 of 5 articles could not be read; 0 read, 3 known before"  # as this engine knows
    monkeypatch.setattr(tracing, "reader_id", lambda: "another")
    state = tracing.trace([str(inbox)], return_state=True)
    assert (state.name, state.message) == ("Completed", "2 articles read; 3 known before")
    state = tracing.trace([str(inbox)], return_state=True)
    assert (state.name, state.message) == ("Completed", "nothing to do: 5 articles, all known")


def test_files_still_being_written_are_left_for_the_next_time(
    inbox: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ministry.txt", "unnamed.txt"):
        os.utime(inbox / name, (1, 1))
    state = tracing.trace([str(inbox)], settle=3600, return_state=True)
    assert state.message == "2 articles read; 0 known before"


def test_a_ledger_that_cannot_be_opened_ends_the_run_with_its_reason(
    inbox: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    (home / "ledger.db").write_bytes(b"no database at all, whatever its name says" * 100)
    state = tracing.trace([str(inbox)], return_state=True)
    assert state.is_failed()
    assert "it is not an SQLite database" in (state.message or "")


def test_the_files_of_the_ledger_are_no_articles(home: Path) -> None:
    Ledger.open(settings().database_url).close()
    state = tracing.trace([str(home / "ledger.db")], return_state=True)
    assert state.message == "1 of 1 article could not be read; 0 read, 0 known before"
    with Ledger.open(settings().database_url, write=False) as ledger, ledger.snapshot() as now:
        assert [one.problem for one in now.problems()] == [
            f"expected an article at '{home / 'ledger.db'}', found a file of the ledger; name others"
        ]


RULES = """
Feature: Standards
  Scenario: No source without a name
    Given every new article
    Then at most 0 claims have only an unnamed source
"""


def test_new_articles_are_checked_against_the_newsrooms_rules(inbox: Path, home: Path) -> None:
    (home / "specs").mkdir(parents=True)
    (home / "specs" / "standards.feature").write_text(RULES, "utf-8")
    (home / "specs" / "other.feature").write_text("Given every draft", "utf-8")
    told = Told()
    token = WATCHER.set(told)
    state = tracing.trace([str(inbox)], return_state=True)
    WATCHER.reset(token)
    assert state.message == "3 articles read; 0 known before; 1 article against a standing rule"
    assert [(Path(one.file).name, one.failures[0].place, one.failures[0].sentences) for one in told.breaches] == [
        (
            "unnamed.txt",
            "standards.feature:5",
            [
                "expected at most 0 claims with only an unnamed source, found 1: “that the talks had failed” "
                '(an unnamed "senior official", paragraph 1), in the article'
            ],
        )
    ]
    [problem] = told.notices
    assert problem.startswith(f"standing rules in {home / 'specs'}: other.feature:1: expected ")
    assert tracing.trace([str(inbox)], return_state=True).message == "nothing to do: 3 articles, all known"
