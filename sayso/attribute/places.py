"""Places in an article's text: half-open ranges of its characters."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

Range = tuple[int, int]


def overlap(a: Range, b: Range) -> int:
    """The number of characters that two places share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def meets(place: Range, others: Iterable[Range]) -> bool:
    """Whether a place shares a character with any of the others."""
    return any(overlap(place, other) for other in others)


def inside(inner: Range, outer: Iterable[Range]) -> bool:
    """Whether more than half of a place lies within one of the others."""
    return any(2 * overlap(inner, place) > inner[1] - inner[0] for place in outer)


def without(place: Range, others: Iterable[Range]) -> list[Range]:
    """What is left of a place without the others, in text order."""
    left, at = [], place[0]
    for start, end in sorted(others):
        if at < min(start, place[1]):
            left.append((at, min(start, place[1])))
        at = max(at, end)
    return [*left, (at, place[1])] if at < place[1] else left


def apart(outer: Range, *parts: Range) -> bool:
    """Whether parts lie within a place, are not empty, and do not overlap."""
    fit = all(start < end and outer[0] <= start and end <= outer[1] for start, end in parts)
    return fit and not any(overlap(a, b) for a, b in combinations(parts, 2))
