"""The report of a run is made again only where something was recorded since, or where it is gone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from factories import make_article, make_capture, make_claim, make_extraction, make_hop, make_statement

from flows.reporting import report
from sayso.desk.newest_report import FILE
from sayso.desk.opening import opened
from schemas import Decision

ARTICLE = make_article("Anna Berg said that the bridge was closed.")
STATEMENT = make_statement(ARTICLE, "the bridge was closed", chain=[make_hop(ARTICLE, "Anna Berg")])
CLAIM = make_claim(ARTICLE, STATEMENT)
DECISION = Decision(
    id="one", about=CLAIM.id, version=CLAIM.digest, judgement="accept", why="on file", by="ana", at=datetime.now(UTC)
)


def made(**given: Any) -> Path:
    """Where the report is that the flow names."""
    return Path(report.fn(**given).data["path"])


def test_a_report_is_named_again_until_something_is_recorded(home: Path) -> None:
    with opened() as ledger:
        ledger.append(make_capture(ARTICLE), ARTICLE, make_extraction(ARTICLE, [STATEMENT]))
        first = made()
        assert made() == first
        ledger.decide(DECISION)
        second = made()
    assert second != first
    assert made() == second
    assert sorted((home / "reports").iterdir()) == sorted([first, second])


def test_a_report_that_is_gone_changed_or_of_another_form_is_made_anew(home: Path) -> None:
    opened().close()
    reports = [made()]
    reports[-1].write_text("changed", "utf-8")
    reports.append(made())
    reports[-1].unlink()
    (home / "indexes" / FILE).write_text("{}", "utf-8")
    reports += [made(), made(form="md"), made(hours=24), made(hours=24)]
    assert all(one.exists() for one in reports[2:])
    assert len({*reports[2:]}) == 4
    assert reports[0].read_text("utf-8") == "changed"
