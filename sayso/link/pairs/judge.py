"""`judge`: whether two claims of articles share a fact, by numbers and by the network of pairs."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.pairs.network import read_together
from sayso.link.pairs.numbers import numbers

_WEIGHTS: Mapping[str, Mapping[str, float]] = json.loads(
    (files("sayso.link.pairs") / "weights.json").read_text("utf-8")
)
"""`numbers`: the weight of each number, "" the constant; `joined`: those of the log-odds by numbers ("numbers") and by
the network ("network"). Written by `python -m sayso.training.pair.fit`."""

SAYS = 2.0
"""The least weight of a claim's words: "You're welcome." shares no fact with anything."""
WORTH = -1.2
"""The least log-odds by numbers for the network to be asked: it takes as long as ten comparisons."""


class Judgement(NamedTuple):
    """The probability that two claims share a fact, calibrated on development.

    `reserved`: whether one has a reservation that the other has not.
    """

    joined: float
    reserved: bool


NOTHING = Judgement(0.0, reserved=False)


def judge(pair: ClaimPair, meaning: float) -> Judgement:
    """Judge a pair, given the cosine of the claims' meanings; `NOTHING` where it is not worth asking the network."""
    if pair.least < SAYS:
        return NOTHING
    near = _total("numbers", numbers(pair, meaning))
    if near < WORTH:
        return NOTHING
    found = read_together(pair.a.claim.proposition, pair.b.claim.proposition)
    joined = _total("joined", {"numbers": near, "network": found.joined})
    return Judgement(1 / (1 + math.exp(-joined)), reserved=found.reserved > 0)


def _total(model: str, scores: Mapping[str, float]) -> float:
    weights = _WEIGHTS[model]
    return weights[""] + sum(weights[name] * score for name, score in scores.items())
