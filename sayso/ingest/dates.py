"""Dates as pages, feeds and articles write them, turned into ISO 8601; what can be read in two ways is not read."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"(?:\w+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"(?:\w+,?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


def iso_date(words: str | None) -> str | None:
    """`words` as an ISO 8601 date, or date and time where they have one; None where they are no such thing."""
    words = (words or "").strip()
    return _iso(words) or _in_words(words) or _as_in_mail(words)


def iso_moment(words: str | None) -> str | None:
    """`words` as an ISO 8601 date and time with its zone; midnight and UTC where they give none."""
    found = iso_date(words)
    if found is None:
        return None
    moment = datetime.fromisoformat(found)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def _iso(words: str) -> str | None:
    if not re.match(r"\d{4}-\d\d-\d\d", words):
        return None
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(words).isoformat()
    except ValueError:
        return None


def _in_words(words: str) -> str | None:
    found = _DAY_FIRST.fullmatch(words)
    if found:
        return _date(found[3], found[2], found[1])
    found = _MONTH_FIRST.fullmatch(words)
    return _date(found[3], found[1], found[2]) if found else None


def _date(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day)).isoformat()
    except ValueError:
        return None


def _as_in_mail(words: str) -> str | None:
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError):
        return None
