"""`Finding`: what a signal found."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """A signal's strength, from 0 to 1, and the sentence that a reviewer reads."""

    score: float
    sentence: str


NOTHING = Finding(0.0, "")
