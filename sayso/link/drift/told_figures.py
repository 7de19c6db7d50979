"""The figures of a telling, with what makes them rough, and how they change from one telling to another."""

from __future__ import annotations

import math
import re
from typing import Literal

from sayso.link.compare.quantities import quantities
from sayso.link.linking_words import HEDGING
from schemas import Record
from schemas.record import Words

Bound = Literal["exact", "at least", "not quite", "about"]

_BOUNDS: tuple[tuple[Bound, tuple[str, ...]], ...] = (
    ("at least", HEDGING.at_least),
    ("not quite", HEDGING.not_quite),
    ("about", HEDGING.about),
)
_OR_MORE = re.compile(r"(?:\W{1,3}\w{1,20})?\W{1,3}(?:or|and) (?:more|so|older|over|above|higher)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:from|compared (?:with|to)|instead of|not)\s{0,3}[$€£¥]?$", re.IGNORECASE)
"""Behind these stands a figure of before, or one that is not right: "14, up from 11"."""
_SINCE = re.compile(r"(?:\W{1,3}\w+)?\W{1,3}(old|ago)\b", re.IGNORECASE)
"""Behind an age or a time since something, which are no measure of one another: "14 years old", "20 years ago"."""
_NEAR = 24
"""How many characters before and behind a figure say how exact it is."""
_ROUNDED = 1.25
"""The most by which rounding up makes a figure larger."""


class Figure(Record):
    """A number as written, its value, the stem of what it counts ("" where nothing follows), and how exact it is."""

    words: Words
    value: float
    unit: Words
    bound: Bound = "exact"

    @property
    def written(self) -> str:
        """The figure with what makes it rough: "at least 11 people"."""
        rough = {"exact": "", "at least": "at least ", "not quite": "nearly ", "about": "about "}
        return f"{rough[self.bound]}{self.words}"


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in order; vague ones ("dozens") and ordinals are left out."""
    found, at = [], 0
    for quantity in quantities(text):
        start = text.find(quantity.words, at)
        bare = quantities(quantity.words)
        if start < 0 or len(bare) != 1 or bare[0].low != bare[0].high or quantity.unit.startswith("#"):
            continue
        at = start + len(quantity.words)
        before = text[max(0, start - _NEAR) : start]
        if _BEFORE.search(before):
            continue
        words = _number(quantity.words, bare[0].low)
        end = start + len(words)
        behind = text[end : end + _NEAR]
        since = _SINCE.match(behind)
        unit = f"{quantity.unit} {since[1].lower()}" if since else quantity.unit
        found.append(Figure(words=words, value=bare[0].low, unit=unit, bound=_bound(before, behind)))
    return tuple(found)


def unbounded(before: Figure, after: Figure) -> bool:
    """Whether one figure stands in both, and lost its "at least" or "about" on the way."""
    return _counts_the_same(before, after) and before.value == after.value and _rough(before) and after.bound == "exact"


def reached(before: Figure, after: Figure) -> bool:
    """Whether "nearly 300" became 300."""
    same = _counts_the_same(before, after) and before.value == after.value
    return same and before.bound == "not quite" and after.bound == "exact"


def rounded_up(before: Figure, after: Figure) -> bool:
    """Whether the second is a rounder and a little larger number than the first: 180,000 and 200,000, 27 and 30."""
    return (
        _counts_the_same(before, after)
        and before.value < after.value <= before.value * _ROUNDED
        and before.value >= _LEAST
        and _digits(after.value) < _digits(before.value)
    )


def grew(before: Figure, after: Figure) -> bool:
    """Whether the second counts more of the same, and both are exact."""
    same = before.unit != "" and before.unit == after.unit and before.bound == after.bound == "exact"
    return same and before.value < after.value <= before.value * _GROWN


_GROWN = 10
"""A figure that is larger by more is another figure, or was misread."""
_LEAST = 10
"""Smaller numbers are not rounded."""


def _rough(figure: Figure) -> bool:
    return figure.bound in {"at least", "about"}


def _counts_the_same(before: Figure, after: Figure) -> bool:
    return before.unit == after.unit or "" in {before.unit, after.unit}


def _digits(value: float) -> int:
    """How many digits of a number are not rounded away: two of 180,000, one of 200,000."""
    if not value or not math.isfinite(value):
        return 0
    return len(f"{value:.6f}".replace(".", "").strip("0"))


def _number(words: str, value: float) -> str:
    """The number alone, of a number with what it counts."""
    parts = words.split()
    begun = (" ".join(parts[:size]) for size in range(1, len(parts)))
    return next((one for one in begun if (made := quantities(one)) and made[0].low == value), words)


def _bound(before: str, words: str) -> Bound:
    low = before.casefold().rstrip(" €$£¥")
    if _OR_MORE.match(words):
        return "at least"
    return next((bound for bound, phrases in _BOUNDS if any(_ends(low, phrase) for phrase in phrases)), "exact")


def _ends(text: str, phrase: str) -> bool:
    return text.endswith(phrase) and not text[: -len(phrase)][-1:].isalnum()
