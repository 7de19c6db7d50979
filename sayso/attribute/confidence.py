"""How probable it is that something found is right: logistic models, one for each kind of evidence.

The evidence is gathered in `spans/attribution_features.py` (an attribution) and `statements/statement_features.py` (a
sentence of the article's own, a statement with its chain); the weights are fitted by
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
    """A named tuple of numbers near 0 to 1, by whose type and field names the weights are found."""

    def _asdict(self) -> dict[str, float]: ...


def confidence(evidence: Evidence) -> float:
    """The probability of being right."""
    weights = _WEIGHTS[type(evidence).__name__]
    score = sum(weights[name] * value for name, value in evidence._asdict().items())
    return 1 / (1 + math.exp(-max(-20.0, min(20.0, score))))


def odds(probability: float) -> float:
    """A quarter of the log-odds, of a probability kept a thousandth away from 0 and 1."""
    inside = min(0.999, max(0.001, probability))
    return math.log(inside / (1 - inside)) / 4
