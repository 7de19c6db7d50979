"""What speaks for two claims being the same: one small function a signal, each with a sentence for the reviewer."""

from __future__ import annotations

from collections.abc import Callable

from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.signal import NOTHING, Finding


def shared_words(pair: ClaimPair) -> Finding:
    """How much of the shorter claim stands in the other."""
    score = max(pair.shared)
    return Finding(score, f"{score:.0%} of the shorter claim stands in the other")


def shared_both(pair: ClaimPair) -> Finding:
    """How much of either stands in the other."""
    score = min(pair.shared)
    return Finding(score, f"{score:.0%} of the longer claim stands in the shorter")


def same_event(pair: ClaimPair) -> Finding:
    """What the one mainly says, the other says with the same actors and things."""
    return max((_event(pair, side) for side in (0, 1)), key=lambda one: one.score)


def _event(pair: ClaimPair, side: int) -> Finding:
    """That of the main frame of one of them; what is known to be distinct speaks against it."""
    best = NOTHING
    for one in pair.aligned:
        frame = (one.ours, one.theirs)[side]
        if one.predicates not in {"same", "converse"} or frame is not pair.main[side] or one.parted:
            continue
        if one.ours.polarity == one.theirs.polarity and one.tie > best.score:
            best = Finding(one.tie, f"both say {frame.predicate!r} of the same")
    return best


def bound(pair: ClaimPair) -> Finding:
    """Something that both tell, be it by the way."""
    return Finding(pair.bound, "they tell of the same in part") if pair.bound else NOTHING


def same_names(pair: ClaimPair) -> Finding:
    """The names of the one stand in the other."""
    mine, theirs = pair.names
    least = min(len(mine), len(theirs))
    if not least:
        return NOTHING
    return Finding(len(mine & theirs) / least, f"{len(mine & theirs)} of {least} names are the same")


def same_figures(pair: ClaimPair) -> Finding:
    """A figure of the one agrees with one of the other."""
    for one in pair.quantities[0]:
        for other in pair.quantities[1]:
            if one.unit == other.unit and one.meets(other):
                return Finding(1.0, f"{one.words} agrees with {other.words}")
    return NOTHING


def distinct(pair: ClaimPair) -> Finding:
    """Somebody or something else has the same part in it."""
    for one in pair.aligned:
        if one.predicates == "same" and one.parted:
            met = one.parted[0]
            return Finding(1.0, f"{met.ours.words} here, {met.theirs.words} there")
    return NOTHING


def argued(pair: ClaimPair) -> bool:
    """Whether aligned slots argue for the same claim.

    Each says enough to be a claim, they share things and not just names, one's main word stands in the other in a role
    that agrees, and what else they say does not drown it.
    """
    low, high = sorted(pair.shared)
    event = same_event(pair).score
    if _one_event(pair) and pair.things and high >= BOTH:
        return True
    if pair.least < SAYS or pair.things < THINGS or high < COVERED:
        return False
    if distinct(pair).score and event < TIED:
        return False
    return _mains_meet(pair) and (event >= TIED or low >= BOTH or high >= WHOLE)


def _one_event(pair: ClaimPair) -> bool:
    """Whether the main words of both tell of one event, with all that the shorter says of it."""
    return any(
        one.predicates in {"same", "converse"}
        and one.ours is pair.main[0]
        and one.theirs is pair.main[1]
        and one.ours.polarity == one.theirs.polarity
        and one.tie >= WHOLE
        and not one.parted
        for one in pair.aligned
    )


def _mains_meet(pair: ClaimPair) -> bool:
    return any(
        one.predicates in {"same", "converse"}
        and (one.ours is pair.main[0] or one.theirs is pair.main[1])
        and one.ours.polarity == one.theirs.polarity
        for one in pair.aligned
    )


SAYS, THINGS = 3.0, 2
"""The least weight of a claim's words, and the fewest common words that are no names: "An issue." tells nothing."""

COVERED, WHOLE, BOTH, TIED = 0.55, 0.8, 0.4, 0.5
"""Shares of the claims' words, and of a frame's fillers: chosen on pairs of claims of one story, where most are not
the same."""

LIKENESS: dict[str, Callable[[ClaimPair], Finding]] = {
    one.__name__: one for one in (shared_words, shared_both, same_event, bound, same_names, same_figures, distinct)
}
