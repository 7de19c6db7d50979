"""The chain of one draft, as far as the article's words tell: hops, and how each was found."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from sayso.attribute.draft import Places
from schemas import Hop


class FoundBy(StrEnum):
    """How a hop was found, from the surest to the least sure."""

    SPAN = "span"
    """The tagger marked the words that name it as this report's source."""
    GRAMMAR = "grammar"
    """The clause of the report names it: "told R", "R, citing S", "documents released by R"."""
    NESTED = "nested"
    """It stands outside: the report is a part of what this one reports."""
    CARRIED = "carried"
    """An earlier sentence names it."""


_ORDER = {by: number for number, by in enumerate(FoundBy)}


class FoundHop(NamedTuple):
    """A hop, and how it was found."""

    hop: Hop
    by: FoundBy

    def at_best(self, by: FoundBy) -> FoundHop:
        """The hop, found no more surely than `by`."""
        return self._replace(by=max(self.by, by, key=_ORDER.__getitem__))


class DraftChain(NamedTuple):
    """Who answers for the content of a draft.

    `hops`: origin first, then whoever carried it, the publisher left out; empty where no source is named. `carriers`:
    where relays are named outside of the draft's source and cue.
    """

    hops: tuple[FoundHop, ...] = ()
    carriers: Places = ()


def distinct(hops: Sequence[FoundHop]) -> list[FoundHop]:
    """Hops without one that is the same as a hop before it."""
    out: list[FoundHop] = []
    for one in hops:
        if not any(same(one.hop, other.hop) for other in out):
            out.append(one)
    return out


def same(a: Hop, b: Hop) -> bool:
    """Whether two hops are one source: the same words, or the same name."""
    if (a.mention and a.mention.range) == (b.mention and b.mention.range):
        return True
    return a.name is not None and a.name == b.name and not (a.anonymous or b.anonymous)
