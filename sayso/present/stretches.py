"""Overlapping ranges of a text as a sequence of stretches that do not overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def stretches(ranges: Iterable[tuple[int, int, T]]) -> Iterator[tuple[int, int, tuple[T, ...]]]:
    """Each stretch between two ends of `ranges` (start, end, value; half-open), with the values of all ranges over it.

    In text order, values in the order of `ranges`; stretches without a value are left out. Takes time in proportion to
    what it yields.
    """
    begins, ends = defaultdict(list), defaultdict(list)
    for index, (start, end, value) in enumerate(ranges):
        begins[start].append((index, value))
        ends[end].append(index)
    active: dict[int, T] = {}
    before = 0
    for place in sorted(begins.keys() | ends.keys()):
        if active:
            yield before, place, tuple(active[index] for index in sorted(active))
        for index in ends[place]:
            del active[index]
        active.update(begins[place])
        before = place
