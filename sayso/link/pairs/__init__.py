"""Judges pairs of claims from articles: whether they share a fact."""

from sayso.link.pairs.judge import Judgement, judge
from sayso.link.pairs.network import pair_digest

__all__ = ["Judgement", "judge", "pair_digest"]
