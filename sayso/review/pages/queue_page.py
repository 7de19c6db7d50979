"""The queue: the worklist, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.item_file import items
from sayso.desk.item_words import KIND_WORDS, KINDS, STATES, Item, about, state
from sayso.desk.ledger_stories import as_they_are
from sayso.desk.newsroom_worklist import of_story
from sayso.desk.open_desk import Now
from sayso.desk.worklist_scope import WorklistScope
from sayso.present.numbers import listing
from sayso.present.safe import plain
from sayso.review.filters import Filters, linked
from sayso.review.notices import notice_of
from sayso.review.page_frame import PageFrame, base_of, now_of, person_of, rendered
from sayso.review.paging import paged
from sayso.settings import settings

PER_PAGE = 25


@dataclass(frozen=True)
class QueueRow:
    """An item as the list shows it; `number` counts from 1 through all pages."""

    number: int
    id: str
    address: str
    kind: str
    kind_words: str
    who: str
    sentence: str
    heading: str
    about: str
    state: str
    overdue: bool
    why: str


@dataclass(frozen=True)
class QueuePage:
    """The list: `scope` is what it is asked for in words; `before`, `after`: addresses of the pages beside, or ""."""

    frame: PageFrame
    filters: Filters
    scope: tuple[str, ...]
    matching: int
    accusations: int
    overdue: int
    number: int
    pages: int
    rows: tuple[QueueRow, ...]
    before: str
    after: str
    kinds: tuple[tuple[str, str], ...]
    states: tuple[str, ...]


def queue(request: Request) -> Response:
    """The page of the list that the address asks for."""
    filters = Filters.of(request.query_params)
    with now_of(request) as now:
        frame = PageFrame("Worklist", base_of(request), person_of(request), filters.query, notice_of(request, now))
        return rendered("queue.html", queue_page(now, filters, frame))


def queue_page(now: Now, filters: Filters, frame: PageFrame) -> QueuePage:
    """The model of the page; a page after the last is the last."""
    scope = scope_of(now, filters)
    numbers = now.rows.within(scope, by_deadline=filters.due)
    page = paged(
        len(numbers), PER_PAGE, filters.page, lambda number: linked(f"{frame.base}/", filters.on(number).query)
    )
    shown = enumerate(items(now, numbers[page.first : page.last]), start=page.first + 1)
    return QueuePage(
        frame=frame,
        filters=filters,
        scope=tuple(map(plain, scope.in_words)),
        matching=len(numbers),
        accusations=now.rows.asked(scope).accusations,
        overdue=now.rows.overdue(scope, now.at),
        number=page.number,
        pages=page.pages,
        rows=tuple(_row(one, number, filters, frame.base) for number, one in shown),
        before=page.before,
        after=page.after,
        kinds=tuple((kind, KIND_WORDS[kind]) for kind in KINDS),
        states=STATES,
    )


def scope_of(now: Now, filters: Filters) -> WorklistScope:
    """What the list is asked for; UsageError where it cannot be."""
    scope = filters.scope(settings().worklist.background)
    scope.check(now.at)
    return of_story(scope, as_they_are(now.snapshot, settings().indexes)) if scope.story else scope


def _row(item: Item, number: int, filters: Filters, base: str) -> QueueRow:
    finding = item.finding
    return QueueRow(
        number=number,
        id=finding.id,
        address=linked(f"{base}/item/{finding.id}", filters.query),
        kind=finding.kind,
        kind_words=KIND_WORDS[finding.kind],
        who=listing(finding.who),
        sentence=finding.sentence,
        heading=item.article.heading,
        about=about(item.article),
        state=state(item),
        overdue=item.overdue,
        why=finding.reasons[0] if finding.reasons else "",
    )
