"""The record: its head, when it was last checked, and what is left to do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.item_words import KIND_WORDS, KINDS, STATES
from sayso.desk.open_desk import Now
from sayso.desk.service_notes import LastRun, last_run
from sayso.present.decided_words import at
from sayso.present.safe import plain
from sayso.review.filters import Filters, linked
from sayso.review.page_frame import PageFrame, base_of, now_of, person_of, rendered
from sayso.settings import settings

FEW = 20
"""Most failures, and most people, that are listed."""


@dataclass(frozen=True)
class Backlog:
    """How many items are open, of what kind or in what state or with whom, and the address of that list."""

    words: str
    many: int
    address: str


@dataclass(frozen=True)
class RecordPage:
    """`head` as `sayso run` prints it; `check` and `reading`: when, whether well, and what is said of it."""

    frame: PageFrame
    head: str
    entries: int
    articles: int
    check: tuple[str, bool, str] | None
    reading: tuple[str, bool, str] | None
    open: int
    overdue: int
    by_kind: tuple[Backlog, ...]
    by_state: tuple[Backlog, ...]
    by_person: tuple[Backlog, ...]
    failures: tuple[tuple[str, str], ...]
    more_failures: int


def record(request: Request) -> Response:
    """The page of the record."""
    with now_of(request) as now:
        return rendered("record.html", record_page(now, PageFrame("Record", base_of(request), person_of(request))))


def record_page(now: Now, frame: PageFrame) -> RecordPage:
    """The model of the page."""
    service = settings().service
    rows = [now.rows.rows[number] for number in now.rows.within(Filters().scope(settings().worklist.background))]
    kinds = Counter(row.finding.kinds.split()[0] for row in rows)
    states = Counter(row.state.state for row in rows)
    people = Counter(plain(row.state.assignee) for row in rows if row.state.assignee)
    failed = [(plain(one.file), plain(one.problem or "")) for one in now.snapshot.problems()]

    def backlog(words: str, many: int, **filters: str) -> Backlog:
        return Backlog(words, many, linked(f"{frame.base}/", "", filters))

    return RecordPage(
        frame=frame,
        head=f"{now.snapshot.head.size}:{now.snapshot.head.root}",
        entries=now.snapshot.size,
        articles=len({row.article.article for row in now.rows.rows}),
        check=_noted(last_run(service, "check")),
        reading=_noted(last_run(service, "reading")),
        open=len(rows),
        overdue=sum(row.overdue(now.at) for row in rows),
        by_kind=tuple(backlog(KIND_WORDS[kind], kinds[kind], kind=kind) for kind in KINDS if kinds[kind]),
        by_state=tuple(backlog(one, states[one], state=one) for one in STATES if one in states),  # type: ignore[index]
        by_person=tuple(backlog(name, many, assignee=name) for name, many in people.most_common(FEW)),
        failures=tuple(failed[-FEW:]),
        more_failures=max(0, len(failed) - FEW),
    )


def _noted(run: LastRun | None) -> tuple[str, bool, str] | None:
    return (at(run.at), run.ok, plain(run.said)) if run else None
