"""The kind of each paragraph or of its pieces: a dateline before sentences, a caption before its credit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.segment.captions import MOST_WORDS, credit_at
from sayso.segment.furniture_lines import plain_kind
from sayso.segment.headlines import is_headline_between, is_title, is_top_headline, runs_on
from sayso.segment.opening_lines import dateline_end
from sayso.segment.script import script_of
from sayso.segment.tails import tail_at
from sayso.segment.teasers import teasers
from schemas import SegmentKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Piece = tuple[SegmentKind, int, int]

_HEAD = 5
"""Lines from the top within which a byline has headlines and standfirsts above it."""


def layout(text: str, doc: Doc, paragraphs: Sequence[Span], title: str | None) -> list[list[Piece]]:
    """For each paragraph its pieces, half-open and in order.

    1. lines that are not prose, 2. captions and their credits, 3. what is added to the ends of lines, 4. teasers and
    pull quotes, 5. headlines, 6. datelines, 7. running text.
    """
    script = script_of(text)
    pieces = [_plain(line, script) or _caption(line) for line in paragraphs]  # 1, 2
    _repeated_captions(paragraphs, pieces)
    bare, tails = _without_tails(text, paragraphs, pieces)  # 3
    prose = [at for at, found in enumerate(pieces) if not found]
    for order in teasers([bare[at].words for at in prose]):  # 4
        pieces[prose[order]] = [("boilerplate", *bare[prose[order]].range)]
    prose = [at for at in prose if not pieces[at]]
    lines = [bare[at] for at in prose]
    above = _above_byline(pieces)
    for order, at in enumerate(prose):
        first = order < _HEAD + 2
        if not dateline_end(lines[order].words, first) and (  # 5
            (at < above and not runs_on(lines[order].words))
            or is_title(lines[order].words, title)
            or _is_headline(lines, order, doc)
        ):
            pieces[at] = [("headline", *lines[order].range)]
        else:
            pieces[at] = _body(lines[order], first)  # 6, 7
    return [found + tails[at] for at, found in enumerate(pieces)]


def _without_tails(
    text: str, paragraphs: Sequence[Span], pieces: Sequence[list[Piece]]
) -> tuple[list[Span], list[list[Piece]]]:
    """The paragraphs of prose without what a page adds to their ends, and that, for each."""
    bare, tails = list(paragraphs), list[list[Piece]]([] for _ in paragraphs)
    for at, line in enumerate(paragraphs):
        end = tail_at(line.words) if not pieces[at] else None
        if end is not None:
            bare[at] = Span.of(text, line.start, line.start + len(line.words[:end].rstrip()))
            tails[at] = [("boilerplate", line.start + end, line.end)]
    return bare, tails


def _is_headline(lines: Sequence[Span], order: int, doc: Doc) -> bool:
    line = lines[order]
    if order == 0:
        return is_top_headline(line, doc, len(lines) > 1)
    if order == 1 and lines[0].words.endswith(";"):
        return is_top_headline(line, doc, len(lines) > 2)
    after = lines[order + 1].words if order + 1 < len(lines) else ""
    return is_headline_between(lines[order - 1].words, line.words, after)


def _plain(line: Span, script: str) -> list[Piece]:
    kind = plain_kind(line.words, script)
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
    """Mark a line that the caption below it repeats as a caption too."""
    for at in range(len(paragraphs) - 1):
        below = pieces[at + 1]
        if not pieces[at] and below and below[0][0] == "caption":
            line = paragraphs[at]
            if paragraphs[at + 1].words.startswith(line.words):
                pieces[at] = [("caption", line.start, line.end)]


def _above_byline(pieces: Sequence[list[Piece]]) -> int:
    return next((at for at, found in enumerate(pieces[:_HEAD]) if found and found[0][0] == "byline"), 0)


def _body(line: Span, first: bool) -> list[Piece]:
    end = dateline_end(line.words, first)
    if not end:
        return [("sentence", line.start, line.end)]
    bare = len(line.words[:end].rstrip())
    dateline: Piece = ("dateline", line.start, line.start + bare)
    if end == len(line.words):
        return [dateline]
    rest = line.start + end + len(line.words[end:]) - len(line.words[end:].lstrip())
    return [dateline, ("sentence", rest, line.end)]
