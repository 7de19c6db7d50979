"""The items of a worklist: findings with what people decided on them, a sentence that is printed twice only once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sayso.desk.worklist_rows import ArticleRow, FindingRow, WorklistView
from sayso.desk.worklist_states import changed, states
from sayso.ledger import Snapshot
from sayso.present.item_state import ItemState
from sayso.present.safe import plain, plain_if_any
from sayso.worklist import Finding, Item, ItemArticle, ItemStory, Kind, Raised, Ranked

CHANGED = 4.0
"""By how much more likely an editor acts on what has changed since it was cleared."""
LEAST_WORDS = 6
"""A sentence of fewer words that stands in two articles is not the same item."""


class Row(NamedTuple):
    """A finding with its article, its state, and other articles that print the same sentence."""

    finding: FindingRow
    article: ArticleRow
    state: ItemState
    also: tuple[ArticleRow, ...] = ()

    def overdue(self, now: datetime) -> bool:
        """Whether its deadline has passed."""
        return is_overdue(self.state, now)


def rows_of(snapshot: Snapshot, view: WorklistView, articles: dict[int, ArticleRow]) -> list[Row]:
    """Every finding of these articles (by entry), in the order of the ledger."""
    found = [row for row in view.findings() if row.entry in articles]
    return [Row(one, articles[one.entry], state) for one, state in zip(found, states(snapshot, found), strict=True)]


def folded_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows, a sentence that several articles print once."""
    return [folded([rows[at] for at in group]) for group in grouped(rows)]


def grouped(rows: Iterable[Row]) -> list[list[int]]:
    """The numbers of the rows that print the same sentence, in the order in which each was seen first."""
    found: dict[object, list[int]] = {}
    for number, row in enumerate(rows):
        long = row.finding.words.count(" ") >= LEAST_WORDS - 1
        key = (row.finding.words, row.finding.kinds) if long else (row.finding.entry, row.finding.place)
        found.setdefault(key, []).append(number)
    return list(found.values())


def folded(rows: Sequence[Row]) -> Row:
    """Rows of the same sentence as one: where it was seen first, settled where one of them is."""
    first, *more = rows
    for row in more:
        state = row.state if row.state.settled else first.state
        first = first._replace(also=(*first.also, row.article), state=state)
    return first


def ranked(number: int, row: Row) -> Ranked:
    """As much of a row as its order needs."""
    score = row.finding.score * (CHANGED if changed(row.state) else 1)
    return Ranked(number, row.finding.kinds.startswith("accusation"), score, row.article.recorded, row.state.until)


def is_overdue(state: ItemState, now: datetime) -> bool:
    """Whether its deadline has passed."""
    return state.until is not None and state.until < now and not state.settled


def item_of(row: Row, finding: Finding, story: tuple[str, str] | None, now: datetime) -> Item:
    """The item of a row, with its whole finding."""
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
        overdue=is_overdue(state, now),
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
