"""The share of statements without a named source, by outlet and week: small pictures side by side, and figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.counting_sources import OutletSourcing, SourcedCounts, by_outlet, of_articles
from sayso.desk.open_desk import Now
from sayso.present.numbers import count, day, percent
from sayso.present.safe import plain
from sayso.review.filters import Filters, linked
from sayso.review.page_frame import PageFrame, base_of, now_of, person_of, rendered
from sayso.review.paging import paged

PER_PAGE = 12
WEEKS = 12
"""Weeks that are drawn, the last in which something was published among them."""
FEW = 20
"""Statements of a week below which its share says little."""
NAMED = 26
"""Letters of an outlet that a picture has room for; its title has them all."""
NO_OUTLET = "Outlet not known"


class WeekFigures(NamedTuple):
    """A week, by the day on which it begins, in figures; `share`: of all not left open, "" where none are."""

    begins: str
    articles: int
    statements: int
    unsourced: int
    left_open: int
    share: str


class Bar(NamedTuple):
    """A week's bar in a picture that is 100 high: its place from 0, its height, and whether it rests on few."""

    place: int
    height: int
    few: bool
    words: str


@dataclass(frozen=True)
class OutletPicture:
    """An outlet's weeks; `words` says what `bars` show. `row`: the outlet in all."""

    name: str
    short: str
    address: str
    row: WeekFigures
    weeks: tuple[WeekFigures, ...]
    bars: tuple[Bar, ...]
    words: str


@dataclass(frozen=True)
class SourcingPage:
    """The outlets, those with the most statements first; `every` is all of them, `mean` its share from 0 to 100."""

    frame: PageFrame
    many: int
    every: WeekFigures
    mean: int | None
    undated: int
    first: str
    last: str
    outlets: tuple[OutletPicture, ...]
    number: int
    pages: int
    before: str
    after: str
    few: int = FEW
    slots: int = WEEKS


def sourcing(request: Request) -> Response:
    """The page of the shares."""
    asked = Filters.of(request.query_params).page
    with now_of(request) as now:
        frame = PageFrame("Sourcing", base_of(request), person_of(request))
        return rendered("sourcing.html", sourcing_page(now, asked, frame))


def sourcing_page(now: Now, asked: int, frame: PageFrame) -> SourcingPage:
    """The model of the page; a page after the last is the last."""
    outlets, every = by_outlet(now.rows.sourcing), of_articles("", now.rows.sourcing)
    last = max(every.weeks, default=None)
    weeks = [last - timedelta(weeks=back) for back in reversed(range(WEEKS))] if last else []
    path = f"{frame.base}/sourcing"
    here = paged(len(outlets), PER_PAGE, asked, lambda number: linked(path, "", {"page": str(number)}))
    share = every.counts.share
    return SourcingPage(
        frame=frame,
        many=len(outlets),
        every=_figures("", every.counts),
        mean=None if share is None else round(100 * share),
        undated=every.counts.articles - sum(one.articles for one in every.weeks.values()),
        first=day(weeks[0].isoformat()) if weeks else "",
        last=day(weeks[-1].isoformat()) if weeks else "",
        outlets=tuple(_picture(one, weeks, frame.base) for one in outlets[here.first : here.last]),
        number=here.number,
        pages=here.pages,
        before=here.before,
        after=here.after,
    )


def _picture(one: OutletSourcing, weeks: list[date], base: str) -> OutletPicture:
    name = plain(one.outlet).strip() or NO_OUTLET
    found = [(place, week, one.weeks[week]) for place, week in enumerate(weeks) if week in one.weeks]
    shown = tuple(_figures(day(week.isoformat()), counts) for _, week, counts in found)
    bars = tuple(
        Bar(place, round(100 * counts.share), counts.statements - counts.left_open < FEW, _week_in_words(figures))
        for (place, _, counts), figures in zip(found, shown, strict=True)
        if counts.share is not None
    )
    return OutletPicture(
        name=name,
        short=name if len(name) <= NAMED else f"{name[: NAMED - 1].rstrip()}…",
        address=linked(f"{base}/", "", {"outlet": one.outlet}) if one.outlet else "",
        row=_figures("", one.counts),
        weeks=shown,
        bars=bars,
        words=" ".join(bar.words for bar in bars) or "Nothing in these weeks.",
    )


def _figures(begins: str, counts: SourcedCounts) -> WeekFigures:
    share = "" if counts.share is None else percent(counts.share)
    return WeekFigures(begins, counts.articles, counts.statements, counts.unsourced, counts.left_open, share)


def _week_in_words(week: WeekFigures) -> str:
    of = count(week.statements - week.left_open, "statement")
    return f"Week of {week.begins}: {week.share}, {week.unsourced} of {of}."
