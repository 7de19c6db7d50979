"""The text cut into rows, so that each statement has room for its note beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schemas import Segmentation, Span, Statement

SLOTS = 200
"""The most statements in one part of the page; a part's statements highlight the words they rest on."""

NOTE = 170
"""Characters of text that are as high as a note beside them."""
BEHIND = 200
"""How far notes may reach below their text, in characters, before a row ends at the next sentence."""


class TextRow(NamedTuple):
    """Characters `start:end`, and the statements `first:last` (half-open) that begin there.

    `opens`: it is the first of its paragraph. `part`: the first statement of its part of the page.
    """

    start: int
    end: int
    first: int
    last: int
    opens: bool
    part: int


def text_rows(segmentation: Segmentation, statements: Sequence[Statement]) -> Iterator[TextRow]:
    """Each paragraph as one row, or several where its notes are higher than its text; rows end with sentences.

    `statements` are in text order. A part has at most `SLOTS` statements, or is a single row.
    """
    begins = [statement.spans[0].start for statement in statements]
    sentences = [segment.span.start for segment in segmentation.segments]
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
