"""The signals that two claims say the same: one function each, with a sentence for the reviewer."""

from __future__ import annotations

from collections.abc import Callable

from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.signal import NOTHING, FoundSignal


def shared_words(pair: ClaimPair) -> FoundSignal:
    """The share of the shorter claim's words in the other."""
    score = max(pair.shared)
    return FoundSignal(score, f"{score:.0%} of the shorter claim stands in the other")


def shared_both(pair: ClaimPair) -> FoundSignal:
    """The share of the longer claim's words in the shorter."""
    score = min(pair.shared)
    return FoundSignal(score, f"{score:.0%} of the longer claim stands in the shorter")


def same_event(pair: ClaimPair) -> FoundSignal:
    """The main frame of one claim is aligned with a frame of the other that has the same actors and things."""
    return max((_event(pair, side) for side in (0, 1)), key=lambda finding: finding.score)


def _event(pair: ClaimPair, side: int) -> FoundSignal:
    """The finding for the main frame of one claim; frames with fillers known to be distinct do not count."""
    best = NOTHING
    for frames in pair.aligned:
        frame = (frames.ours, frames.theirs)[side]
        if frames.predicates not in {"same", "converse"} or frame is not pair.main[side] or frames.parted:
            continue
        if frames.ours.polarity == frames.theirs.polarity and frames.tie > best.score:
            best = FoundSignal(frames.tie, f"both say {frame.predicate!r} of the same")
    return best


def bound(pair: ClaimPair) -> FoundSignal:
    """Something that both claims say, even if only in passing."""
    return FoundSignal(pair.bound, "they tell of the same in part") if pair.bound else NOTHING


def same_names(pair: ClaimPair) -> FoundSignal:
    """The share of names that both claims have."""
    mine, theirs = pair.names
    least = min(len(mine), len(theirs))
    if not least:
        return NOTHING
    return FoundSignal(len(mine & theirs) / least, f"{len(mine & theirs)} of {least} names are the same")


def same_figures(pair: ClaimPair) -> FoundSignal:
    """A figure of one claim agrees with a figure of the other."""
    for quantity in pair.quantities[0]:
        for other in pair.quantities[1]:
            if quantity.unit == other.unit and quantity.meets(other):
                return FoundSignal(1.0, f"{quantity.words} agrees with {other.words}")
    return NOTHING


def distinct(pair: ClaimPair) -> FoundSignal:
    """Someone or something else has the same role."""
    for frames in pair.aligned:
        if frames.predicates == "same" and frames.parted:
            met = frames.parted[0]
            return FoundSignal(1.0, f"{met.ours.words} here, {met.theirs.words} there")
    return NOTHING


def argued(pair: ClaimPair) -> bool:
    """Whether the aligned frames show that the two claims are the same.

    Each says enough to be a claim, they share words other than names, the main frame of one is aligned with a frame of
    the other, and the rest of what they say does not outweigh it.
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
    """Whether the main frames describe one event, with everything that the shorter says of it."""
    return any(
        frames.predicates in {"same", "converse"}
        and frames.ours is pair.main[0]
        and frames.theirs is pair.main[1]
        and frames.ours.polarity == frames.theirs.polarity
        and frames.tie >= WHOLE
        and not frames.parted
        for frames in pair.aligned
    )


def _mains_meet(pair: ClaimPair) -> bool:
    return any(
        frames.predicates in {"same", "converse"}
        and (frames.ours is pair.main[0] or frames.theirs is pair.main[1])
        and frames.ours.polarity == frames.theirs.polarity
        for frames in pair.aligned
    )


SAYS, THINGS = 3.0, 2
"""The least weight of a claim's words, and the fewest common words other than names: "An issue." says nothing."""

COVERED, WHOLE, BOTH, TIED = 0.55, 0.8, 0.4, 0.5
"""Shares of the claims' words and of a frame's fillers, chosen on pairs of claims about one story, most of which do not
say the same."""

LIKENESS: dict[str, Callable[[ClaimPair], FoundSignal]] = {
    signal.__name__: signal
    for signal in (shared_words, shared_both, same_event, bound, same_names, same_figures, distinct)
}
