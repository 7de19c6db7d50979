"""`judge`: whether two claims of articles share a fact, or one denies the other, by numbers and by the network."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.denied import Denial, denial_of
from sayso.link.pairs.pair_features import numbers
from sayso.link.pairs.pair_network import Relatedness, network_digest, read_together

_WEIGHTS: Mapping[str, Mapping[str, float]] = json.loads(
    (files("sayso.link.pairs") / "weights.json").read_text("utf-8")
)
"""`numbers`: the weight of each number, "" the constant; `joined`: those of the log-odds by numbers ("numbers") and by
the network ("network"); `denied`: those of a denial, with the log-odds that what is denied is the other's fact
("affirmed") and that the claims cannot both be true ("opposed"). `python -m sayso.training.pair.fit_pairs` makes it."""

SAYS = 2.0
"""The least weight of a claim's words: "You're welcome." shares no fact with anything."""
WORTH, WORTH_JOINING = -1.2, -0.85
"""The least log-odds by numbers for the network to be asked, which takes as long as ten comparisons: for a denial, and
for a shared fact, for which it could not tip the scales from below."""


def pair_digest() -> str:
    """SHA-256 of the network and of the weights, in hexadecimal."""
    return sha256(f"{network_digest()} {json.dumps(_WEIGHTS, sort_keys=True)}".encode()).hexdigest()


class Judgement(NamedTuple):
    """The probabilities that two claims share a fact, and that one denies what the other tells; fitted on development.

    `by_source`: whether, if so, a source is reported to deny it. `reserved`: whether, if they share a fact, one has a
    reservation that the other has not.
    """

    joined: float
    denied: float
    by_source: bool
    reserved: bool


NOTHING = Judgement(0.0, 0.0, by_source=False, reserved=False)


def judge(pair: ClaimPair, meaning: float) -> Judgement:
    """Judge a pair, given the cosine of the claims' meanings; `NOTHING` where it is not worth asking the network."""
    if pair.least < SAYS:
        return NOTHING
    near = _total("numbers", numbers(pair, meaning))
    denial = denial_of(pair)
    if near < (WORTH if denial else WORTH_JOINING):
        return NOTHING
    found = read_together(pair.a.claim.proposition, pair.b.claim.proposition)
    joined = _total("joined", {"numbers": near, "network": found.joined})
    return Judgement(
        _probability(joined),
        _denied(denial, meaning, found) if denial else 0.0,
        by_source=denial is not None and denial.by_source,
        reserved=found.reserved > 0,
    )


def _denied(denial: Denial, meaning: float, found: Relatedness) -> float:
    return _probability(_total("denied", {**denied_numbers(denial, meaning), **denied_odds(denial, found)}))


def denied_numbers(denial: Denial, meaning: float) -> Mapping[str, float]:
    """What speaks for a denial, in numbers that cost little."""
    return {
        "meaning": meaning,
        "covered": denial.covered,
        "verb": denial.verb,
        "by_source": float(denial.by_source),
    }


def denied_odds(denial: Denial, found: Relatedness) -> Mapping[str, float]:
    """What the network says of the denied words and of the pair as it was `found`."""
    return {"affirmed": read_together(denial.denied, denial.other).joined, "opposed": found.opposed}


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _total(model: str, scores: Mapping[str, float]) -> float:
    weights = _WEIGHTS[model]
    return weights[""] + sum(weights[name] * score for name, score in scores.items())
