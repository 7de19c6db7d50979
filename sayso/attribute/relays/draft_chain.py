"""The chain of one draft: its hops, and how each was found."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from sayso.attribute.draft import Places
from sayso.attribute.media import MEDIA
from sayso.language.english import OUTLETS
from schemas import Hop


class FoundBy(StrEnum):
    """How a hop was found, from the surest to the least sure."""

    SPAN = "span"
    """The tagger marked its name as this report's source."""
    GRAMMAR = "grammar"
    """The reporting clause names it: "told R", "R, citing S", "documents released by R"."""
    NESTED = "nested"
    """It is a hop of an outer report, whose content contains this report."""
    CARRIED = "carried"
    """An earlier sentence names it."""


_ORDER = {by: number for number, by in enumerate(FoundBy)}


class FoundHop(NamedTuple):
    """A hop, and how it was found."""

    hop: Hop
    by: FoundBy

    def at_best(self, by: FoundBy) -> FoundHop:
        """The hop, marked as found by `by` or by the less sure way it already has."""
        return self._replace(by=max(self.by, by, key=_ORDER.__getitem__))


class DraftChain(NamedTuple):
    """Who answers for the content of a draft.

    `hops`: the origin, then the relays, without the publisher; empty if no source is named. `carriers`: the places
    outside of the draft's source and cue where relays are named.
    """

    hops: tuple[FoundHop, ...] = ()
    carriers: Places = ()


def distinct(hops: Sequence[FoundHop]) -> list[FoundHop]:
    """The hops without repeats, in their order."""
    out: list[FoundHop] = []
    for found in hops:
        if not any(same(found.hop, other.hop) for other in out):
            out.append(found)
    return out


def same(a: Hop, b: Hop) -> bool:
    """Whether two hops are one source: the same words, or the same name, before which a noun may stand."""
    if (a.mention and a.mention.range) == (b.mention and b.mention.range):
        return True
    if a.name is None or b.name is None or a.anonymous or b.anonymous:
        return False
    return a.name == b.name or (a.kind in MEDIA and b.kind in MEDIA and _behind_noun(a.name, b.name))


def _behind_noun(a: str, b: str) -> bool:
    """Whether of two names of outlets one has a noun before it: "the daily Kontor"."""
    longer, shorter = sorted((a, b), key=len, reverse=True)
    lead = longer.removesuffix(f" {shorter}")
    return lead != longer and lead.split()[-1].lower() in OUTLETS.nouns
