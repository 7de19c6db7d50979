"""Which of two articles was published first, as far as their dates say."""

from __future__ import annotations

from datetime import UTC, date, datetime

from schemas import Article


def earlier(a: Article, b: Article) -> Article | None:
    """The article known to have been published first; None where the dates do not say."""
    if a.published is None or b.published is None:
        return None
    if _before(a.published, b.published):
        return a
    return b if _before(b.published, a.published) else None


def _before(a: str, b: str) -> bool:
    """Whether `a` is known to be before `b`, both ISO 8601 dates or times.

    A day is not known to be before a time on that day, nor a time without a zone before a time with a zone on that day:
    only what is known of both is compared.
    """
    first, second = datetime.fromisoformat(a), datetime.fromisoformat(b)
    if min(len(a), len(b)) > len("2022-08-09") and (first.tzinfo is None) == (second.tzinfo is None):
        return first < second
    return max(_days(first)) < min(_days(second))


def _days(moment: datetime) -> set[date]:
    """The day as written, and the day in UTC where the zone is known."""
    return {moment.date(), moment.astimezone(UTC).date()} if moment.tzinfo else {moment.date()}
