"""Quotation marks paired into quotations.

Marks are often unbalanced: a quotation that is never closed ends with its paragraph, a closing mark without an opening
one is ignored, and nothing beyond the paragraph changes unless the next one opens with a mark too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.segment.mark_roles import Family, QuotationMark, quotation_marks
from schemas import Quotation, Span

_DEEPEST = 6
"""Deeper quotations are not opened, so that a page of opening marks takes linear time."""


@dataclass
class _FoundQuotation:
    start: int
    end: int
    family: Family
    closed: bool = False


def quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """The quotations in `paragraphs`, in text order, outer before inner.

    `paragraphs` are prose only: widgets and captions may stand between two paragraphs of one quotation.
    """
    found: list[Quotation] = []
    running: Family | None = None
    for paragraph in paragraphs:
        ranges = _Paragraph(text, paragraph.start, paragraph.end).pair()
        continues = bool(ranges) and ranges[0].start == paragraph.start and ranges[0].family == running
        found += _nested(text, ranges, continues)
        running = next((last.family for last in ranges if not last.closed and last.end == paragraph.end), None)
    return tuple(found)


def _nested(text: str, ranges: Sequence[_FoundQuotation], continues: bool) -> list[Quotation]:
    quotes: list[Quotation] = []
    around: list[_FoundQuotation] = []
    for at, found in enumerate(ranges):
        while around and around[-1].end <= found.start:
            around.pop()
        span = Span.of(text, found.start, found.end)
        quotes.append(
            Quotation(span=span, depth=len(around), closed=found.closed, continues=continues and at == 0),
        )
        around.append(found)
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
        return sorted(self._done, key=lambda quotation: (quotation.start, -quotation.end))

    def _is_open(self, family: Family) -> bool:
        return any(quotation.family == family for quotation in self._open)

    def _may_close_single(self, mark: QuotationMark) -> bool:
        return mark.closes and not mark.opens and self._text[mark.start] in "'’‘‛"

    def _two_single(self, mark: QuotationMark) -> bool:
        """Whether "''" ends two nested quotations, both in single marks."""
        singles = sum(quotation.family == "single" for quotation in self._open)
        return self._text.startswith("''", mark.start) and singles >= 2 and not self._is_open("double")

    def _role(self, at: int, mark: QuotationMark) -> int:
        """1 if the mark opens a quotation, -1 if it closes one, 0 for neither."""
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
        """Whether the next single mark surely closes the open quotation, so that this mark is an apostrophe."""
        for mark in self._marks[at + 1 : at + 4]:
            if mark.family == "single":
                return mark.closes and not mark.opens and not mark.doubtful
        return False

    def _close(self, family: Family, end: int) -> None:
        if not self._is_open(family):
            return
        level = max(at for at, quotation in enumerate(self._open) if quotation.family == family)
        self._drop(level + 1, end - 1)
        closed = self._open.pop()
        closed.end, closed.closed = end, True
        self._done.append(closed)

    def _drop(self, level: int, end: int) -> None:
        """End the quotations that were never closed; a single mark counts only at the start of the paragraph."""
        for quotation in self._open[level:]:
            quotation.end = end
            if (quotation.family != "single" or quotation.start == self._start) and quotation.end > quotation.start:
                self._done.append(quotation)
        del self._open[level:]
