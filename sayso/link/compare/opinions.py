"""What is held, not known: wants, duties, judgements of value."""

from __future__ import annotations

from sayso.link.compare.lexicon import LEXICON, key
from schemas import PublishedClaim


def is_opinion(told: PublishedClaim) -> bool:
    """Whether a claim tells an attitude, what should be, or what somebody thinks of something."""
    frames = told.claim.slots.frames
    if told.statement.mode == "attitude" or told.claim.slots.modality == "obliged":
        return True
    return bool(frames) and told.statement.origin is not None and key(frames[0].predicate) in LEXICON.evaluations
