"""How far the work on something has come: a fold of the decisions on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from schemas import Decision, Outcome, undone_of

State = Literal["open", "queried", "answered", "with-lawyer", "closed", "reopened"]

_TAKEN_AS: dict[str, State] = {
    "query": "queried",
    "answer": "answered",
    "refer": "with-lawyer",
    "close": "closed",
    "accept": "closed",
    "confirm": "closed",
    "reopen": "reopened",
    "reject": "open",
}


@dataclass(frozen=True)
class ItemState:
    """Where something stands; `last` is the decision that brought it there, None while nobody decided anything.

    `outcome`: what came of it, where it was closed with one. `misread`: a person said that the machine is wrong; that
    is apart from the state. `asked`, `until`: who was queried, or is looking at it, and until when. `assignee`: who has
    it. `notes`: what people noted, oldest first.
    """

    state: State = "open"
    outcome: Outcome | None = None
    misread: bool = False
    asked: str | None = None
    until: datetime | None = None
    assignee: str | None = None
    notes: tuple[Decision, ...] = ()
    last: Decision | None = None

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do on it."""
        return is_settled(self.state, misread=self.misread)


def is_settled(state: State, *, misread: bool) -> bool:
    """Whether nothing is left to do on something in this state: it is closed, or the machine misread it."""
    return state == "closed" or misread


def without_undone(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions, oldest first, that were not taken back; an undo that is itself undone takes back nothing."""
    made = list(decisions)
    undone = undone_of((decision.id, decision.undoes) for decision in made if decision.judgement == "undo")
    return [decision for decision in made if decision.judgement != "undo" and decision.id not in undone]


def item_state(decisions: Iterable[Decision], version: str, point: str | None = None) -> ItemState:
    """The state of a thing whose digest is `version` now, from the decisions on it, oldest first.

    What was closed of another version is open again. With `point` those on that question count,
    and those on all.
    """
    state = ItemState()
    for decision in without_undone(decisions):
        if decision.point in (None, point):
            state = _after(state, decision, decision.version == version)
    return state


def _after(before: ItemState, decision: Decision, same: bool) -> ItemState:
    match decision.judgement:
        case "assign":
            return replace(before, assignee=decision.to)
        case "note":
            return replace(before, notes=(*before.notes, decision))
        case "misread":
            return replace(before, misread=same, last=decision)
        case judgement if judgement in _TAKEN_AS:
            to = _TAKEN_AS[judgement] if same or judgement in ("reopen", "reject") else "reopened"
            return replace(
                before,
                state=to,
                outcome=decision.outcome if to == "closed" else None,
                misread=before.misread and judgement != "reopen",
                asked=decision.to,
                until=decision.until,
                last=decision,
            )
    return before
