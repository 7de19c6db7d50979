"""Whether two claims are about two things of which each has a name."""

from __future__ import annotations

from sayso.link.compare.align import ASIDE, AlignedFrames
from sayso.link.compare.claim_names import Name, names, ties
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.signal import NOTHING, FoundSignal


def told_apart(pair: ClaimPair) -> FoundSignal:
    """Each names something in the same place of what it says, and it is known not to be the same."""
    mine, theirs = names(pair.a.claim.proposition), names(pair.b.claim.proposition)
    for a in _alone(mine, theirs):
        for b in _alone(theirs, mine):
            how = ties(a, b)
            if _one_source(pair, a, b):
                continue
            if how == "apart" and (min(pair.shared) >= MOST_OF_IT or _beside(a, b) or _in_one_role(pair, a, b)):
                return FoundSignal(1.0, f"{a.written} here, {b.written} there")
            if how == "strangers" and _beside(a, b, both=True):
                return FoundSignal(1.0, f"{a.written} here, {b.written} there")
    return NOTHING


def other_names(pair: ClaimPair) -> FoundSignal:
    """Each names something that the other does not, and that has nothing in common with what it names."""
    mine, theirs = names(pair.a.claim.proposition), names(pair.b.claim.proposition)
    for a in _alone(mine, theirs):
        for b in _alone(theirs, mine):
            if ties(a, b) in {"strangers", "apart"} and not _one_source(pair, a, b):
                return FoundSignal(1.0, f"{a.written} here, {b.written} there")
    return NOTHING


MOST_OF_IT = 0.5
"""The least share of either claim's words that the other has for two names of them to be set against each other."""


def _alone(mine: tuple[Name, ...], theirs: tuple[Name, ...]) -> list[Name]:
    """The names that the other claim does not have."""
    return [a for a in mine if not any(ties(a, b) in {"same", "part"} for b in theirs)]


def _one_source(pair: ClaimPair, a: Name, b: Name) -> bool:
    source = pair.registry.lookup(a.written)
    return source is not None and source is pair.registry.lookup(b.written)


def _beside(a: Name, b: Name, *, both: bool = False) -> bool:
    """Whether two names stand between the same words."""
    if both:
        return (a.before, a.behind) == (b.before, b.behind)
    return a.before == b.before != "" or a.behind == b.behind != ""


def _in_one_role(pair: ClaimPair, a: Name, b: Name) -> bool:
    return any(_roles(frames, a, b) for frames in pair.aligned if frames.predicates == "same")


def _roles(frames: AlignedFrames, a: Name, b: Name) -> bool:
    mine = {filler.role for filler in frames.ours.fillers if a.written in filler.words}
    theirs = {filler.role for filler in frames.theirs.fillers if b.written in filler.words}
    return bool(mine & theirs - ASIDE)
