"""The worklist's view and its scope as a newsroom has set them up: with its standing rules, and with its stories."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sayso.desk.ledger_stories import one_story
from sayso.desk.worklist_rows import WorklistView
from sayso.desk.worklist_scope import WorklistScope
from sayso.desk.worklist_view import worklist_view
from sayso.errors import UsageError
from sayso.ledger import Snapshot
from sayso.registry import Registry
from sayso.settings import settings

if TYPE_CHECKING:
    from sayso.link.stories import Grouping


def newsroom_view(snapshot: Snapshot, registry: Registry) -> AbstractContextManager[WorklistView]:
    """The view of the ledger, in which new articles are checked against the newsroom's standing rules."""
    ours = settings()
    if ours.specs.folder.is_dir():
        from sayso.desk.standing_rules import for_worklist, newsroom_rules  # imported here: most have no rules

        if rules := newsroom_rules(ours.specs.folder).rules:
            broken = partial(for_worklist, rules, registry)
            return worklist_view(snapshot, ours.indexes, registry, broken=broken)
    return worklist_view(snapshot, ours.indexes, registry)


def of_story(scope: WorklistScope, told: Grouping | None) -> WorklistScope:
    """The scope with the articles of its story; UsageError where there is none."""
    if scope.story is None:
        return scope
    if told is None:
        raise UsageError(
            f"expected a story {scope.story!r}, found that no articles are linked yet; `sayso link` does it"
        )
    return replace(scope, articles=frozenset(one_story(told, scope.story).articles))
