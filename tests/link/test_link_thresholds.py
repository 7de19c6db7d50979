"""Which repeats and updates are linked between claims that were only found near each other."""

from __future__ import annotations

import pytest

from sayso.link.compare import Comparison
from sayso.link.thresholds import likely


def compared(relation: str | None, confidence: float, shared: float, signal: str) -> Comparison:
    signals = [{"name": signal, "score": 1.0, "sentence": "One says so."}]
    return Comparison.model_validate(
        {"relation": relation, "confidence": confidence, "shared": shared, "signals": signals}
    )


@pytest.mark.parametrize(
    ("relation", "confidence", "shared", "meaning", "told"),
    [
        (None, 0.9, 1.0, 1.0, False),
        ("repeats", 0.6, 0.7, 0.65, True),
        ("repeats", 0.6, 0.7, 0.55, False),
        ("repeats", 0.8, 1.0, 0.5, True),
        ("repeats", 0.8, 1.0, 0.39, False),
        ("corroborates", 0.9, 1.0, 1.0, False),
        ("conflicts", 0.9, 1.0, 1.0, False),
        ("updates", 0.5, 0.6, 0.6, True),
        ("updates", 0.5, 0.3, 0.9, False),
    ],
)
def test_a_repeat_or_an_update_is_linked_where_meaning_and_words_are_near(
    relation: str | None, confidence: float, shared: float, meaning: float, told: bool
) -> None:
    assert likely(compared(relation, confidence, shared, "negation"), meaning) is told
