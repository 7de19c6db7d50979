"""The segments and quotations of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.segment.layout import layout
from sayso.segment.quotations import quotations
from sayso.segment.sentence_boundaries import sentences
from schemas import Segment, Segmentation, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PROSE = ("sentence", "headline")


def segment(text: str, doc: Doc, paragraphs: tuple[Span, ...], title: str | None) -> Segmentation:
    """Divide `text` into segments and quotations; `doc` is its parse, `title` the page's title, if known.

    1. the kind of each paragraph, 2. quotations in prose, 3. sentences.
    """
    pieces = layout(text, doc, paragraphs, title)  # 1
    prose = [
        paragraph
        for paragraph, found in zip(paragraphs, pieces, strict=True)
        if any(kind in _PROSE for kind, _, _ in found)
    ]
    quotes = quotations(text, prose)  # 2
    parsed = [token.idx for token in doc if token.is_sent_start]
    segments = []
    for number, found in enumerate(pieces):
        for kind, start, end in found:
            ranges = sentences(text, start, end, parsed, quotes) if kind == "sentence" else [(start, end)]  # 3
            segments += [Segment(kind=kind, span=Span.of(text, *place), paragraph=number) for place in ranges]
    return Segmentation(paragraphs=paragraphs, segments=tuple(segments), quotations=quotes)
