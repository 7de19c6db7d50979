"""What each paragraph is: one kind, or a dateline before sentences, or a caption before its credit."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from sayso.segment.captions import MOST_WORDS, credit_at
from sayso.segment.headers import dateline_end, is_byline, is_date_line
from sayso.segment.headlines import is_headline_between, is_title, is_top_headline
from sayso.segment.script import script_of
from sayso.segment.widgets import is_widget
from schemas import SegmentKind, Span

Piece = tuple[SegmentKind, int, int]

_HEAD = 5
"""A byline this far up has headlines and standfirsts above it."""


def layout(text: str, doc: Doc, paragraphs: Sequence[Span], title: str | None) -> list[list[Piece]]:
    """For each paragraph its pieces, half-open and in order.

    1. lines that are no prose, 2. captions and their credits, 3. headlines, 4. datelines, 5. sentences.
    """
    script = script_of(text)
    pieces = [_plain(line, script) or _caption(line) for line in paragraphs]  # 1, 2
    _repeated_captions(paragraphs, pieces)
    prose = [at for at, found in enumerate(pieces) if not found]
    above = _above_byline(pieces)
    for order, at in enumerate(prose):
        line, followed = paragraphs[at], order + 1 < len(prose)
        first = order == 0 and is_top_headline(line, doc, followed)
        if dateline_end(line.words):
            pieces[at] = _body(line)  # 4
        elif is_title(line.words, title) or at < above or first or is_headline_between(line.words, followed):
            pieces[at] = [("headline", line.start, line.end)]  # 3
        else:
            pieces[at] = _body(line)  # 5
    return pieces


def _plain(line: Span, script: str) -> list[Piece]:
    kind: SegmentKind | None = None
    if is_widget(line.words, script):
        kind = "boilerplate"
    elif is_date_line(line.words):
        kind = "dateline"
    elif is_byline(line.words):
        kind = "byline"
    return [(kind, line.start, line.end)] if kind else []


def _caption(line: Span) -> list[Piece]:
    at = credit_at(line.words)
    if at is None:
        return []
    credit: Piece = ("boilerplate", line.start + at, line.end)
    words = line.words[:at].rstrip()
    if not words:
        return [credit]
    kind: SegmentKind = "caption" if len(words.split()) <= MOST_WORDS else "sentence"
    return [(kind, line.start, line.start + len(words)), credit]


def _repeated_captions(paragraphs: Sequence[Span], pieces: list[list[Piece]]) -> None:
    """A line that the caption under it repeats is a caption as well."""
    for at in range(len(paragraphs) - 1):
        below = pieces[at + 1]
        if not pieces[at] and below and below[0][0] == "caption":
            line = paragraphs[at]
            if paragraphs[at + 1].words.startswith(line.words):
                pieces[at] = [("caption", line.start, line.end)]


def _above_byline(pieces: Sequence[list[Piece]]) -> int:
    return next((at for at, found in enumerate(pieces[:_HEAD]) if found and found[0][0] == "byline"), 0)


def _body(line: Span) -> list[Piece]:
    end = dateline_end(line.words)
    if not end:
        return [("sentence", line.start, line.end)]
    bare = len(line.words[:end].rstrip())
    dateline: Piece = ("dateline", line.start, line.start + bare)
    if end == len(line.words):
        return [dateline]
    rest = line.start + end + len(line.words[end:]) - len(line.words[end:].lstrip())
    return [dateline, ("sentence", rest, line.end)]
