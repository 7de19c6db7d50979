"""Where something stands follows from the decisions on it, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from factories import NOON

from sayso.present.item_state import ItemState, item_state, without_undone
from schemas import Decision


def decided(*steps: dict[str, Any]) -> list[Decision]:
    """Decisions on one thing, of version "v" where a step says nothing else, an hour apart, named 0, 1, 2, ..."""
    return [
        Decision(**{"id": str(n), "about": "t", "version": "v", "by": "Ana Lind", "why": "x", **step},
                 at=NOON + timedelta(hours=n))
        for n, step in enumerate(steps)
    ]  # fmt: skip


QUERY = {"judgement": "query", "to": "the press office", "until": NOON}
CLOSE = {"judgement": "close", "outcome": "held-on-file"}

STATES: dict[str, tuple[Sequence[dict[str, Any]], dict[str, Any]]] = {
    "nothing": ([], {"state": "open"}),
    "asked": ([QUERY], {"state": "queried", "asked": "the press office", "until": NOON}),
    "answered": ([QUERY, {"judgement": "answer"}], {"state": "answered", "asked": None}),
    "with the lawyer": ([{"judgement": "refer", "to": "Mo Oduya"}], {"state": "with-lawyer", "asked": "Mo Oduya"}),
    "closed": ([QUERY, CLOSE], {"state": "closed", "outcome": "held-on-file", "settled": True}),
    "closed as before": ([{"judgement": "accept"}], {"state": "closed", "outcome": None, "settled": True}),
    "closed, then taken back": ([QUERY, CLOSE, {"judgement": "undo", "undoes": "1"}], {"state": "queried"}),
    "the taking back taken back": (
        [CLOSE, {"judgement": "undo", "undoes": "0"}, {"judgement": "undo", "undoes": "1"}],
        {"state": "closed"},
    ),
    "closed of other words": ([{**CLOSE, "version": "w"}], {"state": "reopened", "outcome": None, "settled": False}),
    "reopened": ([CLOSE, {"judgement": "reopen"}], {"state": "reopened", "settled": False}),
    "misread": ([{"judgement": "misread"}], {"state": "open", "misread": True, "settled": True}),
    "misread, then reopened": ([{"judgement": "misread"}, {"judgement": "reopen"}], {"misread": False}),
    "assigned, then nobody's": (
        [{"judgement": "assign", "to": "Bo"}, {"judgement": "assign"}],
        {"assignee": None, "state": "open"},
    ),
    "assigned while asked": ([QUERY, {"judgement": "assign", "to": "Bo"}], {"assignee": "Bo", "state": "queried"}),
    "another question": ([{**CLOSE, "point": "reply"}], {"state": "open"}),
}


@pytest.mark.parametrize("name", STATES)
def test_a_state_is_a_fold_of_the_decisions(name: str) -> None:
    steps, expected = STATES[name]
    state = item_state(decided(*steps), "v")
    assert {key: getattr(state, key) for key in expected} == expected


def test_a_question_of_its_own_is_settled_by_its_own_decisions_and_those_on_the_whole() -> None:
    made = decided({**CLOSE, "point": "reply"})
    assert item_state(made, "v", "reply").settled
    assert not item_state(made, "v", "source").settled
    assert item_state(decided(CLOSE), "v", "source").settled


def test_notes_are_kept_in_order_and_change_no_state() -> None:
    state = item_state(decided({"judgement": "note", "why": "a"}, CLOSE, {"judgement": "note", "why": "b"}), "v")
    assert [note.why for note in state.notes] == ["a", "b"]
    assert state.settled


def test_without_decisions_nothing_is_known() -> None:
    assert item_state([], "v") == ItemState()
    assert without_undone([]) == []
