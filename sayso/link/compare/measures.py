"""Units of measurement and of money after a figure, and what a value is in another unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.language.word_lists import EN, mapping

if TYPE_CHECKING:
    from pint import UnitRegistry

SIGNS: Mapping[str, str] = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
"""What the signs of currencies stand for; a pound is also a weight."""

_POWERS = {"square": "{} ** 2", "sq": "{} ** 2", "cubic": "{} ** 3", "cu": "{} ** 3", "nautical": "nautical_{}"}
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_EACH = frozenset({"a", "an", "per"})
_SCALES = {"c": "degC", "f": "degF", "celsius": "degC", "centigrade": "degC", "fahrenheit": "degF"}


def _by_word(file: str) -> Mapping[str, str]:
    return {word: unit for unit, words in mapping(EN / file).items() for word in words.split()}


_MEASURES, _CURRENCIES = _by_word("units.yaml"), _by_word("currencies.yaml")
_WEIGHED = frozenset(_MEASURES.values())
_MONEY = frozenset(_CURRENCIES.values())


def unit_of(words: Sequence[str]) -> tuple[str, int]:
    """The unit that `words`, which follow a figure, begin with, and of how many words it is; "" and 0 without one."""
    low = [word.lower().strip(".,") for word in words]
    if low[:1] and low[0] in {"degree", "degrees"}:
        scale = _SCALES.get(low[1]) if len(low) > 1 else None
        return (scale, 2) if scale else ("degree", 1)
    first = 1 if low[:1] and low[0] in _POWERS else 0
    unit = _MEASURES.get(low[first]) if len(low) > first else None
    if unit is None:
        return _currency(words)
    unit, length = _POWERS[low[0]].format(unit) if first else unit, first + 1
    if len(low) > length + 1 and low[length] in _EACH and low[length + 1] in _TIMES:
        return f"{unit} / {low[length + 1]}", length + 2
    return unit, length


def _currency(words: Sequence[str]) -> tuple[str, int]:
    """The currency, after an adjective of its country."""
    at = 1 if words[:1] and words[0][:1].isupper() else 0
    named = _CURRENCIES.get(words[at].lower().strip(".,")) if len(words) > at else None
    return (named, at + 1) if named else ("", 0)


def is_money(unit: str) -> bool:
    """Whether a unit is a currency, as "pound" may be."""
    return unit in _MONEY


def is_measure(unit: str) -> bool:
    """Whether values in this unit can be converted."""
    return unit in _WEIGHED or "/" in unit or "**" in unit


@lru_cache(maxsize=4096)
def converted(value: float, unit: str, into: str) -> float | None:
    """A value in another unit; None where the two measure different things."""
    from pint import DimensionalityError

    try:
        return float(_units().convert(value, unit, into))
    except DimensionalityError:
        return None


@lru_cache(maxsize=1)
def _units() -> UnitRegistry[float]:
    """The units that `pint` knows, read when two units meet for the first time: that takes a third of a second."""
    from pint import UnitRegistry

    return UnitRegistry()
