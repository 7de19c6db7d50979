"""What an evaluation says, before it looks like anything."""

from __future__ import annotations

from sayso.evaluate.inversions import How
from schemas import EngineVersion, Record, Words


class Measure(Record):
    """One figure (0 to 1) and its 95 % interval; None where there is nothing to measure it on.

    A share is found out of `of`; an F1 also has `precision`, out of the `predicted`, and `recall`, out of `of`.
    """

    value: float | None
    low: float | None
    high: float | None
    of: int
    predicted: int | None = None
    precision: float | None = None
    recall: float | None = None


class ErrorExample(Record):
    """Where something went wrong, what the gold has there, and what was found; empty where that side has nothing."""

    article: str
    gold: Words
    found: Words


class Confusion(Record):
    """One kind of error, how often it was made, and a few places."""

    kind: str
    count: int
    examples: tuple[ErrorExample, ...]


class InvertedPlace(ErrorExample):
    """Where somebody was given words that he does not say: `how` he is there at all."""

    how: How


class Inverted(Record):
    """How many of the contents that were found, and whose source can be `judged`, are inverted, and every place.

    Inverted: given to one who is not the source, and is spoken of, spoken to, or only brought in to say who the source
    is (`sayso.evaluate.inversions`). It is counted separately: no share of what is right tells it from lesser errors.
    """

    count: int
    judged: int
    places: tuple[InvertedPlace, ...]


class Bin(Record):
    """Judgements of neighbouring confidence, `low` to `high`: their mean confidence, and the share that is right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


class Calibration(Record):
    """The expected calibration error over `count` judgements, and the bins that it is made of."""

    count: int
    error: float
    bins: tuple[Bin, ...]


class SectionScores(Record):
    """Attributions or chains: measures by name, and for each way to group (`manner`) and group (`direct`) again.

    `articles` counts those with such gold. Confusions stand in order of their count.
    """

    articles: int
    measures: dict[str, Measure]
    groups: dict[str, dict[str, dict[str, Measure]]]
    inverted: Inverted
    confusions: tuple[Confusion, ...]
    calibration: Calibration | None


class Score(Record):
    """One article's attributions: how many, how many are right, and F1 (None where there are none on either side)."""

    article: str
    gold: int
    predicted: int
    right: int
    f1: float | None


class Omission(Record):
    """What could not be scored, and why."""

    what: str
    why: Words


class Evaluation(Record):
    """How well `engine` reads the articles of a folder of gold; `scores` begin with the worst article."""

    engine: EngineVersion | None
    articles: int
    omitted: tuple[Omission, ...]
    attributions: SectionScores | None
    chains: SectionScores | None
    scores: tuple[Score, ...]
