"""What speaks for two claims sharing a fact, in numbers that cost little."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.likeness_signals import LIKENESS, argued
from sayso.link.compare.reservations import narrower

COMMON, THINGS = 8, 6
"""As many words in common, with names and without, count as "many"."""


def numbers(pair: ClaimPair, meaning: float) -> Mapping[str, float]:
    """The numbers of a pair, each from 0 to 1, given the cosine of the claims' meanings."""
    mine, theirs = pair.weights
    return {
        "meaning": meaning,
        "common": min(len(mine.keys() & theirs.keys()), COMMON) / COMMON,
        "things": min(pair.things, THINGS) / THINGS,
        "other_figure": float(_other_figure(pair)),
        "denied": float(pair.a.statement.polarity != pair.b.statement.polarity),
        "polarity": float(pair.a.claim.slots.polarity != pair.b.claim.slots.polarity),
        "argued": float(argued(pair)),
        "narrower": narrower(pair).score,
        **{name: signal(pair).score for name, signal in LIKENESS.items()},
    }


def _other_figure(pair: ClaimPair) -> bool:
    """Whether a figure of one claim differs from all figures of its kind in the other."""
    mine, theirs = pair.quantities
    return any(
        others and not any(figure.meets(other) for other in others)
        for figure in mine
        if (others := [other for other in theirs if other.unit == figure.unit])
    )
