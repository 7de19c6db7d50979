"""A report out of the ledger, rendered and written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from flows.beside import Asked, links_of, uncollected
from flows.opened import opened
from sayso.ledger import Ledger
from sayso.report import CONCERNS, Concern, Format, Period, Report, render, report
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
    with uncollected(), opened(write=False) as now, now.still() as ledger:
        articles: dict[str, None] = {}
        with links_of(ledger, Asked(ledger.size, since, until, least, tuple(concerns))) as linked:
            return report(
                _noted(ledger.dossiers(since=since, until=until, links="none"), articles),
                ledger.problems(since=since, until=until),
                derivations=_between(ledger, articles),
                orphans=ledger.orphaned(),
                concerns=concerns,
                period=Period(start=since, end=until),
                least=least,
                suggestions=suggestions,
                settled=settled,
                linked=linked,
            )


def write(made: Report, out: Path, form: Form) -> None:
    """Write a report to `out`, all or nothing."""
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f"{out.name}.part")
    unfinished.write_bytes(_bytes(made, form))
    unfinished.replace(out)


def write_new(made: Report, folder: Path, stem: str, form: Form) -> Path:
    """Write a report into `folder` as `STEM.FORM`, all or nothing, or as `STEM-2.FORM` and so on; where it is now.

    Nothing that is there is overwritten, whoever writes at the same time.
    """
    content = _bytes(made, form)
    folder.mkdir(parents=True, exist_ok=True)
    names = chain([f"{stem}.{form}"], (f"{stem}-{number}.{form}" for number in count(2)))
    return next(folder / name for name in names if _written(folder / name, content))


def _written(out: Path, content: bytes) -> bool:
    """Write `content` to `out`, unless that is there or somebody else is about to write it."""
    unfinished = out.with_name(f"{out.name}.part")
    try:
        file = unfinished.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            if out.exists():  # asked while nobody else can be about to make it
                return False
            file.write(content)
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)
    return True


def _bytes(made: Report, form: Form) -> bytes:
    return render(made, form).encode("utf-8", "backslashreplace")


def _noted(dossiers: Iterable[Dossier], articles: dict[str, None]) -> Iterator[Dossier]:
    """The same, one after the other; their articles' ids are noted, since nothing else of them is kept."""
    for one in dossiers:
        articles.setdefault(one.article.id)
        yield one


def _between(ledger: Ledger, articles: Iterable[str]) -> Iterator[Derivation]:
    """The derivations of these articles, looked up when the first is asked for."""
    yield from ledger.derivations(articles)
