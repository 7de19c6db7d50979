"""The worklist of the ledger that the settings name."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from flows.parallel_report import uncollected
from flows.workers.reading import registry
from sayso.desk.ledger_stories import as_they_are, one_story
from sayso.desk.opening import opened
from sayso.desk.worklist import Shown, alone, worklist
from sayso.desk.worklist_rows import WorklistView
from sayso.desk.worklist_scope import WorklistScope
from sayso.desk.worklist_states import questions
from sayso.desk.worklist_view import worklist_view
from sayso.errors import UsageError
from sayso.settings import settings
from sayso.worklist import Worklist

if TYPE_CHECKING:
    from sayso.ledger import Ledger, Snapshot
    from sayso.link.stories import Grouping


def keep(ledger: Ledger) -> None:
    """Read what new articles give to the list, so that nobody who asks for it has to wait."""
    with ledger.snapshot() as snapshot, _view(snapshot):
        pass


def listed(scope: WorklistScope, show: Shown) -> Worklist:
    """The list; what the ledger has gained since the last one is read for it first."""
    folder = settings().indexes
    with (
        uncollected(),
        opened(write=False) as ledger,
        ledger.snapshot() as snapshot,
        _view(snapshot) as view,
    ):
        told = as_they_are(snapshot, folder)
        return worklist(snapshot, view, _of_story(scope, told), show, told.shared if told else alone)


def questions_of(snapshot: Snapshot, things: Iterable[str]) -> set[str]:
    """The questions that the list's items with these claims or statements (ids) ask."""
    with _view(snapshot) as view:
        return questions(view, things)


def _view(snapshot: Snapshot) -> AbstractContextManager[WorklistView]:
    """The view of the ledger, in which new articles are checked against the newsroom's standing rules."""
    ours = settings()
    if ours.specs.folder.is_dir():
        from sayso.desk.standing_rules import for_worklist, newsroom_rules  # imported here: most have no rules

        if rules := newsroom_rules(ours.specs.folder).rules:
            broken = partial(for_worklist, rules, registry())
            return worklist_view(snapshot, ours.indexes, registry(), broken=broken)
    return worklist_view(snapshot, ours.indexes, registry())


def _of_story(scope: WorklistScope, told: Grouping | None) -> WorklistScope:
    """The scope with the articles of its story; UsageError where there is none."""
    if scope.story is None:
        return scope
    if told is None:
        raise UsageError(
            f"expected a story {scope.story!r}, found that no articles are linked yet; `sayso link` does it"
        )
    return replace(scope, articles=frozenset(one_story(told, scope.story).articles))
