"""Numbers, lists and dates in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

_SPELLED = "no one two three four five six seven eight nine ten eleven twelve".split()
_NAMED = 4
"""Names of a longer list that are written out."""


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun, singular (`one`) or plural (`many`): "1 claim", "1,200 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def spelled(number: int) -> str:
    """A number in letters up to twelve: "three", "14"; zero is "no"."""
    return _SPELLED[number] if number < len(_SPELLED) else str(number)


def percent(share: float) -> str:
    """A share as "83%"."""
    return f"{share:.0%}"


def listing(names: Sequence[str], word: str = "and") -> str:
    """Several names: "A, B and C"; of many, the first few and how many more."""
    if len(names) > _NAMED + 1:
        names = [*names[:_NAMED], f"{spelled(len(names) - _NAMED)} more"]
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else "".join(names)


def day(published: str) -> str:
    """An ISO 8601 date, or date and time, as "9 August 2022"; other words unchanged."""
    try:
        return _day(datetime.fromisoformat(published))
    except ValueError:
        return published


def moment(value: datetime) -> str:
    """A time as "9 August 2022, 14:30 UTC"; midnight as the day alone."""
    return _day(value) if is_midnight(value) else f"{_day(value)}, {value:%H:%M} {value.tzname()}"


def is_midnight(value: datetime) -> bool:
    """Whether it is midnight, the start of a day."""
    return value.time() == time()


def _day(value: datetime) -> str:
    return f"{value.day} {value:%B} {value.year}"
