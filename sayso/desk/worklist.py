"""The worklist of a ledger: what its articles give, with what people decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from sayso.desk.misread_sentences import misread_besides
from sayso.desk.worklist_rows import ArticleRow, FindingRow, WorklistView, aside_of
from sayso.desk.worklist_scope import WorklistScope
from sayso.desk.worklist_states import changed, states
from sayso.ledger import Snapshot
from sayso.present.item_state import ItemState
from sayso.present.safe import plain, plain_if_any
from sayso.worklist import (
    SHEET,
    Finding,
    Item,
    ItemArticle,
    ItemStory,
    Kind,
    Raised,
    Ranked,
    Worklist,
    ordered,
    shown,
    together,
)

CHANGED = 4.0
"""By how much more likely an editor acts on what has changed since it was cleared."""
LEAST_WORDS = 6
"""A sentence of fewer words that stands in two articles is not the same item."""

Told = Callable[[str], tuple[str, str] | None]
"""The story (id and headline) that an article (its id) tells with others; None for an article that is alone."""


class Row(NamedTuple):
    """A finding with its article, its state, and other articles that print the same sentence."""

    finding: FindingRow
    article: ArticleRow
    state: ItemState
    also: tuple[ArticleRow, ...] = ()


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
    rows = _rows(snapshot, view, articles)  # 1
    besides = misread_besides(snapshot, (row.finding for row in rows if row.state.misread))
    rows += [Row(one.row, articles[one.row.entry], one.state) for one in besides if one.row.entry in articles]
    found = _folded(rows)
    every = [row for row in found if not scope.is_background(row.finding)]
    within = {entry for entry, row in articles.items() if scope.takes_article(row)}
    scoped = [row for row in every if row.article.entry in within and scope.takes(row.finding, row.state)]  # 2
    asked = [row for row in scoped if scope.takes_state(row.state)]
    ranked = ordered((_ranked(number, row) for number, row in enumerate(asked)), by_deadline=show.by_deadline)
    kept = shown(ranked, show.limit)  # 3
    stories = {one.number: told(asked[one.number].article.article) for one in kept}
    if not show.by_deadline:
        kept = together(kept, lambda one: (stories[one.number] or (asked[one.number].article.article, ""))[0])  # 4
    kept = kept[:SHEET] if show.sheet else kept  # 5
    rows = [asked[one.number] for one in kept]
    others = {one.row: one.finding for one in besides}
    whole = [others.get(row.finding) or next(view.whole([row.finding])) for row in rows]
    items = (_item(row, made, stories[one.number], now) for one, row, made in zip(kept, rows, whole, strict=True))
    return Worklist(
        made=now,
        scope=tuple(map(plain, scope.in_words)),
        articles=len(within),
        open=sum(not row.state.settled for row in every),
        matching=len(asked),
        accusations=sum(one.accusation for one in ranked),
        overdue=sum(_overdue(row.state, now) for row in asked),
        left_out=len(asked) - len(rows),
        closed=sum(row.state.settled and not row.state.misread for row in scoped),
        misread=sum(row.state.misread for row in scoped),
        background=len(found) - len(every),
        aside=aside_of([articles[entry] for entry in within]),
        items=tuple(items),
        sheet=show.sheet,
    )


def _rows(snapshot: Snapshot, view: WorklistView, articles: dict[int, ArticleRow]) -> list[Row]:
    found = [row for row in view.findings() if row.entry in articles]
    return [Row(one, articles[one.entry], state) for one, state in zip(found, states(snapshot, found), strict=True)]


def _folded(rows: Iterable[Row]) -> list[Row]:
    """The rows, a sentence that several articles print once: where it was seen first, settled where one of them is."""
    found: dict[object, Row] = {}
    for row in rows:
        long = row.finding.words.count(" ") >= LEAST_WORDS - 1
        key = (row.finding.words, row.finding.kinds) if long else (row.finding.entry, row.finding.place)
        if (first := found.setdefault(key, row)) is not row:
            state = row.state if row.state.settled else first.state
            found[key] = first._replace(also=(*first.also, row.article), state=state)
    return list(found.values())


def _ranked(number: int, row: Row) -> Ranked:
    score = row.finding.score * (CHANGED if changed(row.state) else 1)
    return Ranked(number, row.finding.kinds.startswith("accusation"), score, row.article.recorded, row.state.until)


def _overdue(state: ItemState, now: datetime) -> bool:
    return state.until is not None and state.until < now and not state.settled


def _item(row: Row, finding: Finding, story: tuple[str, str] | None, now: datetime) -> Item:
    state = row.state
    return Item(
        finding=_with_change(finding, state) if changed(state) else finding,
        article=_article(row.article),
        first_seen=datetime.fromisoformat(row.article.recorded),
        state=state.state,
        misread=state.misread,
        outcome=state.outcome,
        asked=plain_if_any(state.asked),
        until=state.until,
        overdue=_overdue(state, now),
        assignee=plain_if_any(state.assignee),
        notes=tuple(plain(f"{note.by}: {note.why}") for note in state.notes),
        changed=changed(state),
        also=tuple(map(_article, row.also)),
        story=ItemStory(id=story[0], title=plain(story[1])) if story else None,
    )


def _with_change(finding: Finding, state: ItemState) -> Finding:
    """The finding with the reason that it was cleared in other words."""
    last = state.last
    who = f" by {last.by}" if last else ""
    first = tuple(kind for kind in finding.kinds if kind in ("accusation", "headline"))
    kinds: tuple[Kind, ...] = (*first, "changed", *finding.kinds[len(first) :])
    why = Raised(signal="changed_since_cleared", why=plain(f"It reads otherwise than when it was cleared{who}."))
    return finding.model_copy(update={"kinds": kinds, "raised": (why, *finding.raised)})


def _article(row: ArticleRow) -> ItemArticle:
    return ItemArticle(
        article=row.article,
        title=plain_if_any(row.title),
        outlet=plain_if_any(row.outlet),
        published=row.published,
        url=plain_if_any(row.url),
        file=plain(row.file),
    )


def alone(article: str) -> tuple[str, str] | None:
    """No story: where nothing is known of stories, every article is alone."""
    return None
