"""How many statements have no named source, by outlet and week: counted from what the worklist's view keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from sayso.desk.worklist_rows import ArticleRow, SourcingRow, folded


class SourcedArticle(NamedTuple):
    """What the statements of an article rest on; `week` is the Monday before it was published, None: not known."""

    outlet: str | None
    week: date | None
    counts: SourcedCounts


class SourcedCounts(NamedTuple):
    """Statements of `articles`: how many there are, without a named source, left open.

    Without a named source is what reports count so: an unnamed source only, or no source given.
    """

    articles: int = 0
    statements: int = 0
    unsourced: int = 0
    left_open: int = 0

    @property
    def share(self) -> float | None:
        """The share without a named source of all but those left open; None where there are none."""
        decided = self.statements - self.left_open
        return self.unsourced / decided if decided else None

    def and_also(self, more: SourcedCounts) -> SourcedCounts:
        """The sum of both."""
        return SourcedCounts(*map(sum, zip(self, more, strict=True)))


class OutletSourcing(NamedTuple):
    """An outlet, "" where none is known: in all, and in each week that is known, the oldest first."""

    outlet: str
    counts: SourcedCounts
    weeks: Mapping[date, SourcedCounts]


def sourced_articles(articles: Mapping[int, ArticleRow], rows: Iterable[SourcingRow]) -> tuple[SourcedArticle, ...]:
    """What each of these articles (by entry) rests on."""
    return tuple(
        SourcedArticle(articles[row.entry].outlet, week_of(articles[row.entry].published), _counts(row))
        for row in rows
        if row.entry in articles
    )


def by_outlet(articles: Iterable[SourcedArticle]) -> tuple[OutletSourcing, ...]:
    """Each outlet, however it is written, that with the most statements first."""
    found: dict[str, list[SourcedArticle]] = {}
    for one in articles:
        found.setdefault(folded(one.outlet or ""), []).append(one)
    made = (of_articles(some[0].outlet or "", some) for some in found.values())
    return tuple(sorted(made, key=lambda one: (-one.counts.statements, one.outlet)))


def of_articles(outlet: str, articles: Iterable[SourcedArticle]) -> OutletSourcing:
    """These articles, in all and by week."""
    every, weeks = SourcedCounts(), dict[date, SourcedCounts]()
    for one in articles:
        every = every.and_also(one.counts)
        if one.week:
            weeks[one.week] = weeks.get(one.week, SourcedCounts()).and_also(one.counts)
    return OutletSourcing(outlet, every, dict(sorted(weeks.items())))


def week_of(published: str | None) -> date | None:
    """The Monday of the week of an ISO 8601 date; None where it is none."""
    try:
        day = date.fromisoformat((published or "")[:10])
        return day - timedelta(days=day.weekday())
    except (ValueError, OverflowError):
        return None


def _counts(row: SourcingRow) -> SourcedCounts:
    unsourced = row.unnamed + row.none_given
    return SourcedCounts(1, unsourced + row.sourced + row.undetermined, unsourced, row.undetermined)
