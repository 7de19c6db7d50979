"""Opinions: wants, duties and judgements of value."""

from __future__ import annotations

from sayso.link.compare.lexicon import LEXICON, key
from schemas import PublishedClaim


def is_opinion(published: PublishedClaim) -> bool:
    """Whether a claim is an act or attitude of somebody, an obligation or a source's evaluation."""
    frames = published.claim.slots.frames
    if published.statement.held_by is not None or published.claim.slots.modality == "obliged":
        return True
    return bool(frames) and published.statement.origin is not None and key(frames[0].predicate) in LEXICON.evaluations
