"""The worklist of a ledger: what its articles give, with what people decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.desk.misread_sentences import misread_besides
from sayso.desk.worklist_items import Row, folded_rows, is_overdue, item_of, ranked, rows_of
from sayso.desk.worklist_rows import WorklistView, aside_of
from sayso.desk.worklist_scope import WorklistScope
from sayso.ledger import Snapshot
from sayso.present.safe import plain
from sayso.worklist import SHEET, Worklist, ordered, shown, together

Told = Callable[[str], tuple[str, str] | None]
"""The story (id and headline) that an article (its id) tells with others; None for an article that is alone."""


@dataclass(frozen=True)
class Shown:
    """How much of a list is shown, and in which order."""

    limit: int = 25
    sheet: bool = False
    by_deadline: bool = False


def worklist(
    snapshot: Snapshot, view: WorklistView, scope: WorklistScope, show: Shown, told: Told, now: datetime | None = None
) -> Worklist:
    """The list; UsageError for a scope that nothing can be in.

    1. every finding of a reading that counts, and what else people called misread, with its state; a sentence that is
    reprinted is one; 2. those asked for; 3. in order, and cut; 4. those of one story beside each other; 5. of these the
    first ones for a sheet, so that a number means the same in both.
    """
    now = now or datetime.now(UTC)
    scope.check(now)
    counting = {*snapshot.adopted()}
    articles = {row.entry: row for row in view.articles() if row.entry in counting}
    scope.check_outlet(articles.values())
    rows = rows_of(snapshot, view, articles)  # 1
    besides = misread_besides(snapshot, (row.finding for row in rows if row.state.misread))
    rows += [Row(one.row, articles[one.row.entry], one.state) for one in besides if one.row.entry in articles]
    found = folded_rows(rows)
    every = [row for row in found if not scope.is_background(row.finding)]
    within = {entry for entry, row in articles.items() if scope.takes_article(row)}
    scoped = [row for row in every if row.article.entry in within and scope.takes(row.finding, row.state)]  # 2
    asked = [row for row in scoped if scope.takes_state(row.state)]
    order = ordered((ranked(number, row) for number, row in enumerate(asked)), by_deadline=show.by_deadline)
    kept = shown(order, show.limit)  # 3
    stories = {one.number: told(asked[one.number].article.article) for one in kept}
    if not show.by_deadline:
        kept = together(kept, lambda one: (stories[one.number] or (asked[one.number].article.article, ""))[0])  # 4
    kept = kept[:SHEET] if show.sheet else kept  # 5
    rows = [asked[one.number] for one in kept]
    others = {one.row: one.finding for one in besides}
    whole = [others.get(row.finding) or next(view.whole([row.finding])) for row in rows]
    items = (item_of(row, made, stories[one.number], now) for one, row, made in zip(kept, rows, whole, strict=True))
    return Worklist(
        made=now,
        scope=tuple(map(plain, scope.in_words)),
        articles=len(within),
        open=sum(not row.state.settled for row in every),
        matching=len(asked),
        accusations=sum(one.accusation for one in order),
        overdue=sum(is_overdue(row.state, now) for row in asked),
        left_out=len(asked) - len(rows),
        closed=sum(row.state.settled and not row.state.misread for row in scoped),
        misread=sum(row.state.misread for row in scoped),
        background=len(found) - len(every),
        aside=aside_of([articles[entry] for entry in within]),
        items=tuple(items),
        sheet=show.sheet,
    )


def alone(article: str) -> tuple[str, str] | None:
    """No story: where nothing is known of stories, every article is alone."""
    return None
