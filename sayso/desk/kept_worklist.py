"""The worklist of a ledger, kept in memory between two questions: pages ask often, and little changes in between.

What a ledger gained is taken in when somebody asks. Decisions on sentences change only the states of some items; after
anything else (articles, links, corrections) all rows are read again from the view beside the indexes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from threading import Lock

import orjson

from sayso.desk.counting_sources import SourcedArticle, sourced_articles
from sayso.desk.kept_rows import KeptRows
from sayso.desk.misread_sentences import Misread, misread_besides
from sayso.desk.worklist_items import Row, folded, grouped, ranked, rows_of
from sayso.desk.worklist_rows import WorklistView
from sayso.desk.worklist_states import changed, states
from sayso.ledger import Snapshot
from sayso.registry import Registry
from sayso.worklist import ordered

Opened = Callable[[Snapshot, Registry], AbstractContextManager[WorklistView]]
"""Opens the view, up to date with a snapshot."""


class KeptWorklist:
    """Keeps the rows; any number of threads may ask."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._lock = Lock()
        self._every: list[Row] = []
        self._sourcing: tuple[SourcedArticle, ...] = ()
        self._besides: list[Misread] = []
        self._groups: list[list[Row | int]] = []
        self._place_of: list[int] = []
        self._rows_with: dict[str, list[int]] = {}
        self._kept: KeptRows | None = None

    def at(self, snapshot: Snapshot, registry: Registry) -> KeptRows:
        """The rows as of this snapshot, or of a later one that another thread has asked for."""
        with self._lock:
            kept = self._kept
            if kept and kept.as_of >= snapshot.as_of and kept.registry == registry.digest:
                return kept
            if kept is None or kept.registry != registry.digest or _gained(snapshot, kept.as_of):
                self._every = self._read(snapshot, registry)
                self._rows_with = _rows_with(self._every)
                self._kept = self._placed(snapshot, registry, self._misread(snapshot))
            else:
                self._kept = self._decided(snapshot, registry, kept)
            return self._kept

    def _read(self, snapshot: Snapshot, registry: Registry) -> list[Row]:
        with self._opened(snapshot, registry) as view:
            counting = {*snapshot.adopted()}
            articles = {row.entry: row for row in view.articles() if row.entry in counting}
            self._sourcing = sourced_articles(articles, view.sourcing())
            return rows_of(snapshot, view, articles)

    def _misread(self, snapshot: Snapshot) -> list[Misread]:
        return misread_besides(snapshot, (row.finding for row in self._every if row.state.misread))

    def _decided(self, snapshot: Snapshot, registry: Registry, kept: KeptRows) -> KeptRows:
        """The decisions since `kept` taken into account: all is placed again only where one may stand elsewhere."""
        things = snapshot.decided(since=kept.as_of)
        touched = sorted({at for thing in things for at in self._rows_with.get(thing, ())})
        for at, state in zip(touched, states(snapshot, [self._every[at].finding for at in touched]), strict=True):
            self._every[at] = self._every[at]._replace(state=state)
        besides = self._misread(snapshot)
        changes = {place: self._folded(place) for place in {self._place_of[at] for at in touched}}
        moved = any(changed(row.state) != changed(kept.rows[place].state) for place, row in changes.items())
        if moved or besides != self._besides:
            return self._placed(snapshot, registry, besides)
        return kept.decided(snapshot.as_of, changes)

    def _folded(self, place: int) -> Row:
        return folded([self._every[one] if isinstance(one, int) else one for one in self._groups[place]])

    def _placed(self, snapshot: Snapshot, registry: Registry, besides: list[Misread]) -> KeptRows:
        """Every row in its place: a sentence once, what comes first first."""
        articles = {row.article.entry: row.article for row in self._every}
        others = [Row(one.row, articles[one.row.entry], one.state) for one in besides if one.row.entry in articles]
        rows, known = [*self._every, *others], len(self._every)
        groups = grouped(rows)
        made = [folded([rows[at] for at in group]) for group in groups]
        order = [one.number for one in ordered(ranked(number, row) for number, row in enumerate(made))]
        self._besides = besides
        self._groups = [[at if at < known else rows[at] for at in groups[number]] for number in order]
        self._place_of = [0] * len(rows)
        for place, number in enumerate(order):
            for at in groups[number]:
                self._place_of[at] = place
        placed = tuple(made[number] for number in order)
        findings = {one.row: one.finding for one in besides}
        return KeptRows(snapshot.as_of, registry.digest, placed, _by_claim(placed), findings, self._sourcing)


def _rows_with(rows: Sequence[Row]) -> dict[str, list[int]]:
    """By each claim and each statement (ids) the places of the rows that have it."""
    found: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for thing in {thing for claim in orjson.loads(row.finding.claims) for thing in (claim[0], claim[2])}:
            found.setdefault(thing, []).append(at)
    return found


def _by_claim(rows: Sequence[Row]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for claim in orjson.loads(row.finding.claims) or [[""]]:
            found.setdefault(claim[0], []).append(number)
    return found


def _gained(snapshot: Snapshot, since: int) -> bool:
    """Whether more than states changed after entry `since`: articles, links, chains, or which reading counts."""
    newest = max(snapshot.last("extraction"), snapshot.last("links"))
    return newest > since or bool(snapshot.adoptions(since)) or bool(snapshot.touched_claims(since))
