"""What comparing one article with its gold gives."""

from __future__ import annotations

from typing import NamedTuple

from sayso.evaluate.tallies import Tallies


class Error(NamedTuple):
    """One thing that is wrong: its kind, what the gold has and what was found, as people are shown it."""

    kind: str
    gold: str
    found: str


class Judged(NamedTuple):
    """How sure Sayso was of something, and whether it is right."""

    confidence: float
    right: bool


class Marks(NamedTuple):
    """One article's counts, errors and confidences, of its attributions or of its chains."""

    article: str
    tallies: Tallies
    errors: tuple[Error, ...]
    judged: tuple[Judged, ...]
