"""In which order items stand, and which of them are shown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sayso.worklist import Ranked, ordered, shown, together

MONDAY, TUESDAY = datetime(2026, 11, 30, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)


def ranked(number: int, *, accusation: bool = False, score: float = 1.0, until: datetime | None = None) -> Ranked:
    return Ranked(number, accusation, score, f"2026-11-{number:02}", until)


ORDERS = {
    "the higher score first": ([ranked(1), ranked(2, score=2)], [2, 1]),
    "an accusation above anything else": ([ranked(1, score=99), ranked(2, accusation=True)], [2, 1]),
    "the one that was seen first of two alike": ([ranked(2), ranked(1)], [1, 2]),
    "nothing of nothing": ([], []),
}


@pytest.mark.parametrize(("items", "expected"), ORDERS.values(), ids=ORDERS)
def test_order(items: list[Ranked], expected: list[int]) -> None:
    assert [one.number for one in ordered(items)] == expected


def test_by_deadline_what_is_due_first_comes_first_and_then_what_has_none() -> None:
    items = [ranked(1, accusation=True), ranked(2, until=TUESDAY), ranked(3, until=MONDAY), ranked(4, score=5)]
    assert [one.number for one in ordered(items, by_deadline=True)] == [3, 2, 1, 4]


def test_accusations_are_never_left_out() -> None:
    items = ordered([ranked(number, accusation=number % 2 == 1) for number in range(1, 9)])
    assert [one.number for one in shown(items, 1)] == [1, 3, 5, 7, 2]
    assert [one.number for one in shown(items, 0)] == [1, 3, 5, 7]


def test_those_of_one_story_stand_together_within_their_rank() -> None:
    items = ordered([ranked(1, accusation=True), ranked(2, score=4), ranked(3, score=3), ranked(4, score=2)])
    story = {1: "a", 2: "a", 3: "b", 4: "a"}
    assert [one.number for one in together(items, lambda one: story[one.number])] == [1, 2, 4, 3]
