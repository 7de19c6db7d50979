"""The signal that one claim has a reservation: less sure, under a condition, of a part only."""

from __future__ import annotations

from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.signal import NOTHING, FoundSignal
from sayso.link.linking_words import COMPARING
from schemas import PublishedClaim

UNSURE = frozenset({"possible", "conditional"})


def narrower(pair: ClaimPair) -> FoundSignal:
    """One claim says it plainly, the other with a reservation."""
    first, other = _reservation(pair.a), _reservation(pair.b)
    if (first is None) == (other is None):
        return NOTHING
    return FoundSignal(1.0, f"one says it plainly, the other {first or other}")


def _reservation(published: PublishedClaim) -> str | None:
    if published.statement.hedge is not None:
        return f"with {published.statement.hedge.words!r}"
    if published.statement.stance == "doubt":
        return "as what is merely claimed"
    if published.claim.slots.modality in UNSURE:
        return f"as {published.claim.slots.modality}"
    words = published.claim.proposition.lower().split()
    part = next((word for word in words[:6] if word in COMPARING.in_part), None)
    return f"only of {part!r}" if part else None
