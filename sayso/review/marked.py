"""Text cut into pieces that are marked alike, in characters (code points): an emoji moves no mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.present.stretches import stretches

BESIDE = 400
"""Characters before and after a paragraph that are shown with it."""
AROUND = 120
"""Characters around words that stand elsewhere in the article."""


class Mark(NamedTuple):
    """Characters `start:end` (half-open) that get a `look`; `hop`: that of which hop, 0 for none."""

    start: int
    end: int
    look: str
    hop: int = 0


@dataclass(frozen=True)
class MarkedPiece:
    """Words that look alike; `anchor`: the hop whose words begin here, to jump to; `hops`: whose words they are."""

    words: str
    looks: tuple[str, ...] = ()
    hops: tuple[int, ...] = ()
    anchor: int = 0


@dataclass(frozen=True)
class Excerpt:
    """A part of the article that is shown, from its character `start`; `before`, `after`: whether more stands there."""

    pieces: tuple[MarkedPiece, ...]
    before: bool
    after: bool
    start: int = 0


def excerpts(text: str, paragraph: tuple[int, int], marks: Sequence[Mark]) -> tuple[Excerpt, ...]:
    """The paragraph with what stands around it, and whatever else of the text has a mark; in text order."""
    shown = [widened(text, *paragraph, BESIDE)]
    shown += [widened(text, mark.start, mark.end, AROUND) for mark in marks]
    begun: set[int] = set()
    return tuple(cut(text, *place, marks, begun) for place in _merged(shown))


def cut(text: str, start: int, end: int, marks: Iterable[Mark], begun: set[int] | None = None) -> Excerpt:
    """The characters `start:end`; `begun`: hops whose words have an anchor already, to which it adds."""
    begun = set() if begun is None else begun
    inside = [(max(one.start, start), min(one.end, end), one) for one in marks if one.start < end and one.end > start]
    pieces: list[MarkedPiece] = []
    at = start
    for first, last, over in stretches(inside):
        if at < first:
            pieces.append(MarkedPiece(text[at:first]))
        pieces.append(_piece(text[first:last], over, begun))
        at = last
    if at < end:
        pieces.append(MarkedPiece(text[at:end]))
    return Excerpt(tuple(pieces), before=bool(text[:start].strip()), after=bool(text[end:].strip()), start=start)


def _piece(words: str, over: Sequence[Mark], begun: set[int]) -> MarkedPiece:
    hops = tuple(sorted({one.hop for one in over if one.hop}))
    anchor = next((hop for hop in hops if hop not in begun), 0)
    begun.add(anchor)
    return MarkedPiece(words, tuple(dict.fromkeys(one.look for one in over)), hops, anchor)


def widened(text: str, start: int, end: int, by: int) -> tuple[int, int]:
    """The place with whole words around it, at most `by` characters at each end."""
    first, last = max(0, start - by), min(len(text), end + by)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    return first, last


def _merged(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1] + AROUND:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
