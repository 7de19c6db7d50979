"""A sentence in its paragraph, cut into pieces."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.present.safe import plain
from sayso.report.model.listed_sentence import Part, PassagePiece
from schemas import Span

AROUND = 600
"""Characters shown of the paragraph on either side of the sentence; a paragraph can be a whole book."""

WITHIN = 2000
"""Characters shown of the sentence."""

_CUT = "…"


def passage(text: str, paragraph: Span, sentence: Span, findings: Iterable[Span]) -> tuple[PassagePiece, ...]:
    """The paragraph as pieces in order: context, the sentence, and in it the `findings` (any spans, cut to it).

    Long paragraphs are cut at a space, with an ellipsis.
    """
    start, end = min(paragraph.start, sentence.start), max(paragraph.end, sentence.end)
    shown = min(sentence.end, sentence.start + WITHIN)
    pieces = [PassagePiece(words=_before(text, start, sentence.start), part="context")]
    pieces += _inside(text, sentence.start, shown, findings)
    if shown < sentence.end:
        pieces.append(PassagePiece(words=_CUT, part="sentence"))
    pieces.append(PassagePiece(words=_after(text, sentence.end, end), part="context"))
    return tuple(piece for piece in pieces if piece.words)


def _inside(text: str, start: int, end: int, findings: Iterable[Span]) -> list[PassagePiece]:
    pieces: list[PassagePiece] = []
    at = start
    for span in sorted(findings, key=lambda span: span.range):
        first, last = max(span.start, at), min(span.end, end)
        if first < last:
            pieces += [_piece(text[at:first], "sentence"), _piece(text[first:last], "finding")]
            at = last
    return [*pieces, _piece(text[at:end], "sentence")]


def _piece(words: str, part: Part) -> PassagePiece:
    return PassagePiece(words=plain(words), part=part)


def _before(text: str, start: int, end: int) -> str:
    if end - start <= AROUND:
        return plain(text[start:end])
    words = text[end - AROUND : end]
    return f"{_CUT} {plain(words.partition(' ')[2] or words)}"


def _after(text: str, start: int, end: int) -> str:
    if end - start <= AROUND:
        return plain(text[start:end])
    words = text[start : start + AROUND]
    return f"{plain(words.rpartition(' ')[0] or words)} {_CUT}"
