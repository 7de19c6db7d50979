"""Judges pairs of claims from articles: whether they share a fact, or one denies the other."""

from sayso.link.pairs.judge import Judgement, judge, pair_digest

__all__ = ["Judgement", "judge", "pair_digest"]
