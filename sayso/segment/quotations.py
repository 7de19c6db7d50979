"""Which quotation marks belong together.

Nobody's marks are always balanced: one that is never closed ends with its paragraph, one that was never opened is
passed over, and nothing beyond the paragraph changes, unless the next one opens with a mark as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.segment.mark_roles import Family, QuotationMark, quotation_marks
from schemas import Quotation, Span

_DEEPEST = 6
"""Marks that would open a deeper quotation are passed over: a page of opening marks stays linear."""


@dataclass
class _FoundQuotation:
    start: int
    end: int
    family: Family
    closed: bool = False


def quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """The quotations in `paragraphs`, in text order, outer before inner.

    `paragraphs` leaves out what may stand between two paragraphs of one quotation: widgets and captions.
    """
    found: list[Quotation] = []
    running: Family | None = None
    for paragraph in paragraphs:
        ranges = _Paragraph(text, paragraph.start, paragraph.end).pair()
        continues = bool(ranges) and ranges[0].start == paragraph.start and ranges[0].family == running
        found += _nested(text, ranges, continues)
        running = next((one.family for one in ranges if not one.closed and one.end == paragraph.end), None)
    return tuple(found)


def _nested(text: str, ranges: Sequence[_FoundQuotation], continues: bool) -> list[Quotation]:
    quotes: list[Quotation] = []
    around: list[_FoundQuotation] = []
    for at, one in enumerate(ranges):
        while around and around[-1].end <= one.start:
            around.pop()
        span = Span.of(text, one.start, one.end)
        quotes.append(
            Quotation(span=span, depth=len(around), closed=one.closed, continues=continues and at == 0),
        )
        around.append(one)
    return quotes


class _Paragraph:
    """The open quotations while one paragraph is read from left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._marks = list(quotation_marks(text, start, end))
        self._open: list[_FoundQuotation] = []
        self._done: list[_FoundQuotation] = []
        self._last_single = max((at for at, mark in enumerate(self._marks) if self._may_close_single(mark)), default=-1)

    def pair(self) -> list[_FoundQuotation]:
        for at, mark in enumerate(self._marks):
            if self._two_single(mark):
                self._close("single", mark.start + 1)
                self._close("single", mark.end)
                continue
            match self._role(at, mark):
                case 1 if len(self._open) < _DEEPEST:
                    self._open.append(_FoundQuotation(mark.start, self._end, mark.family))
                case -1:
                    self._close(mark.family, mark.end)
        self._drop(0, self._end)
        return sorted(self._done, key=lambda one: (one.start, -one.end))

    def _is_open(self, family: Family) -> bool:
        return any(one.family == family for one in self._open)

    def _may_close_single(self, mark: QuotationMark) -> bool:
        return mark.closes and not mark.opens and self._text[mark.start] in "'’‘‛"

    def _two_single(self, mark: QuotationMark) -> bool:
        """Whether "''" is the end of a quotation within a quotation, both in single marks."""
        singles = sum(one.family == "single" for one in self._open)
        return self._text.startswith("''", mark.start) and singles >= 2 and not self._is_open("double")

    def _role(self, at: int, mark: QuotationMark) -> int:
        """1 where the mark opens a quotation, -1 where it closes one, 0 where it does neither."""
        opened = self._is_open(mark.family)
        if mark.family == "single":
            return self._single_role(at, mark, opened)
        if opened and mark.closes and not mark.opens:
            return -1
        if mark.facing:
            return mark.facing if mark.facing > 0 or opened else int(mark.opens)
        if opened:
            return 1 if mark.opens and not mark.closes else -1
        return int(mark.opens or not mark.closes)

    def _single_role(self, at: int, mark: QuotationMark, opened: bool) -> int:
        if mark.opens and (mark.facing >= 0 or not opened) and not (opened and mark.closes):
            closable = at < self._last_single or mark.start == self._start
            return int(closable)
        if not opened or not mark.closes:
            return 0
        return 0 if mark.doubtful and self._closes_soon(at) else -1

    def _closes_soon(self, at: int) -> bool:
        """Whether the next single mark surely closes what is open, so that the mark at hand is an apostrophe."""
        for mark in self._marks[at + 1 : at + 4]:
            if mark.family == "single":
                return mark.closes and not mark.opens and not mark.doubtful
        return False

    def _close(self, family: Family, end: int) -> None:
        if not self._is_open(family):
            return
        level = max(at for at, one in enumerate(self._open) if one.family == family)
        self._drop(level + 1, end - 1)
        one = self._open.pop()
        one.end, one.closed = end, True
        self._done.append(one)

    def _drop(self, level: int, end: int) -> None:
        """End what was never closed; of single marks only one that opens the paragraph is no apostrophe."""
        for one in self._open[level:]:
            one.end = end
            if (one.family != "single" or one.start == self._start) and one.end > one.start:
                self._done.append(one)
        del self._open[level:]
