"""Text reuse: which articles share text, and which is derived from which."""

from sayso.link.reuse.article_pair import ArticlePair
from sayso.link.reuse.derivation_signals import signals
from sayso.link.reuse.derivations import derivation, derivations, derived, pairs
from sayso.link.reuse.shingles import LEAST, Shared, Shingles

__all__ = [
    "LEAST",
    "ArticlePair",
    "Shared",
    "Shingles",
    "derivation",
    "derivations",
    "derived",
    "pairs",
    "signals",
]
