"""Steps about the record: what is read into it, and what the check of it finds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.present.expectation import QUOTED
from sayso.testing.step_sentence import given, then, when

if TYPE_CHECKING:
    from sayso.testing.article_reading import Readings
    from sayso.testing.newsroom import Newsroom


@pytest.fixture
def sayso_newsroom(tmp_path: Path, sayso_readings: Readings) -> Newsroom:
    """A folder for articles, and the record of what was read in it."""
    from sayso.testing.newsroom import Newsroom

    return Newsroom(tmp_path / "inbox", tmp_path / "record" / "ledger.db", sayso_readings.engine)


@given("a folder with the article{files}")
def folder_with(sayso_newsroom: Newsroom, sayso_folders: tuple[Path, ...], names: str) -> None:
    """Copies of these files, looked for as a single article is."""
    from sayso.testing.feature_files import place_of

    for name in QUOTED.findall(names):
        sayso_newsroom.put(place_of(name, sayso_folders))


@given("the folder has a file {name} that is no text")
def broken_file(sayso_newsroom: Newsroom, name: str) -> None:
    """A file that cannot be read as an article."""
    sayso_newsroom.put_bytes(name, b"\x00\x01\x02\xff" * 64)


@when("the folder is traced")
@when("the folder is traced again")
def traced(sayso_newsroom: Newsroom) -> None:
    """Every article in the folder is read into the record, unless the record has it already."""
    sayso_newsroom.trace()


@when("one byte of entry {number} is changed")
def tampered(sayso_newsroom: Newsroom, number: str) -> None:
    """Tampering by someone with access to the record's file."""
    sayso_newsroom.tamper(int(number))


@then("{count} {entries are} added")
def added(sayso_newsroom: Newsroom, count: str) -> None:
    """By the last tracing."""
    sayso_newsroom.expect_added(0 if count == "no" else int(count))


@then("the record is intact")
def intact(sayso_newsroom: Newsroom) -> None:
    """Everything in the record is as it was written."""
    sayso_newsroom.expect_intact()


@then("the record is found broken at entry {number}")
def broken(sayso_newsroom: Newsroom, number: str) -> None:
    """The check names the entry."""
    sayso_newsroom.expect_broken(int(number))


@then("the record holds claims of {name}")
def recorded(sayso_newsroom: Newsroom, name: str) -> None:
    """The article in the file of this name was read."""
    sayso_newsroom.expect_claims(name)


@then("the record says that {name} could not be read")
def unread(sayso_newsroom: Newsroom, name: str) -> None:
    """With the reason, as a sentence."""
    sayso_newsroom.expect_problem(name)
