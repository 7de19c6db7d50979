"""The report of a ledger."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sayso.desk.ledger_stories import as_they_are
from sayso.desk.linking import TextNotes, with_origins
from sayso.ledger import Snapshot
from sayso.registry import Registry
from sayso.report import CONCERNS, Concern, LinkedFindings, Period, Report, Texts, in_stories, linked_of, report
from schemas import Derivation, Dossier


@dataclass(frozen=True)
class ReportScope:
    """What a report covers: the ledger as of an entry, as far as recorded at `since` or later and before `until`.

    Statements less confident than `least` are left undetermined; only `concerns` are listed. `state`: which state of
    the ledger it is, in words, where that is an earlier one than the newest.
    """

    as_of: int
    since: datetime | None
    until: datetime | None
    least: float
    concerns: tuple[Concern, ...]
    state: str | None = None


def make_report(
    snapshot: Snapshot,
    scope: ReportScope,
    linked: Callable[[], LinkedFindings],
    *,
    suggestions: bool = False,
    settled: bool = False,
) -> Report:
    """The report; `linked` returns its findings about links, as `linked_in` does.

    Conflicts that are only suggested are included with `suggestions`, those that people settled with `settled`.
    """
    articles: dict[str, None] = {}
    return report(
        _noted(snapshot.dossiers(since=scope.since, until=scope.until, links="none"), articles),
        snapshot.problems(since=scope.since, until=scope.until),
        derivations=_between(snapshot, articles),
        orphans=snapshot.orphaned(),
        concerns=scope.concerns,
        period=Period(start=scope.since, end=scope.until, state=scope.state),
        least=scope.least,
        suggestions=suggestions,
        settled=settled,
        linked=linked,
    )


def linked_in(snapshot: Snapshot, scope: ReportScope, registry: Registry, indexes: Path) -> LinkedFindings:
    """The report's findings about links: conflicts, and facts in a circle or of one origin, by story.

    The stories are those of the folder `indexes`; where it has none of this ledger, or it is asked for as it was
    earlier, there are none.
    """
    dossiers = snapshot.dossiers(since=scope.since, until=scope.until, links="only")
    found = linked_among(snapshot, dossiers, registry, scope.concerns, scope.least)
    told = as_they_are(snapshot, indexes) if found.any and scope.state is None else None
    return in_stories(found, told.shared) if told else found


def linked_among(
    snapshot: Snapshot,
    dossiers: Iterable[Dossier],
    registry: Registry,
    concerns: Collection[Concern] = CONCERNS,
    least: float = 0.0,
) -> LinkedFindings:
    """The report's findings about the links of these claims."""
    notes: dict[str, TextNotes] = {}
    texts = Texts(snapshot.derivations_of, lambda article: _credited(notes.get(article)))
    return linked_of(with_origins(snapshot, dossiers, registry, notes), concerns, least, texts)


def _credited(notes: TextNotes | None) -> Iterator[str]:
    """Whom an article credits with the whole of its text."""
    yield from (credit.name for credit in notes.credits if credit.share == "whole") if notes else ()


def _noted(dossiers: Iterable[Dossier], articles: dict[str, None]) -> Iterator[Dossier]:
    """The same dossiers, one after the other; only the ids of their articles are kept, in `articles`."""
    for dossier in dossiers:
        articles.setdefault(dossier.article.id)
        yield dossier


def _between(snapshot: Snapshot, articles: Iterable[str]) -> Iterator[Derivation]:
    """The derivations of these articles, looked up when the first is asked for."""
    yield from snapshot.derivations_of(articles)
