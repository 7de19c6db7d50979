"""Quantities as ranges: "12", "at least 12", "dozens", "nearly 1,000", "between 5 and 10", "$3.4 billion", "40 %"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from sayso.link.compare.fractions import in_figures
from sayso.link.compare.lexicon import LEXICON
from sayso.link.compare.measures import SIGNS, converted, is_measure, is_money, unit_of
from sayso.link.linking_words import COMPARING
from sayso.link.stems import stem

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_ONES = {word: n for n, word in enumerate(f"{_UNITS} eighteen nineteen".split(), start=1)}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINAL = {word: n for n, word in enumerate(_ORDINALS.split(), start=1)}
_ORDINAL |= {word[:-1] + "ieth": n for word, n in _TENS.items()}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALES |= {"k": 1000, "m": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "dozen": 12}
_VAGUE = {"dozens": (24, 200), "scores": (40, 300), "hundreds": (200, 2000), "thousands": (2000, 100_000)}
_VAGUE |= {"millions": (2 * 10**6, 10**9), "billions": (2 * 10**9, 10**12), "several": (3, 20)}
_VAGUE |= {"tens": (20, 100), "couple": (2, 3)}

_NUMBER = re.compile(
    r"(?P<money>[$€£¥])?\s?(?P<sign>(?<![\w.)%])[-−])?(?P<digits>(?<!\d)\d++(?:,\d{3})*(?:\.\d++)?)(?P<ordinal>st|nd|rd|th)?(?P<scale>bn|mln|tn|m|k|b)?(?![\w])"
    r"|(?P<word>[a-z]+(?:-[a-z]+)?)|(?P<percent>%)",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(r"(?:at least|more than|over|above|no fewer than|no less than|upwards of|\bexceed\w*)\s*$", re.I)
_AT_MOST = re.compile(r"(?:at most|less than|fewer than|under|below|up to|no more than|as many as)\s*$", re.I)
_ABOUT = re.compile(
    r"(?:about|around|some|nearly|almost|roughly|approximately|(?:an )?estimated|close to|circa|average(?: of)?)\s*$",
    re.IGNORECASE,
)
_AFTER_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?\s*$", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|both|these|those|all|its|their|our)\s*$", re.IGNORECASE)
"""Before a small number: "the two countries" points back and is not a count."""

_ABOVE = re.compile(r"\b(?:just|slightly|little|well)\s+(?:over|above|more than)\s*$", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:just|slightly|little)\s+(?:under|below|less than|short of|shy of)\s*$", re.IGNORECASE)
_NEARLY = re.compile(r"\b(?:nearly|almost|close to|not quite)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s*$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\bby(?:\s+(?:a|about|around|some|nearly|almost|roughly|at least|more than|just|over|under))*\s*$", re.I
)
_LEVEL = re.compile(
    r"\bto(?:\s+(?:a|about|around|some|nearly|almost|roughly|at least|more than|just|over|under))*\s*$", re.I
)

ROUGH = 0.1
"""How far "about" may be off, as a share of the figure."""
ROUNDED = 0.05
"""How far a figure may be off that was converted, as a share of it, at most; else half of its last digit but zeros."""
SAME_FIGURE = 0.001
"""The same where both figures are one: 40 degrees below zero are as many Celsius as Fahrenheit, but for what a computer
rounds."""

Way = Literal["", "by", "to"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number from `low` to `high`, its `unit`, and the `words` as written.

    `unit`: as `pint` writes it, a currency, "percent", or the stem of the noun; "" where nothing follows. `way`:
    whether something changed "by" it or "to" it, "" where that is not said. `step`: what its last digit but zeros
    stands for.
    """

    low: float
    high: float
    unit: str
    words: str
    way: Way = ""
    step: float = 0.0

    def meets(self, other: Quantity) -> bool:
        """Whether both can be true, in one unit."""
        return self.low <= other.high and other.low <= self.high


def numeral(word: str) -> str | None:
    """The digits of a number above 2 that is written as a word ("thirty", "thirtieth"); else None."""
    low = word.lower()
    value = _ONES.get(low) or _TENS.get(low) or _ORDINAL.get(low)
    return str(value) if value and value > 2 else None


