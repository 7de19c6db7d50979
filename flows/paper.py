"""A report out of the ledger, rendered and written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from sayso.ledger import Ledger
from sayso.linking import with_origins
from sayso.report import CONCERNS, LINKED, Concern, Format, Period, Report, render, report
from sayso.settings import settings
from schemas import Derivation, Dossier

Form = Format


def compiled(
    since: datetime | None,
    until: datetime | None,
    least: float = 0.0,
    concerns: Collection[Concern] = CONCERNS,
    *,
    suggestions: bool = False,
    settled: bool = False,
) -> Report:
    """The report of what was recorded at `since` or later and before `until`; the ledger must exist.

    Statements less sure than `least` are left undetermined; only `concerns` are listed. What machines suggest of
    conflicts is told only with `suggestions`, what people settled only if `settled`.
    """
    with Ledger.open(settings().database_url, write=False) as ledger:
        articles: dict[str, None] = {}
        dossiers = ledger.dossiers(since=since, until=until)
        if LINKED & {*concerns}:  # working out origins takes longer than all the rest
            dossiers = with_origins(ledger, dossiers)
        return report(
            _noted(dossiers, articles),
            ledger.problems(since=since, until=until),
            derivations=_between(ledger, articles),
            concerns=concerns,
            period=Period(start=since, end=until),
            least=least,
            suggestions=suggestions,
            settled=settled,
        )


def write(made: Report, out: Path, form: Form) -> None:
    """Write a report to `out`, all or nothing."""
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f"{out.name}.part")
    unfinished.write_bytes(render(made, form).encode("utf-8", "backslashreplace"))
    unfinished.replace(out)


def _noted(dossiers: Iterable[Dossier], articles: dict[str, None]) -> Iterator[Dossier]:
    """The same, one after the other; their articles' ids are noted, since nothing else of them is kept."""
    for one in dossiers:
        articles.setdefault(one.article.id)
        yield one


def _between(ledger: Ledger, articles: Iterable[str]) -> Iterator[Derivation]:
    """The derivations of these articles, looked up when the first is asked for."""
    yield from ledger.derivations(articles)
