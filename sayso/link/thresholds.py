"""Thresholds for linking claims that were only found near each other.

Two sentences that a user compares are often related; of claims that a ledger holds near each other hardly any are, so
linking asks for more. The numbers were chosen on neighbours in political news of one year, read one by one: of the
pairs linked as the same 7 in 10 are; of 65 conflicts between articles 5 are left, and of the contradictions of RTE-3
3 in 4.
"""

from __future__ import annotations

from sayso.link.compare import Comparison

MEANING, WORDS = 0.5, 0.4
"""The least cosine of two claims' meaning, and the least share of the shorter claim's words in the other, for the
claims to be compared."""
CLOSE, SURE = 0.6, 0.74
"""The least cosine, or else the least confidence, of claims that say the same."""
ABOUT, AT_ODDS = 0.7, 0.45
"""The least share of the shorter claim's words in the other for a conflict; the second for conflicts only about a
figure, a name, a day or a place, which the claims then do not share."""
VALUES = frozenset({"amounts", "counted", "dates", "places", "actors"})
NEWS = 0.55
"""The least cosine and the least share of words for an update."""


def likely(found: Comparison, meaning: float) -> bool:
    """Whether to link two claims with this relation, given the cosine of their meanings."""
    if meaning < MEANING:
        return False
    match found.relation:
        case None:
            return False
        case "denies":
            return found.shared >= ABOUT
        case "conflicts":
            return found.shared >= (AT_ODDS if {signal.name for signal in found.signals} <= VALUES else ABOUT)
        case "updates":
            return min(meaning, found.shared) >= NEWS
        case "repeats" | "corroborates" | "qualifies":
            return meaning >= CLOSE or found.confidence >= SURE
