"""`judge`: whether two claims of articles share a fact or are at odds, by numbers and by the network of pairs."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.pairs.network import related
from sayso.link.pairs.numbers import numbers

_WEIGHTS: Mapping[str, Mapping[str, float]] = json.loads(
    (files("sayso.link.pairs") / "weights.json").read_text("utf-8")
)
"""`numbers`: the weight of each number, "" the constant; `joined` and `against`: those of the log-odds by numbers
("numbers") and by the network ("network"), and, of what is at odds, of the number "negated". Written by
`python -m sayso.training.pair.fit`."""

SAYS = 2.0
"""The least weight of a claim's words: "You're welcome." shares no fact with anything."""
WORTH = -1.2
"""The least log-odds by numbers for the network to be asked: it takes as long as ten comparisons."""

NEGATES = 0.5
"""From which share of its words on a negating claim is taken to the network in any case."""


class Judgement(NamedTuple):
    """Probabilities that two claims share a fact, and that they are at odds, calibrated on development.

    `reserved`: whether one has a reservation that the other has not.
    """

    joined: float
    against: float
    reserved: bool


NOTHING = Judgement(0.0, 0.0, reserved=False)


def judge(pair: ClaimPair, meaning: float) -> Judgement:
    """Judge a pair, given the cosine of the claims' meanings; `NOTHING` where it is not worth asking the network."""
    if pair.least < SAYS:
        return NOTHING
    known = numbers(pair, meaning)
    near, negated = _total("numbers", known), known["negated"]
    if near < WORTH and negated < NEGATES:
        return NOTHING
    found = related(pair.a.claim.proposition, pair.b.claim.proposition)
    return Judgement(
        _probability(_total("joined", {"numbers": near, "network": found.joined})),
        _probability(_total("against", {"numbers": near, "network": found.against, "negated": negated})),
        reserved=found.reserved > 0,
    )


def _total(model: str, scores: Mapping[str, float]) -> float:
    weights = _WEIGHTS[model]
    return weights[""] + sum(weights[name] * score for name, score in scores.items())


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
