"""A report out of the ledger, rendered and written."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from sayso.ledger import Ledger
from sayso.report import CONCERNS, Concern, Format, Period, Report, render, report
from sayso.settings import settings

Form = Format


def compiled(
    since: datetime | None, until: datetime | None, least: float = 0.0, concerns: Collection[Concern] = CONCERNS
) -> Report:
    """The report of what was recorded at `since` or later and before `until`; the ledger must exist.

    Statements less sure than `least` are left undetermined; only `concerns` are listed.
    """
    with Ledger.open(settings().database_url, write=False) as ledger:
        return report(
            (one.at_least(least) for one in ledger.dossiers(since=since, until=until)),
            ledger.problems(since=since, until=until),
            concerns=concerns,
            period=Period(start=since, end=until),
        )


def write(made: Report, out: Path, form: Form) -> None:
    """Write a report to `out`, all or nothing."""
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f"{out.name}.part")
    unfinished.write_bytes(render(made, form).encode("utf-8", "backslashreplace"))
    unfinished.replace(out)
