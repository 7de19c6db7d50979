"""Numbers in a headline that are larger than those of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.language.english import QUANTITIES
from schemas import Statement

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NUMBER = re.compile(
    r"(?P<sign>[$£€])?(?P<digits>\d+(?:[.,]\d+)*)"
    r"(?:\s?(?P<scale>k|m|bn|million|billion|trillion|thousand)\b)?(?P<share>\s?(?:%|per ?cent))?",
    re.IGNORECASE,
)
_LARGE = re.compile(
    r"\b(?P<unit>tens of thousands|hundreds of thousands|dozens|scores|hundreds|thousands|millions|billions)\b",
    re.IGNORECASE,
)
_SIZES = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "tens of thousands": 20_000,
    "hundreds of thousands": 200_000, "millions": 2_000_000, "billions": 2e9,
}  # fmt: skip
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "trillion": 1e12}
_SHARES = frozenset("half third quarter double twice triple hundred thousand million billion millions billions".split())
_STEM = 4
_EMPTY = frozenset(
    "a an the and or had has have of in on at for from with by over after before as is are was were be been to its his"
    " her their this that it into up out who".split()
)


def smaller(headline: str, body: Sequence[Statement]) -> Statement | None:
    """The statement nearest to the headline whose number is smaller than the headline's; None if one has as much."""
    wanted = _stems(headline)
    shared = [(len(wanted & _stems(statement.text)), -number, statement) for number, statement in enumerate(body)]
    nearest = sorted(shared, key=lambda found: found[:2], reverse=True)
    alike = [statement for many, _, statement in nearest if many >= len(wanted) / 3]
    for size, unit in _numbers(headline):
        near = [(other, statement) for statement in alike for other, kind in _numbers(statement.text) if kind == unit]
        if near and all(other < size * 0.995 for other, _ in near) and not _said(size, unit, body):
            largest = max(near, key=lambda found: found[0])
            if largest[0] > size / 20:
                return largest[1]
    return None


def counts(headline: str) -> bool:
    """Whether a headline has a number, in figures or in words."""
    words = {word.casefold() for word in _WORD.findall(headline)}
    return bool(re.search(r"\d", headline)) or not words.isdisjoint(QUANTITIES.many | QUANTITIES.cardinals | _SHARES)


def has_number_of(headline: str, body: str) -> bool:
    """Whether the body has every figure of the headline, which has some."""
    wanted = set(_numbers(headline))
    return bool(wanted) and wanted <= set(_numbers(body))


def _said(size: float, unit: str, body: Sequence[Statement]) -> bool:
    return any(kind == unit and other >= size * 0.995 for statement in body for other, kind in _numbers(statement.text))


def _numbers(words: str) -> Iterator[tuple[float, str]]:
    """Each number with what kind it is: a share, an amount of money, or a count; years are none."""
    for match in _NUMBER.finditer(words):
        size = _size(match["digits"]) * _SCALES.get((match["scale"] or "").lower(), 1)
        if match["scale"] or not 1500 <= size <= 2100 or "," in match["digits"]:
            yield size, "share" if match["share"] else (match["sign"] or "count")
    for match in _LARGE.finditer(words):
        yield _SIZES[match["unit"].lower()], "count"


def _size(digits: str) -> float:
    """A number as it is written; of "1.2.3" only what stands before the second point."""
    whole, _, rest = digits.replace(",", "").partition(".")
    return float(f"{whole}.{rest.partition('.')[0] or 0}")


def _stems(words: str) -> frozenset[str]:
    """How its words begin, plural endings and function words apart."""
    found = (word.casefold() for word in _WORD.findall(words))
    return frozenset(word.removesuffix("s")[:_STEM] for word in found if word not in _EMPTY)
