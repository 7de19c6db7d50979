"""The report of a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sayso.desk.linking import with_origins
from sayso.ledger import Snapshot
from sayso.registry import Registry
from sayso.report import Concern, LinkedFindings, Period, Report, linked_of, report
from schemas import Derivation, Dossier


@dataclass(frozen=True)
class Asked:
    """Of which part of a ledger a report is: as of an entry, what was recorded at `since` or later and before `until`.

    Statements less sure than `least` are left undetermined; only `concerns` are listed.
    """

    as_of: int
    since: datetime | None
    until: datetime | None
    least: float
    concerns: tuple[Concern, ...]


def reported(
    snapshot: Snapshot,
    asked: Asked,
    linked: Callable[[], LinkedFindings],
    *,
    suggestions: bool = False,
    settled: bool = False,
) -> Report:
    """The report; `linked` gives what it says of links, as `linked_in` does.

    Conflicts that machines suggest are listed only with `suggestions`, what people settled only if `settled`.
    """
    articles: dict[str, None] = {}
    return report(
        _noted(snapshot.dossiers(since=asked.since, until=asked.until, links="none"), articles),
        snapshot.problems(since=asked.since, until=asked.until),
        derivations=_between(snapshot, articles),
        orphans=snapshot.orphaned(),
        concerns=asked.concerns,
        period=Period(start=asked.since, end=asked.until),
        least=asked.least,
        suggestions=suggestions,
        settled=settled,
        linked=linked,
    )


def linked_in(snapshot: Snapshot, asked: Asked, registry: Registry) -> LinkedFindings:
    """What the report says of links: conflicts, circles and single origins."""
    dossiers = snapshot.dossiers(since=asked.since, until=asked.until, links="only")
    return linked_of(with_origins(snapshot, dossiers, registry), asked.concerns, asked.least)


def _noted(dossiers: Iterable[Dossier], articles: dict[str, None]) -> Iterator[Dossier]:
    """The same, one after the other; their articles' ids are noted, since nothing else of them is kept."""
    for dossier in dossiers:
        articles.setdefault(dossier.article.id)
        yield dossier


def _between(snapshot: Snapshot, articles: Iterable[str]) -> Iterator[Derivation]:
    """The derivations of these articles, looked up when the first is asked for."""
    yield from snapshot.derivations_of(articles)
