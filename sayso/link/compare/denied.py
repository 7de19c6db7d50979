"""`denial_of`: whether one claim of a pair denies something that the other does not, and what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.link.compare.affirmed import affirmed, called_false
from sayso.link.compare.claim_pair import ClaimPair, weights
from sayso.link.stems import stem, stems
from schemas import PublishedClaim


class Denial(NamedTuple):
    """What one claim denies, and the other claim, in words.

    `by_source`: its source is reported to deny it; else its own words do. `covered`: the share of the denied words, by
    weight and without their subject, that the other claim has; `verb`: the same of the denied verb alone (0 or 1).
    """

    denied: str
    other: str
    by_source: bool
    covered: float
    verb: float


def denial_of(pair: ClaimPair) -> Denial | None:
    """What exactly one claim of a pair denies; None where neither does, or both: they may well say the same.

    None as well where their dates exclude that both are about one time.
    """
    by_words = [_said_not_so(end) for end in (pair.a, pair.b)]
    by_source = [end.statement.polarity == "denied" for end in (pair.a, pair.b)]
    denying = [bool(words) != source for words, source in zip(by_words, by_source, strict=True)]
    if denying[0] == denying[1] or not pair.one_time:
        return None
    at = denying.index(True)
    denier, other = (pair.a, pair.b) if at == 0 else (pair.b, pair.a)
    denied = by_words[at] or denier.claim.proposition
    theirs = weights(other.claim.proposition)
    covered = _covered(denied, denier.claim.slots.who, theirs)
    verb = _verb(denier, other) if by_words[at] and not called_false(denier.claim.proposition) else covered
    return Denial(denied, other.claim.proposition, by_source[at], covered, verb)


def _said_not_so(published: PublishedClaim) -> str | None:
    """What a claim's words deny: what they call false, or their main clause without its negation.

    None where what they call false is itself a negation.
    """
    proposition = published.claim.proposition
    false = called_false(proposition)
    if false:
        return None if affirmed(false) else false
    return affirmed(proposition) if published.claim.slots.polarity == "denied" else None


def _covered(denied: str, subject: str | None, theirs: Mapping[str, float]) -> float:
    left_out = stems(subject or "")
    mine = {root: weight for root, weight in weights(denied).items() if root not in left_out}
    whole = sum(mine.values())
    return sum(weight for root, weight in mine.items() if root in theirs) / whole if whole else 0.0


def _verb(denier: PublishedClaim, other: PublishedClaim) -> float:
    """Whether the denied verb, or a word that belongs to it, stands in the other claim."""
    slots = denier.claim.slots
    mine = {*weights(slots.what or ""), *(stem(frame.predicate) for frame in slots.frames[:1])}
    theirs = {*weights(other.claim.proposition), *(stem(frame.predicate) for frame in other.claim.slots.frames)}
    return float(not mine.isdisjoint(theirs))
