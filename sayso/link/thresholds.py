"""Which relations are told of claims that were merely found near each other.

Whoever gives two sentences to be compared has a reason to; of two claims that a ledger holds near each other hardly any
have to do with one another, so that more is asked of them. The numbers were chosen on neighbours in political news of
one year, read one by one: of those told to be the same 7 in 10 are; of 65 conflicts between articles 5 are left, and of
the contradictions of RTE-3 3 in 4.
"""

from __future__ import annotations

from sayso.link.compare import Comparison

MEANING, WORDS = 0.5, 0.4
"""The least cosine of two claims' meaning, and the least of the shorter one's words that stand in the other, that they
are compared at all."""
CLOSE, SURE = 0.6, 0.74
"""Claims that say the same are as close as this, or as sure to."""
ABOUT, AT_ODDS = 0.7, 0.45
"""The least of the shorter claim's words that stand in the other where they are in conflict: about what both tell, or
about a figure, a name, a day or a place, which then do not stand in the other."""
VALUES = frozenset({"amounts", "counted", "dates", "places", "actors"})
NEWS = 0.55
"""The least of both where the one is news of the other."""


def likely(found: Comparison, meaning: float) -> bool:
    """Whether the relation of two claims whose meanings have this cosine is to be told."""
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
