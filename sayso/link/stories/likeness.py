"""How alike two articles are, from 0 to 1: in meaning, in words, and in time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Alike = NDArray[np.float64]

WORDS = 0.6
"""The weight of words against meaning."""

LEAST_WORDS = 0.1
"""The least likeness in words of two articles of one story that stand next to each other in it."""

BAR = 0.36
"""How alike articles have to be to tell one story."""

FREE_DAYS = 4
"""Days between two articles that do not count."""
PER_DAY = 0.008
"""What each further day takes away."""
MOST_AGE = 0.12
"""The most that days take away: a reprint of last year's article is still of its story."""

UNDATED = -1
"""The day of an article whose date is not known."""


def likeness(meaning: Alike, words: Alike, day: NDArray[np.int32], days: NDArray[np.int32]) -> Alike:
    """The likeness of articles with these cosines of meaning and of words, published on `day` and on `days`.

    Where a date is not known, days do not count. Rounded to thousandths.
    """
    apart = np.abs(days.astype(np.int64) - day)
    age = np.where((days < 0) | (day < 0), 0.0, np.minimum(MOST_AGE, PER_DAY * np.maximum(0, apart - FREE_DAYS)))
    whole: Alike = np.round((1 - WORDS) * np.clip(meaning, 0, 1) + WORDS * words - age, 3)
    return whole
