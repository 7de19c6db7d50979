"""Turns signals into a probability: one logistic model for "the same" and one for "a conflict".

The weights are fitted by `python -m sayso.training.relation.fit_comparison CORPORA`, which prints how well they are
calibrated.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from importlib.resources import files
from typing import Literal

Outcome = Literal["same", "conflict"]

_WEIGHTS: Mapping[Outcome, Mapping[str, float]] = json.loads(
    (files("sayso.link.compare") / "weights.json").read_text("utf-8")
)
"""For each outcome the weight of each signal; "" is the constant."""


def probability(outcome: Outcome, scores: Mapping[str, float]) -> float:
    """The probability of an outcome, given the strength of each signal (from 0 to 1)."""
    weight = _WEIGHTS[outcome]
    total = weight[""] + sum(weight.get(name, 0.0) * score for name, score in scores.items())
    return 1 / (1 + math.exp(-total))
