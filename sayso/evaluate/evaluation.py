"""An evaluation as records, from which every format is made."""

from __future__ import annotations

from sayso.evaluate.inversions import How
from schemas import EngineVersion, Record, Words


class Measure(Record):
    """One figure (0 to 1) with its 95 % interval; None without anything to measure.

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
    """The place of an error, what the gold has there, and what was found; empty if that side has nothing."""

    article: str
    gold: Words
    found: Words


class Confusion(Record):
    """One kind of error, how often it was made, and a few places."""

    kind: str
    count: int
    examples: tuple[ErrorExample, ...]


class InvertedPlace(ErrorExample):
    """Where words are attributed to a party that does not say them; `how` that party appears in the text."""

    how: How


class Inverted(Record):
    """How many contents are inverted, of those that were found and whose source can be `judged`; and every place.

    Inverted: attributed to a party that is not the source but is spoken of, spoken to, or only mentioned to say who the
    source is (`sayso.evaluate.inversions`). Counted separately, since other figures do not show it.
    """

    count: int
    judged: int
    places: tuple[InvertedPlace, ...]


class Bin(Record):
    """Judgements with confidences from `low` to `high`: their mean confidence, and the share that is right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


class Calibration(Record):
    """The expected calibration error over `count` judgements, and its bins."""

    count: int
    error: float
    bins: tuple[Bin, ...]


class SectionScores(Record):
    """Attributions, chains or whole readings: measures by name, overall and by group of a grouping (`manner`).

    `articles` counts those with such gold. Confusions are in order of their count.
    """

    articles: int
    measures: dict[str, Measure]
    groups: dict[str, dict[str, dict[str, Measure]]]
    inverted: Inverted
    confusions: tuple[Confusion, ...]
    calibration: Calibration | None


class Score(Record):
    """One article's attributions: how many, how many are right, and F1 (None without attributions on either side)."""

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
    readings: SectionScores | None = None
