"""Where the text is cut, so that each statement has room for its note beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schemas import Segmentation, Span, Statement

SLOTS = 200
"""Statements of one part of the page, which light up the words they rest on."""

NOTE = 170
"""Characters of text that stand as high as a note beside them."""
BEHIND = 200
"""How far, in characters, notes may reach below their text before a row ends at the next sentence."""


class TextRow(NamedTuple):
    """Characters `start:end`, and the statements `first:last` (half-open) that begin there.

    `opens`: it is the first of its paragraph. `part`: the first statement of the part of the page that it is in.
    """

    start: int
    end: int
    first: int
    last: int
    opens: bool
    part: int


def text_rows(segmentation: Segmentation, statements: Sequence[Statement]) -> Iterator[TextRow]:
    """Each paragraph in one row, or in several where its notes are higher than its text; rows end where sentences do.

    `statements` are in text order. A part has at most `SLOTS` statements, or is a single row.
    """
    begins = [one.spans[0].start for one in statements]
    sentences = [one.span.start for one in segmentation.segments]
    first = part = 0
    for paragraph in segmentation.paragraphs:
        start = paragraph.start
        for end in _ends(paragraph, sentences):
            last = bisect_left(begins, end, first)
            if end < paragraph.end and NOTE * (last - first) <= end - start + BEHIND:
                continue
            if last - part > SLOTS:
                part = first
            yield TextRow(start, end, first, last, start == paragraph.start, part)
            start, first = end, last


def _ends(paragraph: Span, sentences: Sequence[int]) -> Iterator[int]:
    inside = bisect_left(sentences, paragraph.start + 1), bisect_left(sentences, paragraph.end)
    yield from sentences[slice(*inside)]
    yield paragraph.end
