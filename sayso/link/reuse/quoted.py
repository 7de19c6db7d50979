"""The quotations in a text, which are the same in every report of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

_MARK = re.compile(r"""["“”„‟«»'‘’‚]""")
_DOUBLE, _SINGLE, _GUILLEMETS = frozenset('"“”„‟'), frozenset("'‘’‚"), frozenset("«»")
_FAMILIES = (_DOUBLE, _SINGLE, _GUILLEMETS)
_NEVER_CLOSES = frozenset("„‟«‘‚")
_NEVER_OPENS = frozenset("”»’")
_BEFORE_OPENING = frozenset("([{-–—/…:") | _DOUBLE | _SINGLE | _GUILLEMETS


def quoted(text: str) -> list[tuple[int, int]]:
    """The place of each outermost quotation, in order (characters, half-open, marks included).

    A quotation that is not closed ends with its line; a single quotation mark that is not closed is an apostrophe.
    """
    return [place for line in re.finditer(r".+", text) for place in _in_line(text, *line.span())]


def _in_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    marks = list(_MARK.finditer(text, start, end))
    closing = {family: [mark.end() for mark in marks if _closes(text, mark, family, end)] for family in _FAMILIES}
    free = start
    for mark in marks:
        if mark.start() < free or not _opens(text, mark, end):
            continue
        family = _family(mark[0])
        ends = closing[family]
        later = bisect_right(ends, mark.end())
        free = ends[later] if later < len(ends) else end if family is not _SINGLE else free
        if free > mark.start():
            yield mark.start(), free


def _opens(text: str, mark: re.Match[str], end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < end else " "
    return mark[0] not in _NEVER_OPENS and not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)


def _closes(text: str, mark: re.Match[str], family: frozenset[str], end: int) -> bool:
    if mark[0] not in family or mark[0] in _NEVER_CLOSES or text[mark.start() - 1].isspace():
        return False
    return family is not _SINGLE or mark.end() >= end or not text[mark.end()].isalnum()


def _family(mark: str) -> frozenset[str]:
    return next(family for family in _FAMILIES if mark in family)