@lru_cache(maxsize=16384)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, in order.

    Without years ("in 1991"), days of a month, clock times, and "the two" of something named before.
    """
    plain, written = in_figures(text)
    found: list[Quantity] = []
    matches = list(_NUMBER.finditer(plain))
    at = 0
    while at < len(matches):
        value, after = _value(matches, at, plain)
        if value is None:
            at += 1
            continue
        until, end = _value(matches, after + 1, plain) if _ranges(matches, at, after, plain) else (None, after)
        if until is not None and _below(value, until):
            value, after = _spanned(value, until), end
        made = _made(value, matches, at, after, plain)
        if made is not None:
            found.append(_as_written(made, written))
        at = after
    return tuple(found)


def _ranges(matches: list[re.Match[str]], at: int, after: int, text: str) -> bool:
    """Whether a range may follow: "5 to 10", "between 5 and 10"."""
    if after + 1 >= len(matches) or matches[at]["ordinal"]:
        return False
    word = (matches[after]["word"] or "").lower()
    before = text[: matches[at].start()]
    if word == "and":
        return bool(_BETWEEN.search(before))
    return word in {"to", "or"} and not re.search(r"\bfrom\s*$", before, re.IGNORECASE)


def _below(value: tuple[float, float], until: tuple[float, float]) -> bool:
    return 0 < value[0] < until[1] and (until[1] <= 20 * value[1] or (value[1] < 1000 <= until[1]))


def _spanned(value: tuple[float, float], until: tuple[float, float]) -> tuple[float, float]:
    """From the first figure, in the scale of the last ("2 to 3 million")."""
    scale = next((scale for scale in (10**12, 10**9, 10**6, 1000) if until[1] >= scale and value[1] < 1000), 1)
    return (value[0] * scale if value[0] * scale < until[1] else value[0], until[1])


def _as_written(quantity: Quantity, written: dict[str, str]) -> Quantity:
    """The quantity with the words of the text; a fraction may be off by what rounds to a whole percentage."""
    for figure, words in written.items():
        if figure in quantity.words:
            low, high = quantity.low, quantity.high
            if quantity.unit == "percent":
                low, high = low - low % 1, high + -high % 1 if math.isfinite(high) else high
            return replace(quantity, low=low, high=high, words=quantity.words.replace(figure, words))
    return quantity


def _value(matches: list[re.Match[str]], at: int, text: str) -> tuple[tuple[float, float] | None, int]:
    """The number that begins at match `at`, as a range (None without one), and the index of the match after it."""
    match = matches[at]
    if match["digits"]:
        if match["ordinal"]:
            return (float(match["digits"].replace(",", "")),) * 2, at + 1
        value = float(f"{'-' if match['sign'] else ''}{match['digits']}".replace(",", "")) * _SCALES.get(
            (match["scale"] or "").lower(), 1
        )
        return _scaled(matches, at + 1, value)
    word = (match["word"] or "").lower()
    if word in _VAGUE:
        return _VAGUE[word], at + 1
    if word in _ORDINAL and word not in {"first", "second"}:
        return (float(_ORDINAL[word]),) * 2, at + 1
    ten, _, rest = word.partition("-")
    small = _ONES.get(word) or (_TENS.get(ten, 0) + _ONES.get(rest, 0) if ten in _TENS else 0)
    if small:
        return _scaled(matches, at + 1, float(small))
    if word in {"hundred", "thousand", "million", "billion", "dozen"} and _follows(text, match, ("a", "per")):
        return (float(_SCALES[word]),) * 2, at + 1
    return None, at + 1


def _scaled(matches: list[re.Match[str]], at: int, value: float) -> tuple[tuple[float, float], int]:
    while at < len(matches) and (matches[at]["word"] or "").lower() in _SCALES and len(matches[at]["word"]) > 2:
        value *= _SCALES[matches[at]["word"].lower()]
        at += 1
    return (value, value), at


def _follows(text: str, match: re.Match[str], words: tuple[str, ...]) -> bool:
    before = text[: match.start()].split()
    return bool(before) and before[-1].lower() in words


def _made(value: tuple[float, float], matches: list[re.Match[str]], at: int, after: int, text: str) -> Quantity | None:
    low, high = value
    before = text[: matches[at].start()]
    unit, words_end = _unit(matches, at, after, text)
    if matches[at]["digits"] and (_is_year(matches[at]["digits"], low) or _AFTER_MONTH.search(before)):
        return None
    if matches[at]["ordinal"] or (matches[at]["word"] or "").lower() in _ORDINAL:
        unit = unit if unit == stem("anniversary") else f"# {unit}"
    if ":" in text[max(0, matches[at].start() - 1) : matches[after - 1].end() + 1]:
        return None
    if value[1] <= 4 and _DEFINITE.search(before):
        return None
    low, high = _bounded(low, high, before, text[words_end:])
    step = _step(matches[at]["digits"], value[0])
    return Quantity(low, high, unit, text[matches[at].start() : words_end].strip(), _way(before), step)


def _bounded(low: float, high: float, before: str, behind: str) -> tuple[float, float]:
    """The range that the words around a figure give it."""
    off = ROUGH * max(abs(low), abs(high))
    if _ABOVE.search(before):
        return low, high + off
    if _BELOW.search(before) or _NEARLY.search(before):
        return low - off, high
    if _AT_LEAST.search(before) or re.match(r"\s+or more\b", behind):
        return low, math.inf
    if _AT_MOST.search(before) or re.match(r"\s+or (?:less|fewer)\b", behind):
        return min(low, 0.0), high
    if _ABOUT.search(before):
        return low - off, high + off
    return low, high


def _way(before: str) -> Way:
    return "by" if _CHANGE.search(before) else "to" if _LEVEL.search(before) else ""


def _step(digits: str | None, value: float) -> float:
    """What the last digit that is no zero stands for: 10,000 in 250,000 and 0.1 in 42.2; 1 for words."""
    if not digits:
        return 10.0 ** (len(f"{value:.0f}") - len(f"{value:.0f}".rstrip("0"))) if value else 1.0
    whole, _, decimals = digits.replace(",", "").partition(".")
    written = 10.0 ** -len(decimals) if decimals else 10.0 ** (len(whole) - len(whole.rstrip("0")))
    return written * (abs(value) / float(digits.replace(",", "")) if float(digits.replace(",", "")) else 1.0)


def _is_year(digits: str, value: float) -> bool:
    return len(digits) == 4 and 1000 <= value <= 2100


def _unit(matches: list[re.Match[str]], at: int, after: int, text: str) -> tuple[str, int]:
    """The unit (that of a measure, a currency, "percent", or the stem of the noun that follows), and its end."""
    end = matches[after - 1].end()
    if matches[at]["money"]:
        return SIGNS[matches[at]["money"]], end
    following = text[end:]
    if percent := re.match(r"\s?(?:%|per ?cent\b)", following):
        return "percent", end + percent.end()
    if temperature := re.match(r"\s?°\s?([CF])\b", following):
        return f"deg{temperature[1]}", end + temperature.end()
    run = re.match(r"(?:[\s\-]+[^\W\d_]+){1,4}", following)
    if not run:
        return "", end
    parts = list(re.finditer(r"[^\W\d_]+", run.group()))
    words = [match.group() for match in parts]
    measured, length = unit_of(words)
    if measured:
        return measured, end + parts[length - 1].end()
    words = words[:3]
    if words[0].lower() in COMPARING.behind_a_unit:
        return "", end
    last = next((n for n, word in enumerate(words) if word.lower() in COMPARING.behind_a_unit), len(words))
    return stem(words[last - 1]), end + parts[last - 1].end()


def alike(quantity: Quantity, other: Quantity) -> bool | None:
    """Whether two quantities that measure or count the same agree; None where they do not, or that cannot be said.

    Sums in two currencies agree in nothing, and only differ where the figures are equal: else one may be converted.
    """
    if {quantity.way, other.way} == {"by", "to"}:
        return None
    if quantity.unit == other.unit or LEXICON.same(quantity.unit, other.unit):
        return quantity.meets(other) if quantity.unit else None
    if is_money(quantity.unit) and is_money(other.unit):
        return False if quantity.meets(other) else None
    if is_measure(quantity.unit) and is_measure(other.unit):
        return _converts(quantity, other)
    return None


def _converts(quantity: Quantity, other: Quantity) -> bool | None:
    one_figure = (quantity.low, quantity.high) == (other.low, other.high)  # which converting would have changed
    mine, theirs = (_rounded(figure, SAME_FIGURE if one_figure else ROUNDED) for figure in (quantity, other))
    if "£" in quantity.words + other.words:
        return None
    ends = [converted(value, theirs.unit, mine.unit) for value in (theirs.low, theirs.high)]
    if None in ends:
        return None
    low, high = (end for end in ends if end is not None)
    return mine.low <= high and low <= mine.high


def _rounded(quantity: Quantity, most: float) -> Quantity:
    off = min(quantity.step / 2, most * abs(quantity.low)) if math.isfinite(quantity.low) else 0.0
    return replace(quantity, low=quantity.low - off, high=quantity.high + off)


def agrees(figure: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether any of `others` agrees with a figure, or all of its kind together do."""
    of_a_kind = [other for other in inherited(others) if alike(figure, other) is not None]
    if any(alike(figure, other) for other in of_a_kind):
        return True
    units = {other.unit for other in of_a_kind}
    if len(of_a_kind) < 2 or len(units) > 1 or figure.unit == "percent":
        return False
    whole = replace(of_a_kind[0], low=sum(q.low for q in of_a_kind), high=sum(q.high for q in of_a_kind))
    return bool(alike(figure, whole))


def inherited(figures: Sequence[Quantity]) -> Iterator[Quantity]:
    """The figures, one without a unit in that of the one before it ("1,200 jobs in Spain and 300 in Portugal")."""
    unit = ""
    for figure in figures:
        yield figure if figure.unit else replace(figure, unit=unit)
        unit = figure.unit or unit
