"""Which of two articles was published first, where their dates tell."""

from __future__ import annotations

from datetime import UTC, date, datetime

from schemas import Article


def earlier(a: Article, b: Article) -> Article | None:
    """The one that is known to have been published first; None where the dates do not tell."""
    if a.published is None or b.published is None:
        return None
    if _before(a.published, b.published):
        return a
    return b if _before(b.published, a.published) else None


def _before(one: str, other: str) -> bool:
    """Whether an ISO 8601 date or moment is known to come before another.

    A day is not known to be before a time on that day, nor is a time of an unknown zone before one of a known zone on
    that day: only what is known of both alike is compared.
    """
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    if min(len(one), len(other)) > len("2022-08-09") and (first.tzinfo is None) == (second.tzinfo is None):
        return first < second
    return max(_days(first)) < min(_days(second))


def _days(moment: datetime) -> set[date]:
    """The day where it was written, and the day in Greenwich where the zone is known."""
    return {moment.date(), moment.astimezone(UTC).date()} if moment.tzinfo else {moment.date()}
