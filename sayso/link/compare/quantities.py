"""Quantities as ranges: "12", "at least 12", "dozens", "nearly 1,000", "between 5 and 10", "$3.4 billion", "40 %"."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

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
_MONEY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}

_NUMBER = re.compile(
    r"(?P<money>[$€£¥])?\s?(?P<digits>(?<!\d)\d++(?:,\d{3})*(?:\.\d++)?)(?P<ordinal>st|nd|rd|th)?(?P<scale>bn|mln|tn|m|k|b)?(?![\w])"
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

ROUGH = 0.1
"""How far "about" may be off, as a share of the figure."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number from `low` to `high`, the stem of its `unit` ("" where nothing follows), and the `words` as written."""

    low: float
    high: float
    unit: str
    words: str

    def meets(self, other: Quantity) -> bool:
        """Whether both can be true."""
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
    found: list[Quantity] = []
    matches = list(_NUMBER.finditer(text))
    at = 0
    while at < len(matches):
        value, after = _value(matches, at, text)
        if value is None:
            at += 1
            continue
        made = _made(value, matches, at, after, text)
        if made is not None:
            found.append(made)
        at = after
    return tuple(found)


def _value(matches: list[re.Match[str]], at: int, text: str) -> tuple[tuple[float, float] | None, int]:
    """The number that begins at match `at`, as a range (None without one), and the index of the match after it."""
    match = matches[at]
    if match["digits"]:
        if match["ordinal"]:
            return (float(match["digits"].replace(",", "")),) * 2, at + 1
        value = float(match["digits"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1)
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
    if _AT_LEAST.search(before):
        high = math.inf
    elif _AT_MOST.search(before):
        low = 0.0
    elif _ABOUT.search(before):
        low, high = low * (1 - ROUGH), high * (1 + ROUGH)
    return Quantity(low, high, unit, text[matches[at].start() : words_end].strip())


def _is_year(digits: str, value: float) -> bool:
    return len(digits) == 4 and 1000 <= value <= 2100


def _unit(matches: list[re.Match[str]], at: int, after: int, text: str) -> tuple[str, int]:
    """The stem of the unit (currency, "percent", or the last word of the noun phrase that follows), and its end."""
    if matches[at]["money"]:
        return _MONEY[matches[at]["money"]], matches[after - 1].end()
    following = text[matches[after - 1].end() :]
    if re.match(r"\s?(?:%|per ?cent)", following):
        return "percent", matches[after - 1].end() + 1
    run = re.match(r"(?:[\s\-]+[^\W\d_]+){1,3}", following)
    if not run:
        return "", matches[after - 1].end()
    words = run.group().replace("-", " ").split()
    kept = [word for word in words[:3] if word.lower() not in COMPARING.behind_a_unit]
    if not kept or words[0].lower() in COMPARING.behind_a_unit:
        return "", matches[after - 1].end()
    last = next((n for n, word in enumerate(words) if word.lower() in COMPARING.behind_a_unit), len(words))
    return stem(words[last - 1]), matches[after - 1].end() + len(run.group())
