"""How often an outlet's retellings lose hedges and sources, with an interval."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from sayso.link.drift.losses import Kind
from sayso.link.drift.series import Series
from schemas import Record
from schemas.record import Words

FEWEST = 20
"""Fewer retellings say nothing about an outlet."""
_Z = 1.959964
"""The 97.5th percentile of the normal distribution: 95 % lie within so many standard deviations on both sides."""


class Rate(Record):
    """Of the retellings of something hedged or sourced, how many lost it; no share where there are fewer than `FEWEST`.

    `low` and `high` are the ends of the 95 % interval.
    """

    lost: int
    of: int
    share: float | None = None
    low: float | None = None
    high: float | None = None


class OutletRates(Record):
    """What an outlet's retellings lost: hedges, and sources (gone, or without their name)."""

    outlet: Words
    retellings: int
    hedges: Rate
    sources: Rate


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % score interval of a share.

    E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
    Statistical Association 22 (1927), pages 209 to 212.
    """
    share, square = hits / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z / (1 + square / of) * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


def rate(lost: int, of: int) -> Rate:
    """The rate, with its share and interval where there is enough to tell one."""
    if of < FEWEST:
        return Rate(lost=lost, of=of)
    low, high = wilson(lost, of)
    return Rate(lost=lost, of=of, share=lost / of, low=low, high=high)


def rates(found: Iterable[Series]) -> tuple[OutletRates, ...]:
    """The rates of every outlet that retells anything, by name; retellings of unknown order or origin do not count."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for one in found:
        outlets = {telling.article: telling.outlet for telling in one.tellings}
        for retelling in one.retellings:
            outlet = outlets[retelling.article]
            if outlet is None or retelling.of is None:
                continue
            kinds: set[Kind] = {loss.kind for loss in retelling.losses}
            hedge, source = retelling.hedged, retelling.sourced
            new = (1, hedge and "hedge" in kinds, hedge, source and bool(kinds & {"source", "unnamed"}), source)
            counts[outlet] = [old + more for old, more in zip(counts[outlet], new, strict=True)]
    return tuple(
        OutletRates(outlet=outlet, retellings=each, hedges=rate(*hedges), sources=rate(*sources))
        for outlet, (each, *rest) in sorted(counts.items())
        for hedges, sources in [(rest[:2], rest[2:])]
    )
