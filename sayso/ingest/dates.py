"""Dates as pages, feeds and articles write them, turned into ISO 8601; ambiguous dates are not read."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = r"(?:,? (?:(?:at|-|–|\|) )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: \(?[A-Za-z]{2,9}\)?)?)?"
_DAY_FIRST = re.compile(rf"(?:\w+,?\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\s+([A-Za-z]{{3,9}})\.?,?\s+(\d{{4}}){_TIME}")
_MONTH_FIRST = re.compile(rf"(?:\w+,?\s+)?([A-Za-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}")
_DIGITS = re.compile(
    r"(?:(?P<y>\d{4})(?:(?P<m>\d\d)(?P<d>\d\d)|/(?P<m2>\d{1,2})/(?P<d2>\d{1,2}))|(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})\.(?P<y3>\d{4}))"
    r"(?:[T\s].{0,30})?"
)
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_HALF_DAY = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
_FRACTION = re.compile(r"([.,]\d{6})\d+")
_ZONE = re.compile(r" ?(?:UTC|GMT)$| (?=[+-]\d\d:?\d\d$)")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")

_NO_DATES = frozenset(
    date.fromisoformat(day)
    for day in (
        "1601-01-01 1899-12-30 1899-12-31 1900-01-01 1969-12-31 1970-01-01 1980-01-01 2038-01-19 2099-12-31".split()
    )
)
"""What programs write where they know no date."""

LONGEST = 100
"""The most characters of a date."""

YEARS = range(1600, 2100)
"""Years of newspapers; programs write years outside them where they know no date."""

FARTHEST = timedelta(hours=15)
"""The largest offset from UTC of any clock on Earth, with a margin."""


def iso_date(words: str | None) -> str | None:
    """`words` as an ISO 8601 date, or date and time if they give one; None if they are not a date.

    A year without newspapers or an impossible time zone is not a date either.
    """
    words = (words or "").strip()
    if not words or len(words) > LONGEST:
        return None
    found = _iso(words) or _as_in_mail(words) or _in_words(words)
    return found.isoformat() if found and _is_possible(found) else None


def page_date(words: str | None) -> str | None:
    """As `iso_date`, of a page's metadata: seconds since 1970 too, and not what programs write for an unknown date."""
    words = (words or "").strip()
    if _EPOCH.fullmatch(words):
        words = datetime.fromtimestamp(int(words[:10]), UTC).isoformat()
    found = iso_date(words)
    return None if found is None or date.fromisoformat(found[:10]) in _NO_DATES else found


def iso_moment(words: str | None) -> str | None:
    """`words` as an ISO 8601 date and time with its zone; midnight and UTC if they give none."""
    found = iso_date(words)
    if found is None:
        return None
    moment = datetime.fromisoformat(found)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def _is_possible(found: date) -> bool:
    zone = found.utcoffset() if isinstance(found, datetime) else None
    return found.year in YEARS and (zone is None or (abs(zone) <= FARTHEST and not zone % timedelta(minutes=1)))


def _iso(words: str) -> date | None:
    if not re.match(r"\d{4}-\d\d-\d\d", words):
        return _in_digits(words)
    zone = _ZONE.search(words)
    if zone:
        words = words[: zone.start()] + ("Z" if zone[0].strip() else words[zone.end() :])
    words = _FRACTION.sub(r"\1", words)
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(words)
        except ValueError:
            continue
    return None


def _in_digits(words: str) -> date | None:
    """A date in digits whose order is certain: the year first, or dots between, or a day that can be no month."""
    if slashed := _SLASHES.fullmatch(words):
        return _slashed(*map(int, slashed.groups()))
    found = _DIGITS.fullmatch(words)
    if not found:
        return None
    year, month, day = (
        next(filter(None, map(found.group, names))) for names in (("y", "y3"), _PARTS["m"], _PARTS["d"])
    )
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _slashed(first: int, second: int, year: int) -> date | None:
    if first <= _MONTHS_A_YEAR and second <= _MONTHS_A_YEAR and first != second:
        return None
    try:
        return date(year, min(first, second), max(first, second))
    except ValueError:
        return None


_MONTHS_A_YEAR = 12
_PARTS = {name: (name, f"{name}2", f"{name}3") for name in "md"}


def _in_words(words: str) -> date | None:
    found = _DAY_FIRST.fullmatch(words)
    if found:
        return _date(found[3], found[2], found[1])
    found = _MONTH_FIRST.fullmatch(words)
    return _date(found[3], found[1], found[2]) if found else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day))
    except ValueError:
        return None


def _as_in_mail(words: str) -> date | None:
    if _HALF_DAY.search(words):
        return None  # the parser passes over "p.m."
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
