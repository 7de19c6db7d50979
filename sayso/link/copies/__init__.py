"""Copies: which articles share text, which was made from which, and whose text they say it is."""

from sayso.link.copies.credits import credits  # noqa: A004
from sayso.link.copies.derivations import derivation, derivations, derived, pairs
from sayso.link.copies.pair import Pair
from sayso.link.copies.shingles import LEAST, Shared, Shingles
from sayso.link.copies.signals import signals

__all__ = [
    "LEAST",
    "Pair",
    "Shared",
    "Shingles",
    "credits",
    "derivation",
    "derivations",
    "derived",
    "pairs",
    "signals",
]
