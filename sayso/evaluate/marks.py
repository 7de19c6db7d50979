"""The result of comparing one article with its gold."""

from __future__ import annotations

from typing import NamedTuple

from sayso.evaluate.inversions import Inversions
from sayso.evaluate.tallies import Tallies
from schemas import EngineVersion


class Error(NamedTuple):
    """One error: its kind, what the gold has and what was found, in words."""

    kind: str
    gold: str
    found: str


class JudgedConfidence(NamedTuple):
    """A confidence of Sayso's, whether the judgement is right, and whether it names a source."""

    confidence: float
    right: bool
    sourced: bool = True


class Marks(NamedTuple):
    """Counts, errors, confidences and inversions of an article's attributions, chains, or whole reading."""

    tallies: Tallies
    errors: tuple[Error, ...]
    judged: tuple[JudgedConfidence, ...]
    inversions: Inversions


class MarkedArticle(NamedTuple):
    """An article with its marks, None without such gold; small, however long the article."""

    article: str
    engine: EngineVersion
    attributions: Marks | None
    chains: Marks | None
    readings: Marks | None = None
