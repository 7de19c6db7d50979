"""Fractions in words as figures: "two thirds of", "a quarter of a million", "an hour and a half", "minus 40"."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.link.compare.measures import unit_of

_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_COUNTS |= {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_PARTS |= {"eighth": 8, "ninth": 9, "tenth": 10}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_COUNT, _PART, _SCALE = "|".join(_COUNTS), "|".join(_PARTS), "|".join(_SCALES)
_FRACTION = re.compile(
    rf"\b(?:(?P<whole>{_COUNT}|\d+) and a half(?= [a-z])"  # two and a half years
    rf"|(?P<one>{_COUNT}|\d+) (?P<unit>[a-z]+) and a half\b"  # an hour and a half
    rf"|(?:(?P<count>{_COUNT})[ -])?(?P<part>{_PART})s?"
    rf"(?:(?: of)?(?: an?)? (?P<scale>{_SCALE})\b"  # a quarter of a million
    r"|(?: of)? an? (?P<of>[a-z]+)\b"  # half an hour
    r"|(?P<share>)(?= of\b| (?:the|its|their|all|his|her|our)\b|\s*(?:[.,;:]|$)))"  # two thirds of
    r"|minus (?P<minus>(?=\d)))",
    re.IGNORECASE,
)
_NTH = re.compile(r"\b(?:first|second|third|last|the|each|every|other|this|that|next|per)\s+$", re.IGNORECASE)
"""Before a part that is none: "the second half", "the third of May"."""


class Plain(NamedTuple):
    """A text with its fractions as figures, and for each of these figures the words in the text."""

    text: str
    written: dict[str, str]


def in_figures(text: str) -> Plain:
    """`text` with figures for fractions; a share of something is a percentage."""
    written: dict[str, str] = {}

    def figure(found: re.Match[str]) -> str:
        made = _figure(found, text)
        if made is None:
            return found.group()
        written[made] = found.group()
        return made

    return Plain(_FRACTION.sub(figure, text), written)


def _figure(found: re.Match[str], text: str) -> str | None:
    if found["minus"] is not None:
        return "-"
    if found["whole"] or found["one"]:
        number = (found["whole"] or found["one"]).lower()
        value = (_COUNTS.get(number) or int(number)) + 0.5
        return _plain(value) if found["whole"] else _with_unit(value, found["unit"])
    part = 1 / _PARTS[found["part"].lower()]
    if (not found["count"] and _PARTS[found["part"].lower()] > 2) or _NTH.search(text[: found.start()]):
        return None
    value = _COUNTS[(found["count"] or "a").lower()] * part
    if found["scale"]:
        return _plain(value * _SCALES[found["scale"].lower()])
    return _with_unit(value, found["of"]) if found["of"] else f"{100 * value:.4g} percent"


def _with_unit(value: float, unit: str) -> str | None:
    return f"{_plain(value)} {unit}" if unit_of([unit])[0] else None


def _plain(value: float) -> str:
    return f"{value:.12g}"
