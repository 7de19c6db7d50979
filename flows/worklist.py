"""The worklist of the ledger that the settings name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flows.parallel_report import uncollected
from flows.workers.reading import registry
from sayso.desk.ledger_stories import as_they_are
from sayso.desk.newsroom_worklist import newsroom_view, of_story
from sayso.desk.opening import opened
from sayso.desk.worklist import Shown, alone, worklist
from sayso.desk.worklist_scope import WorklistScope
from sayso.desk.worklist_states import questions
from sayso.settings import settings
from sayso.worklist import Worklist

if TYPE_CHECKING:
    from sayso.ledger import Ledger, Snapshot


def keep(ledger: Ledger) -> None:
    """Read what new articles give to the list, so that nobody who asks for it has to wait."""
    with ledger.snapshot() as snapshot, newsroom_view(snapshot, registry()):
        pass


def listed(scope: WorklistScope, show: Shown) -> Worklist:
    """The list; what the ledger has gained since the last one is read for it first."""
    folder = settings().indexes
    with (
        uncollected(),
        opened(write=False) as ledger,
        ledger.snapshot() as snapshot,
        newsroom_view(snapshot, registry()) as view,
    ):
        told = as_they_are(snapshot, folder)
        return worklist(snapshot, view, of_story(scope, told), show, told.shared if told else alone)


def questions_of(snapshot: Snapshot, things: Iterable[str]) -> set[str]:
    """The questions that the list's items with these claims or statements (ids) ask."""
    with newsroom_view(snapshot, registry()) as view:
        return questions(view, things)
