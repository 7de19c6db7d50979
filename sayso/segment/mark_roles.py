"""Quotation marks, and whether each may open or close a quotation where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "single", "guillemet", "small guillemet", "corner"]

_MARK = re.compile(r"''|``|[\"“”„‟«»‹›'‘’‚‛`「」『』]")
_FAMILIES: dict[Family, str] = {
    "double": "\"“”„‟''``",
    "single": "'‘’‚‛`",
    "guillemet": "«»",
    "small guillemet": "‹›",
    "corner": "「」『』",
}
_FAMILY: dict[str, Family] = {mark: family for family, quotation_marks in _FAMILIES.items() for mark in quotation_marks}
_FAMILY |= {"''": "double", "``": "double", "'": "single", "`": "single"}
_OPENS, _CLOSES = set("“„‟«‹‘‚‛`「『") | {"``"}, set("”»›’」』")
_BEFORE_OPENING = set("([{<-–—―/…:=|¿¡") | set(_FAMILY)
_ELISION = re.compile(r"\d0s\b|(?:tis|twas|em|til|cause|bout|round|n)\b", re.IGNORECASE)
_YEAR = re.compile(r"\d\d\b")
_DATED = re.compile(r"\b(?:in|since|of|from|by|until|before|after|the)\s$", re.IGNORECASE)
"""What stands before a year of two digits: "since '52"."""
_HEBREW = re.compile(r"[\u0590-\u05ff]")


@dataclass(frozen=True)
class QuotationMark:
    """A mark at characters `start:end`.

    `facing`: its form is that of an opening (1) or closing (-1) mark, or either (0). `opens`, `closes`: whether its
    neighbours allow that. `doubtful`: it may be an apostrophe ("Nazis'").
    """

    start: int
    end: int
    family: Family
    facing: int
    opens: bool
    closes: bool
    doubtful: bool = False


def quotation_marks(text: str, start: int, end: int) -> Iterator[QuotationMark]:
    """The quotation marks in characters `start:end` of `text`, without apostrophes, inches and initialisms."""
    for found in _MARK.finditer(text, start, end):
        before = text[found.start() - 1] if found.start() > start else " "
        after = text[found.end()] if found.end() < end else " "
        if not _is_other_mark(text, found, before, after):
            yield _mark(found, before, after)


def _is_other_mark(text: str, found: re.Match[str], before: str, after: str) -> bool:
    if _HEBREW.match(before) and _HEBREW.match(after):
        return True
    if _FAMILY[found[0]] != "single":
        return False
    if before.isalnum() and after.isalnum():
        return True
    if before.isalnum():
        return False
    year = _YEAR.match(text, found.end()) and _DATED.search(text, max(0, found.start() - 9), found.start())
    return bool(year) or _ELISION.match(text, found.end()) is not None


def _mark(found: re.Match[str], before: str, after: str) -> QuotationMark:
    mark, family = found[0], _FAMILY[found[0]]
    opens = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
    closes = not before.isspace() and not (after.isalnum() and before in _BEFORE_OPENING)
    return QuotationMark(
        start=found.start(),
        end=found.end(),
        family=family,
        facing=(mark in _OPENS) - (mark in _CLOSES),
        opens=opens,
        closes=closes,
        doubtful=family == "single" and before in "sSxXzZn" and not opens,
    )
