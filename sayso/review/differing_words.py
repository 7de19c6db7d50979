"""Which words of two claims the other lacks, with their places (half-open) in each one's article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple
from unicodedata import category, normalize

from schemas import Span

MOST_WORDS = 120
"""Claims of more words are not compared: that would take long, and the marks would tell nothing."""
_WORD = re.compile(r"\S+")
_OPENS = ("Ps", "Pi", "Pf")
_CLOSES = ("Pe", "Pi", "Pf")

Place = tuple[int, int]


class _Word(NamedTuple):
    start: int
    end: int
    span: int
    key: str


def differing(
    text: str, spans: Sequence[Span], other: str, other_spans: Sequence[Span]
) -> tuple[list[Place], list[Place]] | None:
    """The places of words that the other side lacks there, neighbours as one; None where they are too many to compare.

    Capitals, how an accent is composed, quotation marks, and the stops around a word make no difference.
    """
    ours, theirs = list(_words(text, spans)), list(_words(other, other_spans))
    if max(len(ours), len(theirs)) > MOST_WORDS:
        return None
    matcher = SequenceMatcher(None, [one.key for one in ours], [one.key for one in theirs], autojunk=False)
    apart = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        [place for _, first, last, _, _ in apart for place in _places(ours[first:last])],
        [place for _, _, _, first, last in apart for place in _places(theirs[first:last])],
    )


def _words(text: str, spans: Sequence[Span]) -> Iterator[_Word]:
    for number, span in enumerate(spans):
        for found in _WORD.finditer(text, span.start, span.end):
            start, end = _trimmed(text, *found.span())
            if any(category(one)[0] != "P" for one in text[start:end]):
                key = normalize("NFC", text[start:end]).casefold().replace("’", "'")
                yield _Word(start, end, number, key)


def _trimmed(text: str, start: int, end: int) -> Place:
    """The word without the marks around it; a minus, a percent sign, a point before a figure belong to it."""
    while start < end and (category(text[start]) in _OPENS or text[start] in "\"'"):
        start += 1
    while start < end and (category(text[end - 1]) in _CLOSES or text[end - 1] in "\"'.,;:!?…"):
        end -= 1
    return start, end


def _places(words: Sequence[_Word]) -> Iterator[Place]:
    """From the first to the last of these words in each span."""
    for _, some in groupby(words, key=lambda word: word.span):
        together = list(some)
        yield together[0].start, together[-1].end
