"""Dates in a text as ranges of days ("Tuesday", "last month", "in 1991"), relative to the day of publication."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sayso.link.linking_words import COMPARING

_MONTH = "|".join(f"{name}|{name[:3]}\\.?|{name[:4]}\\." for name in COMPARING.months)
_FULL = re.compile(
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(?P<month>{_MONTH})\b"
    rf"(?:\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,?\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d,.$€£])(?P<year>1[0-9]\d\d|20\d\d)(?P<decade>s)?(?![\d,]\d|%)")
_RELATIVE = re.compile(
    r"\b(?P<which>last|this|next|past|previous|coming)\s+(?P<unit>week|month|year|"
    + "|".join(COMPARING.weekdays)
    + r")\b",
    re.I,
)
_DAY = re.compile(r"\b(?P<day>" + "|".join(COMPARING.weekdays) + r"|today|yesterday|tomorrow|tonight)\b", re.I)


@dataclass(frozen=True, slots=True)
class DayRange:
    """The days from `first` to `last`, and the `words` for them.

    Without a year in the text or a day of publication, `year` is False and only month and day count.
    """

    first: date
    last: date
    words: str
    year: bool = True

    def meets(self, other: DayRange) -> bool:
        """Whether the ranges have a day in common; without a known year, in any year."""
        if self.year and other.year:
            return self.first <= other.last and other.first <= self.last
        if _wide(self) or _wide(other):
            return True
        a, b = (self.first.month, self.first.day), (self.last.month, self.last.day)
        c, d = (other.first.month, other.first.day), (other.last.month, other.last.day)
        return a <= d and c <= b


def _wide(day: DayRange) -> bool:
    return (day.last - day.first).days > 31


@lru_cache(maxsize=16384)
def days(text: str, published: date | None) -> tuple[DayRange, ...]:
    """The dates in a text; relative ones are left out without a day of publication."""
    found = [made for match in _FULL.finditer(text) if (made := _full(match, published))]
    if not found:
        found = [_years(match) for match in _YEAR.finditer(text)]
    if not found and published:
        found = [_relative(match, published) for match in _RELATIVE.finditer(text)]
        found = found or [_day(match, published) for match in _DAY.finditer(text)]
    return tuple(found)


def _full(match: re.Match[str], published: date | None) -> DayRange | None:
    name = match["month"].lower().rstrip(".")
    if name == "may" and not (match["d1"] or match["d2"] or match["year"]):
        return None
    month = next(n for n, full in enumerate(COMPARING.months, start=1) if full.startswith(name[:3]))
    day = int(match["d1"] or match["d2"] or 0)
    written = int(match["year"] or 0)  # "0000" is midnight
    year = written or (published.year if published else 2000)
    last = monthrange(year, month)[1]
    if day > last:
        return None
    known = bool(written or published)
    return DayRange(date(year, month, day or 1), date(year, month, day or last), match.group().strip(), known)


def _years(match: re.Match[str]) -> DayRange:
    year = int(match["year"])
    return DayRange(date(year, 1, 1), date(year + 9 if match["decade"] else year, 12, 31), match.group())


def _relative(match: re.Match[str], published: date) -> DayRange:
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}[match["which"].lower()]
    unit = match["unit"].lower()
    if unit == "year":
        year = published.year + step
        return DayRange(date(year, 1, 1), date(year, 12, 31), match.group())
    if unit == "month":
        number = published.year * 12 + published.month - 1 + step
        year, month = number // 12, number % 12 + 1
        return DayRange(date(year, month, 1), date(year, month, monthrange(year, month)[1]), match.group())
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    if unit == "week":
        return DayRange(monday, monday + timedelta(days=6), match.group())
    return _day(match, published, step, unit)


def _day(match: re.Match[str], published: date, step: int = 0, unit: str | None = None) -> DayRange:
    """The day meant; a day of the week is the last before publication ("on Tuesday"), unless the text says "next"."""
    name = unit or match["day"].lower()
    shift = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}.get(name)
    if shift is None:
        back = (published.weekday() - COMPARING.weekdays.index(name)) % 7
        shift = 7 - back if step > 0 else -back
    day = published + timedelta(days=shift)
    return DayRange(day, day, match.group())
