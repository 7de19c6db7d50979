"""What a signal found."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """How strong a signal is, from 0 to 1, and what a reviewer reads."""

    score: float
    sentence: str


NOTHING = Finding(0.0, "")
