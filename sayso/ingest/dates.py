"""Dates as pages, feeds and articles write them, turned into ISO 8601; ambiguous dates are not read."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"(?:\w+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"(?:\w+,?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")

LONGEST = 100
"""The most characters of a date."""

YEARS = range(1600, 2200)
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
    found = _iso(words) or _in_words(words) or _as_in_mail(words)
    return found.isoformat() if found and _is_possible(found) else None


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
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None


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
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
