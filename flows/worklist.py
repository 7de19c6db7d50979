"""The worklist of the ledger that the settings name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flows.parallel_report import uncollected
from flows.workers.reading import registry
from sayso.desk.opening import opened
from sayso.desk.stories import as_they_are, one_story
from sayso.desk.worklist import Shown, alone, worklist
from sayso.desk.worklist_scope import WorklistScope
from sayso.desk.worklist_view import worklist_view
from sayso.errors import UsageError
from sayso.settings import settings
from sayso.worklist import Worklist

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.link.stories import Grouping


def keep(ledger: Ledger) -> None:
    """Read what new articles give to the list, so that nobody who asks for it has to wait."""
    with ledger.snapshot() as snapshot, worklist_view(snapshot, settings().indexes, registry()):
        pass


def listed(scope: WorklistScope, show: Shown) -> Worklist:
    """The list; what the ledger has gained since the last one is read for it first."""
    folder = settings().indexes
    with (
        uncollected(),
        opened(write=False) as ledger,
        ledger.snapshot() as snapshot,
        worklist_view(snapshot, folder, registry()) as view,
    ):
        told = as_they_are(snapshot, folder)
        return worklist(snapshot, view, _of_story(scope, told), show, told.shared if told else alone)


def _of_story(scope: WorklistScope, told: Grouping | None) -> WorklistScope:
    """The scope with the articles of its story; UsageError where there is none."""
    if scope.story is None:
        return scope
    if told is None:
        raise UsageError(
            f"expected a story {scope.story!r}, found that no articles are linked yet; `sayso link` does it"
        )
    return replace(scope, articles=frozenset(one_story(told, scope.story).articles))
