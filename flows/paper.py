"""A report out of the ledger, rendered and written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sayso.ledger import Ledger
from sayso.report import Format, Period, Report, render, report
from sayso.settings import settings

Form = Format


def compiled(since: datetime | None, until: datetime | None, least: float = 0.0) -> Report:
    """The report of what was recorded at `since` or later and before `until`; the ledger must exist.

    Statements less sure than `least` are left undetermined.
    """
    with Ledger.open(settings().database_url, write=False) as ledger:
        return report(
            (one.at_least(least) for one in ledger.dossiers(since=since, until=until)),
            ledger.problems(since=since, until=until),
            period=Period(start=since, end=until),
        )


def write(out: Path, form: Form, *, since: datetime | None, until: datetime | None, least: float = 0.0) -> int:
    """Write it to `out`, all or nothing; how many sentences it lists."""
    made = compiled(since, until, least)
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f"{out.name}.part")
    unfinished.write_bytes(render(made, form).encode("utf-8", "backslashreplace"))
    unfinished.replace(out)
    return made.listed
