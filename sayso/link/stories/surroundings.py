"""`Surroundings`: which articles have to be looked at together to tell their stories apart."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.link.stories.bonds import Ruling
from sayso.link.stories.likeness import BAR
from sayso.link.stories.story_index import StoryIndex

MOST = 256
"""Articles that are grouped together at a time, copies counted once.

Where more hang together, only pairs that are more alike count.
"""

STEP = 20
"""By how many thousandths more."""

COPIES = 900
"""Thousandths of likeness from which two articles are as good as copies of each other."""


class Surroundings:
    """Rows of an index, each with all that it leads to over alike pairs, and over what may bind articles together."""

    def __init__(self, index: StoryIndex, rulings: Iterable[Ruling]) -> None:
        self._index = index
        self._joined: dict[str, list[str]] = {}
        for a, b, together in rulings:
            if together:
                self._joined.setdefault(a, []).append(b)
                self._joined.setdefault(b, []).append(a)

    def of(self, row: int) -> list[int]:
        """All rows that might be of one story with this one, in the order of their articles' ids."""
        bar = round(1000 * BAR)
        while (found := self._reached(row, bar)) is None:
            bar += STEP
        return sorted(found, key=lambda one: self._index.facts(one).id)

    def _reached(self, row: int, bar: int) -> set[int] | None:
        """The rows that `row` leads to; None if that are more than `MOST`, not counting what is bound together."""
        found: set[int] = set()
        waiting, count = [row], 0
        while waiting:
            at = waiting.pop()
            if at not in found:
                count += 1
                if count > MOST and bar < COPIES:
                    return None
                unit = self._unit(at)
                found |= unit
                waiting += [other for one in unit for other in self._index.near(one, bar)]
        return found

    def _unit(self, row: int) -> set[int]:
        """What may be bound to a row: copies, versions, what has the same supplied story, and what people joined."""
        found, waiting = {row}, [row]
        used: set[tuple[str, str]] = set()
        while waiting:
            at = waiting.pop()
            kin = [key for key in self._index.kin(at) if key not in used]
            used.update(kin)
            bound = [other for key in kin for other in self._index.bound(key)]
            new = {*self._index.near(at, COPIES), *self._joined_to(at), *bound} - found
            found |= new
            waiting += new
        return found

    def _joined_to(self, row: int) -> list[int]:
        others = self._joined.get(self._index.facts(row).id, ())
        return [place for other in others if (place := self._index.row(other)) is not None]
