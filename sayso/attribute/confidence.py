"""The probability that a finding is right: a logistic model for each kind of evidence.

The evidence is gathered in `spans/attribution_features.py` (an attribution) and `statements/statement_features.py` (a
sentence in the article's own voice, a statement with its chain); the weights are fitted by
`python -m sayso.training.tagger.calibrate`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from importlib.resources import files
from typing import Protocol

_WEIGHTS: Mapping[str, Mapping[str, float]] = json.loads(
    (files("sayso.attribute") / "model" / "confidence.json").read_text("utf-8")
)


class Evidence(Protocol):
    """A named tuple of numbers, mostly from 0 to 1; its type and field names are the keys of the weights."""

    def _asdict(self) -> dict[str, float]: ...


def confidence(evidence: Evidence) -> float:
    """The probability, by the model for this kind of evidence, that the finding is right."""
    weights = _WEIGHTS[type(evidence).__name__]
    score = sum(weights[name] * value for name, value in evidence._asdict().items())
    return 1 / (1 + math.exp(-max(-20.0, min(20.0, score))))


def odds(probability: float) -> float:
    """A quarter of the log-odds of a probability, which is first kept a thousandth away from 0 and 1."""
    inside = min(0.999, max(0.001, probability))
    return math.log(inside / (1 - inside)) / 4
