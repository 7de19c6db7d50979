"""The clock's time is recorded beside the time that gives the order; captures' hashes are checked."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from factories import NOON, make_article, make_capture, make_extraction
from ledger_world import make_item

from sayso.ledger import Ledger

AHEAD = NOON + timedelta(days=1500)


def recorded(url: str, *times: datetime, now: datetime) -> tuple[list[tuple[datetime, datetime | None]], list[str]]:
    """Times and clocks of entries that were recorded at these times, two at each; and what is warned of at `now`."""
    clock = iter([*times, now])
    with Ledger.open(url, clock=lambda: next(clock)) as ledger:
        for number in range(len(times)):
            ledger.append(*make_item(f"Article {number}. Two bridges were closed."))
        found = ledger.verify()
        assert found.findings == ()
        with ledger.snapshot() as now:
            return [(one.recorded_at, one.clock) for one in now.entries()], list(found.warnings)


def test_a_clock_that_ran_ahead_dates_later_entries_and_is_reported(url: str) -> None:
    later = NOON + timedelta(hours=1)
    entries, warnings = recorded(url, NOON, AHEAD, later, now=AHEAD + timedelta(days=1))
    assert entries == [(NOON, NOON)] * 2 + [(AHEAD, AHEAD)] * 2 + [(AHEAD, later)] * 2
    assert warnings == [
        "Entries between 5 and 6 are dated 2026-09-17T12:00:00.000000Z, as an entry before them, though the clock said "
        "2022-08-09T13:00:00.000000Z at the first: a clock had run ahead."
    ]


def test_times_in_the_future_are_reported(url: str) -> None:
    _, warnings = recorded(url, NOON, AHEAD, now=NOON + timedelta(days=1))
    assert warnings == [
        "Entries between 3 and 4 are dated later than now, 2022-08-10 12:00 UTC: a clock ran ahead when they were "
        "recorded, or the one of this machine is behind."
    ]


def test_a_second_of_difference_between_clocks_is_not_reported(url: str) -> None:
    second = timedelta(seconds=1)
    _, warnings = recorded(url, NOON + second, NOON, now=NOON)
    assert warnings == []


def test_recorded_since_goes_by_the_clock(url: str) -> None:
    clock = iter([NOON, AHEAD, NOON + timedelta(hours=1)])
    with Ledger.open(url, clock=lambda: next(clock)) as ledger:
        for number in range(3):
            ledger.append(*make_item(f"Article {number}. Two bridges were closed."))
        until = NOON + timedelta(hours=2)
        with ledger.snapshot() as now:
            found = [one.article.text[:9] for one in now.dossiers(since=NOON + timedelta(minutes=1), until=until)]
        assert found == ["Article 2"]


TEXT = "Two bridges were closed."
CAPTURES = {
    "another hash": ({"sha256": "f" * 64}, ("Entry 1: its SHA-256 is not that of the bytes that came.",)),
    "another size": ({"size": 9}, ("Entry 1: its size is 9, the bytes that came are 24.",)),
    "other bytes": (
        {"raw": "<p>Two bridges</p>"},
        (
            "Entry 1: its SHA-256 is not that of the bytes that came.",
            "Entry 1: its size is 24, the bytes that came are 18.",
        ),
    ),
    "an encoding that is none": (
        {"encoding": "utf-99"},
        ("Entry 1: its bytes cannot be made of what it keeps: 'utf-99' does not encode it.",),
    ),
    "bytes that were not kept": ({"encoding": None, "sha256": "f" * 64}, ()),
}


@pytest.mark.parametrize("what", CAPTURES)
def test_the_hash_and_size_of_a_capture_are_compared_with_its_bytes(url: str, what: str) -> None:
    changed, findings = CAPTURES[what]
    article = make_article(TEXT)
    with Ledger.open(url) as ledger:
        ledger.append(make_capture(article, **changed), article, make_extraction(article))
        assert ledger.verify().findings == findings
