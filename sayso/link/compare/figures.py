"""The figures of two claims: which agree, which cannot both be right, and which measure two things."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.measures import is_measure, is_money
from sayso.link.compare.quantities import Quantity, agrees, alike
from sayso.link.compare.signal import NOTHING, FoundSignal

IN_THE_SAME_WORDS = 0.7
"""The least share of either claim's words but figures that the other has for another measure to be of another thing."""


def settled(pair: ClaimPair, mine: Quantity, theirs: Quantity) -> bool:
    """Whether either of two figures, of the first and of the second claim, agrees with what the other claim says."""
    return agrees(mine, pair.quantities[1]) or agrees(theirs, pair.quantities[0])


def opposed(pair: ClaimPair) -> Iterator[tuple[Quantity, Quantity]]:
    """Every two measures, sums of money or shares of one kind that cannot both be right."""
    for mine in pair.quantities[0]:
        for theirs in pair.quantities[1]:
            if _measures(mine) and alike(mine, theirs) is False and not settled(pair, mine, theirs):
                yield mine, theirs


def _measures(figure: Quantity) -> bool:
    return is_measure(figure.unit) or is_money(figure.unit) or figure.unit in {"percent", "degree"}


def other_measure(pair: ClaimPair) -> FoundSignal:
    """In the same words each measures something else ("for 12 kilometres", "for 12 hours"; "by 3,000", "to 41,000")."""
    if min(pair.shared_but_figures) < IN_THE_SAME_WORDS:
        return NOTHING
    mine, theirs = pair.quantities
    if any(alike(a, b) is False for a in mine for b in theirs):
        return NOTHING
    for a in mine:
        for b in theirs:
            if _of_other_kinds(a, b) and not settled(pair, a, b):
                return FoundSignal(1.0, f"{a.words} here, {b.words} there")
    return NOTHING


def _of_other_kinds(a: Quantity, b: Quantity) -> bool:
    if alike(a, b) is not None:
        return False
    return {a.way, b.way} == {"by", "to"} or (is_measure(a.unit) and is_measure(b.unit))
