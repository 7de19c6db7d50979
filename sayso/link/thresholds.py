"""Thresholds for linking claims that were only found near each other.

Two sentences that a user compares are often related; of claims that a ledger holds near each other hardly any are, so
linking asks for more.
"""

from __future__ import annotations

from sayso.link.compare import Comparison

MEANING, WORDS = 0.4, 0.1
"""The least cosine of two claims' meaning, and the least share of the shorter claim's words in the other, for the
claims to be compared."""
JOINED = 0.7
"""The least probability of a shared fact, by `judge`, of claims of one story: .85 of development's labelled pairs are
right from there on, and those were drawn to be hard."""
JOINED_ACROSS, NEAR_ACROSS = 0.9, 0.7
"""The least probability of a shared fact, and the least cosine, of claims of two stories. Among 220 articles of British
news, nearly each on a story of its own, `JOINED` alone linked 209 pairs of claims, about half of them wrongly."""
DENIED = 0.5
"""The least probability of a denial: three in four of development's labelled pairs are right from there on, each story
judged by weights fitted on the others."""
CLOSE, SURE = 0.6, 0.74
"""The least cosine, or else the least confidence, of a repeat of the same words."""
NEWS = 0.55
"""The least cosine and the least share of words for an update."""


def likely(found: Comparison, meaning: float) -> bool:
    """Whether to link a repeat of the same words, or an update, given the cosine of the claims' meanings."""
    match found.relation:
        case "repeats":
            return meaning >= CLOSE or (meaning >= MEANING and found.confidence >= SURE)
        case "updates":
            return min(meaning, found.shared) >= NEWS
        case _:
            return False
