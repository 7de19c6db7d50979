"""Figures with the interval in which they would lie for other articles of the same kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from sayso.evaluate.evaluation import Measure
from sayso.evaluate.tallies import Counts, Key, Tallies, Values, f1, ratio, share, stacked

RESAMPLES = 1000
SEED = 1
LEVEL = (2.5, 97.5)
"""Percentiles that bound a 95 % interval."""

F1 = frozenset(
    {"attribution", "content", "exact", "cue", "span source", "span cue", "span content", "anonymous", "furniture"}
)
"""The measures that are F1 scores; the others are shares of gold."""


def measures(tallies: Sequence[Tallies], keys: Iterable[Key] | None = None) -> dict[Key, Measure]:
    """Each of `keys` (all there are) over all articles, with a percentile bootstrap interval.

    Articles, not attributions, are resampled, since those of an article are not independent. (Efron, Annals of
    Statistics 7, 1979.) The same tallies give the same interval.
    """
    chosen = sorted({key for counts in tallies for key in counts} if keys is None else keys)
    counts = stacked(tallies, chosen)
    draws = np.random.default_rng(SEED).multinomial(len(tallies), [1 / len(tallies)] * len(tallies), size=RESAMPLES)
    drawn = np.tensordot(draws, counts, axes=1)
    whole = counts.sum(axis=0)
    return {key: _measure(key, whole[at], drawn[:, at]) for at, key in enumerate(chosen)}


def _measure(key: Key, whole: Counts, drawn: Counts) -> Measure:
    figure = f1 if key.measure in F1 else share
    value = figure(whole)
    if np.isnan(value):
        return Measure(value=None, low=None, high=None, of=0, predicted=0 if key.measure in F1 else None)
    low, high = np.nanpercentile(figure(drawn), LEVEL)
    sides: dict[str, float | int] = {}
    if key.measure in F1:
        recall, precision = ratio(whole[[0, 2]], whole[[1, 3]])
        sides = {"predicted": int(whole[3]), "precision": _rounded(precision), "recall": _rounded(recall)}
    return Measure(value=_rounded(value), low=_rounded(low), high=_rounded(high), of=int(whole[1]), **sides)


def _rounded(value: Values | np.float64) -> float:
    return round(float(value), 4)
