"""Figures out of counts: F1, shares, intervals, calibration."""

import pytest

from sayso.evaluate.bootstrap import measures
from sayso.evaluate.calibration import calibration
from sayso.evaluate.evaluation import Bin, Calibration, Measure
from sayso.evaluate.marks import JudgedConfidence
from sayso.evaluate.tallies import Key, Tallies

F1, SHARE = Key("attribution"), Key("source_acc")


def tallies(counts, key=F1):
    made = Tallies()
    made.expect(key, *counts[:2])
    if len(counts) > 2:
        made.predict(key, *counts[2:])
    return made


def measure(value, of, predicted=None, sides=(None, None), interval=None):
    low, high = interval or (value, value)
    return Measure(value=value, low=low, high=high, of=of, predicted=predicted, precision=sides[0], recall=sides[1])


FIGURES = {
    "one article has no interval": ([(1, 2, 1, 4)], F1, measure(0.3333, 2, 4, (0.25, 0.5))),
    "articles alike have none": ([(1, 2, 1, 4)] * 3, F1, measure(0.3333, 6, 12, (0.25, 0.5))),
    "found and right may differ in a group": ([(2, 4, 1, 1)], F1, measure(0.6667, 4, 1, (1.0, 0.5))),
    "nothing found": ([(0, 2, 0, 0)], F1, measure(0.0, 2, 0, (0.0, 0.0))),
    "nothing to find and nothing found": ([(0, 0, 0, 0)], F1, measure(None, 0, 0)),
    "a share": ([(1, 4)], SHARE, measure(0.25, 4)),
    "a share of nothing": ([(0, 0)], SHARE, measure(None, 0)),
    "articles that have none of it do not count": ([(1, 2), (0, 0), (0, 0)], SHARE, measure(0.5, 2)),
    "articles of two kinds: from all of the one to all of the other": (
        [(0, 1), (1, 1)],
        SHARE,
        measure(0.5, 2, interval=(0.0, 1.0)),
    ),
}


@pytest.mark.parametrize(("counts", "key", "expected"), FIGURES.values(), ids=FIGURES)
def test_a_measure(counts, key, expected):
    assert measures([tallies(one, key) for one in counts]) == {key: expected}


def test_an_interval_is_about_two_standard_errors_wide_on_either_side_and_always_the_same():
    """100 articles of one item each, 80 right: the standard error of the share is 0.04."""
    articles = [tallies((int(number % 5 > 0), 1), SHARE) for number in range(100)]
    found = measures(articles)[SHARE]
    assert (found.value, found.low, found.high) == pytest.approx((0.8, 0.72, 0.88), abs=0.015)
    assert measures(articles)[SHARE] == found


def judged(*counts):
    """So many of each confidence, the first of them right."""
    return [JudgedConfidence(sure, number < right) for sure, right, of in counts for number in range(of)]


def one(low, high, count, confidence, right):
    return Bin(low=low, high=high, count=count, confidence=confidence, right=right)


CALIBRATIONS = {
    "right as often as it says": (
        judged((0.25, 1, 4), (0.75, 3, 4)),
        2,
        (8, 0.0, (one(0.25, 0.25, 4, 0.25, 0.25), one(0.75, 0.75, 4, 0.75, 0.75))),
    ),
    "too sure, in one of two bins": (
        judged((0.5, 1, 2), (0.9, 1, 2)),
        2,
        (4, 0.2, (one(0.5, 0.5, 2, 0.5, 0.5), one(0.9, 0.9, 2, 0.9, 0.5))),
    ),
    "a bin of neighbours": (
        judged((0.2, 0, 1), (0.4, 1, 1), (0.6, 0, 1), (1.0, 1, 1)),
        2,
        (4, 0.25, (one(0.2, 0.4, 2, 0.3, 0.5), one(0.6, 1.0, 2, 0.8, 0.5))),
    ),
    "equal confidences share a bin, whatever their order": (
        judged((0.5, 6, 12)),
        10,
        (12, 0.0, (one(0.5, 0.5, 12, 0.5, 0.5),)),
    ),
    "fewer than there are bins": (judged((0.9, 1, 1)), 10, (1, 0.1, (one(0.9, 0.9, 1, 0.9, 1.0),))),
}


@pytest.mark.parametrize(("pairs", "bins", "expected"), CALIBRATIONS.values(), ids=CALIBRATIONS)
def test_calibration(pairs, bins, expected):
    count, error, made = expected
    assert calibration(reversed(pairs), bins) == Calibration(count=count, error=error, bins=made)


def test_nothing_judged_has_no_calibration():
    assert calibration([]) is None
