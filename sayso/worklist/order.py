"""In which order items stand, and which of them are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import count
from typing import NamedTuple

SHEET = 10
"""Items on a sheet: the first ones of the list, under the same numbers."""
_NEVER = datetime.max.replace(tzinfo=UTC)


class Ranked(NamedTuple):
    """As much of an item as its order needs; `number` is that of the item, `seen` when its article was first seen."""

    number: int
    accusation: bool
    score: float
    seen: str
    until: datetime | None = None

    @property
    def rank(self) -> int:
        """1 for an accusation or exposure of somebody; 2 for anything else, which never stands above one."""
        return 1 if self.accusation else 2


def ordered(items: Iterable[Ranked], *, by_deadline: bool = False) -> list[Ranked]:
    """The items by rank and score; `by_deadline`: what is due first, then by rank and score what has no deadline."""
    best = sorted(items, key=lambda item: (item.rank, -item.score, item.seen, item.number))
    return sorted(best, key=lambda item: item.until or _NEVER) if by_deadline else best


def shown(items: Iterable[Ranked], limit: int) -> list[Ranked]:
    """Those of ordered items that are shown: every accusation and `limit` of the rest."""
    rest = count(1)
    return [item for item in items if item.rank == 1 or next(rest) <= limit]


def together(items: Iterable[Ranked], group: Callable[[Ranked], str]) -> list[Ranked]:
    """Ordered items, those of one group beside each other within a rank, in the place of its best."""
    numbers, place = count(), dict[tuple[int, str], int]()
    return sorted(items, key=lambda item: place.setdefault((item.rank, group(item)), next(numbers)))
