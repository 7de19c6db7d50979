"""Compares two claims: a repeat, a corroboration, a qualification, a conflict, an update, a denial, or no relation."""

from sayso.link.compare.relation_by_words import Comparison, compare, compare_pair, opposed, paired, same_fact, shared

__all__ = ["Comparison", "compare", "compare_pair", "opposed", "paired", "same_fact", "shared"]
