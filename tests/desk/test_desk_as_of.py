"""The ledger as of an entry, a time, or the end of a day where the desk is."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from factories import make_article, make_capture, make_extraction, make_hop, make_statement

from sayso.desk.as_of import as_it_was, entry_as_of, in_which_state
from sayso.desk.correcting import correct
from sayso.desk.showing import show
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.present.chain import who_says_so
from sayso.registry import Registry

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
BERLIN, LONDON = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/London")
LATE = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
"""Half past midnight of the 21st in Berlin; half past eleven of the 20th in London."""


class Clock:
    """Half past eleven at night of the 20th, and a day later with every append."""

    def __init__(self) -> None:
        self.now = LATE

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def told(tmp_path: Path, blank: Path) -> Ledger:
    """An article of the 20th (entries 1, 2), and one of the 21st (3, 4)."""
    shutil.copy(blank, tmp_path)
    clock = Clock()
    ledger = Ledger.open(f"sqlite:///{tmp_path / 'ledger.db'}", clock=clock)
    for text in ("The bridge is unsafe, the minister said.", "The bridge has gone, the minister said."):
        article = make_article(text)
        said = make_statement(article, text.partition(",")[0], chain=[make_hop(article, "the minister")])
        ledger.append(make_capture(article), article, make_extraction(article, [said]))
        clock.now += timedelta(days=1)
    return ledger


ENTRIES = {
    ("1", BERLIN): 1,
    (" 4 ", BERLIN): 4,
    ("2026-11-20", LONDON): 2,
    ("2026-11-21", BERLIN): 2,
    ("2026-11-21", LONDON): 4,
    ("2026-11-22", BERLIN): 4,
    ("2026-12-01", BERLIN): 4,
    ("2026-11-20T23:30", LONDON): 2,
    ("2026-11-21T23:29", LONDON): 2,
    ("2026-11-21 23:30", LONDON): 4,
    ("2026-11-21T23:30Z", BERLIN): 4,
    ("2026-12-01T12:00+00:00", BERLIN): 4,
}


@pytest.mark.parametrize(("given", "zone"), ENTRIES)
def test_what_is_given_names_an_entry(told: Ledger, given: str, zone: ZoneInfo) -> None:
    with told.snapshot() as now:
        assert entry_as_of(now, given, zone, NOW) == ENTRIES[given, zone]


BEFORE = (
    "expected for --as-of a time after 21 November 2026, 00:30 CET, when entry 1 was recorded, found '{}': "
    "there was no ledger then"
)
COMING = "expected a time that has come for --as-of, found '{}'; today's date is the state of now"
NOT_ONE = (
    "expected the number of an entry, a date or a time, such as 2026-11-22 or 2026-11-22T18:30 for --as-of, found '{}'"
)
NUMBER = "expected an entry, 1 to 4, or a date such as 2026-11-22 for --as-of, found {}"
REFUSED = {
    "2026-11-20": BEFORE,
    "2026-11-21T00:29": BEFORE,
    "0001-01-01": BEFORE,
    "0001-01-01T00:00+14:00": BEFORE,
    "2026-12-02": COMING,
    "9999-12-31": COMING,
    "2026-12-01T12:01Z": COMING,
    "0": NUMBER,
    "5": NUMBER,
    "20261121": NUMBER,
    "yesterday": NOT_ONE,
    "": NOT_ONE,
    "-3": NOT_ONE,
    "2026-02-30": NOT_ONE,
    "٣": NOT_ONE,
}


@pytest.mark.parametrize("given", REFUSED)
def test_anything_else_is_refused_in_one_sentence(told: Ledger, given: str) -> None:
    with told.snapshot() as now, pytest.raises(UsageError) as refused:
        entry_as_of(now, given, BERLIN, NOW)
    assert str(refused.value) == REFUSED[given].format(given)


def test_an_empty_ledger_has_no_state(ledger: Ledger) -> None:
    with ledger.snapshot() as now, pytest.raises(UsageError, match="found an empty one"):
        entry_as_of(now, "2026-11-21", BERLIN, NOW)


def test_what_was_believed_before_a_correction(told: Ledger) -> None:
    with told.snapshot() as now:
        claim = next(now.about(next(now.articles())[1].id)).claim.id
    correct(told, claim, "nobody", Registry.installed(), by="ana")
    seen = []
    for given in (None, "4", "2026-11-21"):
        with as_it_was(told, given, LONDON, NOW) as then:
            [shown] = show(then, claim, Registry.installed())
            seen.append(
                (in_which_state(then, LONDON), who_says_so(shown.dossier.statement), len(shown.dossier.decisions))
            )
    recorded = "as of entry 4 of 5, recorded on 21 November 2026, 23:30 GMT"
    assert seen == [
        ("as of entry 5 of 5, recorded on 22 November 2026, 23:30 GMT", "no source given", 1),
        (recorded, "the minister", 0),
        (recorded, "the minister", 0),
    ]
