"""`plainly_opposed`: two claims in nearly the same words, but for a negation, a figure, or a source that denies it."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.link.compare import Comparison
from sayso.link.compare.claim_pair import NUMBER, ClaimPair
from sayso.link.compare.quantities import ROUGH, Quantity, alike

NEARLY = 0.7
"""The least share of each claim's words, figures left out, that the other has. On the pairs of train, from .6 on half
of those called conflicts were two facts, or one."""
SIGNALS = frozenset({"negation", "amounts", "counted", "measured"})
"""The signals of conflict that count; the others were right in 2 of 122 pairs of train."""

_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE
)


def plainly_opposed(pair: ClaimPair, found: Comparison) -> bool:
    """Whether the claims of a pair, which compare as `found`, are at odds by their words alone."""
    if found.relation not in {"conflicts", "denies", "updates"} or _in_common(pair) < NEARLY:
        return False
    if found.relation == "denies":
        return True
    names = {signal.name for signal in found.signals}
    return names <= SIGNALS and (_one_negates(pair) if "negation" in names else _figures_differ(pair))


def _in_common(pair: ClaimPair) -> float:
    mine, theirs = ({root: w for root, w in weights.items() if w != NUMBER} for weights in pair.weights)
    common = mine.keys() & theirs.keys()
    return min(sum(weights[root] for root in common) / (sum(weights.values()) or 1) for weights in (mine, theirs))


def _one_negates(pair: ClaimPair) -> bool:
    """Whether one claim has one word of negation more: where both have, they negate the same."""
    first, other = (len(_NEGATION.findall(end.claim.proposition)) for end in (pair.a, pair.b))
    return abs(first - other) == 1


def _figures_differ(pair: ClaimPair) -> bool:
    """Whether figures of one kind differ by more than rounding, and none of that kind agree."""
    found = [alike(_about(mine), _about(theirs)) for mine in pair.quantities[0] for theirs in pair.quantities[1]]
    return False in found and True not in found


def _about(figure: Quantity) -> Quantity:
    return replace(figure, low=figure.low * (1 - ROUGH / 2), high=figure.high * (1 + ROUGH / 2))
