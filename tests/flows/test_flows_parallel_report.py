"""A report's findings about links are the same with and without a second process, and so are its errors."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import before_world
import pytest
from sqlalchemy import create_engine, text

import flows.parallel_report
from flows.parallel_report import compiled
from sayso.errors import TamperedError
from sayso.ledger import Ledger
from sayso.report import CONCERNS, Concern, Report, render

LATE = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def url(home: Path) -> str:
    """The address of a ledger in which people decided on links."""
    home.mkdir()
    url = before_world.unpack(home)
    Ledger.open(url).close()
    return url


def made(
    monkeypatch: pytest.MonkeyPatch, much: int, least: float = 0.0, concerns: tuple[Concern, ...] = CONCERNS
) -> Report:
    """The report as made where `much` entries count as many."""
    monkeypatch.setattr(flows.parallel_report, "MUCH", much)
    return compiled(None, LATE, least, concerns, suggestions=True, settled=True)


@pytest.mark.usefixtures("url")
def test_the_report_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alone, beside = (made(monkeypatch, much, least=0.6) for much in (10_000, 1))
    assert render(beside, "json") == render(alone, "json")
    assert alone.single_origin


@pytest.mark.usefixtures("url")
def test_only_what_is_asked_for_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    report = made(monkeypatch, 10_000, concerns=("single-origin",))
    assert (report.single_origin != (), report.conflicts, report.circular) == (True, (), ())
    monkeypatch.setattr(flows.parallel_report, "Worker", None)
    assert made(monkeypatch, 1, concerns=("unnamed",)).single_origin == ()


def test_a_damaged_entry_of_links_is_told_as_such(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP TRIGGER entry_update"))
        connection.execute(text("UPDATE entry SET facts = x'00' WHERE kind = 'links'"))
    engine.dispose()
    with pytest.raises(TamperedError, match=r"entry \d+: "):
        made(monkeypatch, 1)


@pytest.mark.usefixtures("url")
def test_where_the_process_does_not_live_the_report_is_made_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = render(made(monkeypatch, 10_000), "json")
    monkeypatch.setattr(flows.parallel_report, "PATIENCE", 0.001)
    assert render(made(monkeypatch, 1), "json") == alone


@pytest.mark.usefixtures("url")
def test_what_is_recorded_meanwhile_is_not_in_it() -> None:
    asked = flows.parallel_report.ReportScope(1, None, None, 0.0, CONCERNS)
    found = flows.parallel_report.linked_findings(asked)
    assert not isinstance(found, Exception)
    assert (found.conflicts, found.single_origin) == ((), ())
