"""The parts of an article's text."""

from __future__ import annotations

from typing import Literal

from schemas.record import Record
from schemas.span import Span

SegmentKind = Literal["headline", "sentence", "caption", "dateline", "byline", "boilerplate"]


class Segment(Record):
    """A stretch of one paragraph. Segments do not overlap, and cover every character that is not white space."""

    kind: SegmentKind
    span: Span
    paragraph: int

    @property
    def claims(self) -> bool:
        """Whether its words can make claims; datelines, bylines and boilerplate cannot."""
        return self.kind in ("headline", "sentence", "caption")


class Quotation(Record):
    """Text between quotation marks; `span` includes the marks, `depth` is 0 for the outermost.

    `closed` is False without a closing mark: the quotation then ends with its paragraph. A quotation over several
    paragraphs (each opening with a mark) is one per paragraph, with `continues` from the second on.
    """

    span: Span
    depth: int = 0
    closed: bool = True
    continues: bool = False


class Segmentation(Record):
    """An article's paragraphs (spans without surrounding white space), segments and quotations, in text order."""

    paragraphs: tuple[Span, ...]
    segments: tuple[Segment, ...]
    quotations: tuple[Quotation, ...]
