"""The worklist of a ledger, kept in memory between two questions: pages ask often, and little changes in between.

What a ledger gained is taken in when somebody asks. Decisions on sentences change only the states of some items; after
anything else (articles, links, corrections) all rows are read again from the view beside the indexes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import Lock

import orjson

from sayso.desk.misread_sentences import misread_besides
from sayso.desk.worklist_items import Row, folded_rows, ranked, rows_of
from sayso.desk.worklist_rows import FindingRow, WorklistView
from sayso.desk.worklist_scope import WorklistScope
from sayso.desk.worklist_states import question, states
from sayso.ledger import Snapshot
from sayso.registry import Registry
from sayso.worklist import Finding, ordered

Opened = Callable[[Snapshot, Registry], AbstractContextManager[WorklistView]]
"""Opens the view, up to date with a snapshot."""
REMEMBERED = 32
"""Questions whose answers are remembered until something is decided."""


@dataclass(frozen=True, eq=False)
class KeptRows:
    """Every item as of entry `as_of`, what comes first first; `by_claim`: the numbers of the rows of each claim.

    Confirmed conflicts, which are links, are those of the claim "". `others`: the findings of the rows that the view
    does not have, of sentences that people called misread.
    """

    as_of: int
    registry: str
    rows: tuple[Row, ...]
    by_claim: dict[str, list[int]]
    others: dict[FindingRow, Finding]
    _asked: dict[WorklistScope, tuple[int, ...]] = field(default_factory=dict)

    def within(self, scope: WorklistScope, *, by_deadline: bool = False) -> tuple[int, ...]:
        """The numbers of the rows that are asked for, in order; UsageError for an outlet that no article is of."""
        found = self._asked.get(scope)
        if found is None:
            articles = {row.article.entry: row.article for row in self.rows}
            scope.check_outlet(articles.values())
            taken = {entry for entry, article in articles.items() if scope.takes_article(article)}
            found = tuple(number for number, row in enumerate(self.rows) if _takes(scope, row, taken))
            if len(self._asked) >= REMEMBERED:
                self._asked.clear()
            self._asked[scope] = found
        return tuple(self._due_first(found)) if by_deadline else found

    def questions(self, things: Iterable[str]) -> set[str]:
        """The questions that the items with these claims (ids) ask."""
        return {question(self.rows[at].finding) for thing in things for at in self.by_claim.get(thing, ())}

    def _due_first(self, numbers: Collection[int]) -> list[int]:
        return [one.number for one in ordered((ranked(at, self.rows[at]) for at in numbers), by_deadline=True)]


def _takes(scope: WorklistScope, row: Row, articles: Collection[int]) -> bool:
    return (
        row.article.entry in articles
        and scope.takes_state(row.state)
        and scope.takes(row.finding, row.state)
        and not scope.is_background(row.finding)
    )


class KeptWorklist:
    """Keeps the rows; any number of threads may ask."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._lock = Lock()
        self._every: list[Row] = []
        self._kept: KeptRows | None = None

    def at(self, snapshot: Snapshot, registry: Registry) -> KeptRows:
        """The rows as of this snapshot, or of a later one that another thread has asked for."""
        with self._lock:
            kept = self._kept
            if kept and kept.as_of >= snapshot.as_of and kept.registry == registry.digest:
                return kept
            if kept is None or kept.registry != registry.digest or _gained(snapshot, kept.as_of):
                self._every = self._read(snapshot, registry)
            else:
                self._decide(snapshot, kept.as_of)
            self._kept = _kept(snapshot, registry, self._every)
            return self._kept

    def _read(self, snapshot: Snapshot, registry: Registry) -> list[Row]:
        with self._opened(snapshot, registry) as view:
            counting = {*snapshot.adopted()}
            return rows_of(snapshot, view, {row.entry: row for row in view.articles() if row.entry in counting})

    def _decide(self, snapshot: Snapshot, since: int) -> None:
        """Take the decisions after entry `since` into account."""
        things = snapshot.decided(since=since)
        touched = [at for at, row in enumerate(self._every) if any(thing in row.finding.claims for thing in things)]
        found = states(snapshot, [self._every[at].finding for at in touched])
        for at, state in zip(touched, found, strict=True):
            self._every[at] = self._every[at]._replace(state=state)


def _gained(snapshot: Snapshot, since: int) -> bool:
    """Whether more than states changed after entry `since`: articles, links, chains, or which reading counts."""
    newest = max(snapshot.last("extraction"), snapshot.last("links"))
    return newest > since or bool(snapshot.adoptions(since)) or bool(snapshot.touched_claims(since))


def _kept(snapshot: Snapshot, registry: Registry, every: list[Row]) -> KeptRows:
    articles = {row.article.entry: row.article for row in every}
    besides = misread_besides(snapshot, (row.finding for row in every if row.state.misread))
    others = [Row(one.row, articles[one.row.entry], one.state) for one in besides if one.row.entry in articles]
    rows = folded_rows([*every, *others])
    order = ordered(ranked(number, row) for number, row in enumerate(rows))
    placed = tuple(rows[one.number] for one in order)
    by_claim: dict[str, list[int]] = {}
    for number, row in enumerate(placed):
        for claim in orjson.loads(row.finding.claims) or [[""]]:
            by_claim.setdefault(claim[0], []).append(number)
    return KeptRows(snapshot.as_of, registry.digest, placed, by_claim, {one.row: one.finding for one in besides})
