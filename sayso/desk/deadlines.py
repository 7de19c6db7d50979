"""Until when something has to be answered."""

from __future__ import annotations

from datetime import datetime, time

from sayso.errors import UsageError

_END = time(23, 59)


def deadline(given: str, now: datetime | None = None) -> datetime:
    """The moment that is meant by "16:00" (today), "2026-12-01" (its end) or "2026-12-01T16:00", local without a zone.

    UsageError where it is none of these, or past.
    """
    at = now or datetime.now().astimezone()
    meant = time_meant(given, at)
    if meant <= at:
        raise UsageError(
            f"expected a time that is still to come, found {given.strip()} when it is {at:%Y-%m-%d %H:%M}; "
            "give the date too for another day"
        )
    return meant


def time_meant(given: str, now: datetime | None = None) -> datetime:
    """The same moment, which may be past; UsageError where it is none."""
    meant = _moment(given.strip(), now or datetime.now().astimezone())
    if meant is None:
        raise UsageError(
            f"expected a time of today such as 16:00, or a date such as 2026-12-01 or 2026-12-01T16:00, found {given!r}"
        )
    return meant


def _moment(given: str, now: datetime) -> datetime | None:
    try:
        if len(given) <= len("16:00") and ":" in given:
            at = datetime.strptime(given, "%H:%M").time()
            return datetime.combine(now.date(), at, now.tzinfo)
        moment = datetime.fromisoformat(given)
        whole_day = len(given) == len("2026-12-01")
        return (datetime.combine(moment, _END) if whole_day else moment).astimezone()
    except (ValueError, OverflowError):
        return None
