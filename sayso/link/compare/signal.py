"""`FoundSignal`: what a signal found."""

from __future__ import annotations

from typing import NamedTuple


class FoundSignal(NamedTuple):
    """A signal's strength, from 0 to 1, and the sentence that a reviewer reads."""

    score: float
    sentence: str


NOTHING = FoundSignal(0.0, "")
