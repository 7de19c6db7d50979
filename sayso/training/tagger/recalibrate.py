"""Fit the confidence of statements to whole readings: `python -m sayso.training.tagger.recalibrate FOLDER`.

FOLDER is as `sayso evaluate` takes it: `readings.jsonl` and `text/`. The log-odds of statements with a source, and of
those in the article's own voice, are each multiplied and shifted so that what was read is likeliest (Platt 1999), and
the weights in `confidence.json` changed accordingly. Run it after `calibrate`, whose texts are of fewer kinds.

Prints the calibration error (ten bins of equal mass) before and after, the latter by cross-validation over articles.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from sayso.engine import Engine
from sayso.errors import UnreadableError
from sayso.evaluate import fitted as fitted_gold
from sayso.evaluate import gold, mark
from sayso.evaluate.marks import JudgedConfidence
from sayso.ingest import ingest
from sayso.training.fit_logistic import Floats, fitted, probabilities
from sayso.training.tagger.calibrate import WEIGHTS

FOLDS = 10
_KINDS = {True: "OfStatement", False: "OfOwnVoice"}
_SURE = 1e-3
"""Confidences are kept this far from 0 and 1."""
_PENALTY = np.array([1e-3, 1e-3])


class JudgedStatement(NamedTuple):
    """The number of an article, and a statement in it."""

    article: int
    judged: JudgedConfidence


def statements(folder: Path) -> Iterator[JudgedStatement]:
    """Every statement of the articles in `folder` that answers to one in the readings."""
    engine = Engine()
    for number, place in enumerate(gold(folder).places):
        (one,) = ingest(place.text, literal=True)
        if one.article is None:
            raise SystemExit(f"{place.name}: {one.capture.problem}")
        try:
            marked = mark(fitted_gold(place, one.article), engine.extract(one.article))
        except UnreadableError as error:
            print(f"{place.name}: {error}")
            continue
        for judged in marked.readings.judged if marked.readings else ():
            yield JudgedStatement(number, judged)


def scaling(found: Sequence[JudgedStatement]) -> Floats:
    """What the log-odds are multiplied by, and what is added."""
    return fitted(_log_odds(found), np.array([float(one.judged.right) for one in found]), _PENALTY)


def crossed(found: Sequence[JudgedStatement]) -> Floats:
    """The confidence of each statement by a scaling fitted on other articles."""
    folds = np.array([one.article % FOLDS for one in found])
    p = np.zeros(len(found))
    for fold in range(FOLDS):
        others = [one for one, its in zip(found, folds, strict=True) if its != fold]
        mine = [one for one, its in zip(found, folds, strict=True) if its == fold]
        p[folds == fold] = probabilities(_log_odds(mine), scaling(others))
    return p


def _log_odds(found: Sequence[JudgedStatement]) -> Floats:
    inside = [min(1 - _SURE, max(_SURE, one.judged.confidence)) for one in found]
    return np.array([[math.log(p / (1 - p)), 1.0] for p in inside])


def error(p: Floats, found: Sequence[JudgedStatement]) -> float:
    """Expected calibration error over ten bins of equal mass."""
    right = np.array([float(one.judged.right) for one in found])
    bins = np.array_split(np.argsort(p), 10)
    return float(sum(len(each) * abs(p[each].mean() - right[each].mean()) for each in bins) / len(p))


def main(folder: Path) -> None:
    """Print, and change the weights."""
    every = list(statements(folder))
    weights = json.loads(WEIGHTS.read_text("utf-8"))
    for sourced, kind in _KINDS.items():
        found = [one for one in every if one.judged.sourced == sourced]
        before = np.array([one.judged.confidence for one in found])
        by, plus = scaling(found)
        print(f"{kind}: {len(found)}, {error(before, found):.3f} before, {error(crossed(found), found):.3f} after")
        weights[kind] = {name: round(weight * by, 4) for name, weight in weights[kind].items()}
        weights[kind]["always"] = round(weights[kind]["always"] + plus, 4)
    WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
