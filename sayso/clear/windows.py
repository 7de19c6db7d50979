"""What the network of clearing reads: a draft, cut into windows of word pieces, its headline at the top of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.language import tokenizer

LONGEST, HEADLINE, SENTENCE, AGAIN = 500, 40, 160, 90
"""Word pieces of a window, marks included; those read of a headline and of a sentence, the first ones; and those of the
window before that are read again at the top of the next."""
_CLS, _SEP, _UNKNOWN = 101, 102, 100
_MARK = (0, 0)

Range = tuple[int, int]
"""Half-open, in characters of the article."""
Piece = tuple[int, Range]
"""A word piece, and the characters that it stands for; (0, 0) where it only marks or repeats."""


class PieceRange(NamedTuple):
    """Where words stand: the number of a window, and the half-open range of its pieces."""

    window: int
    start: int
    end: int


class Windows(NamedTuple):
    """A draft as the network reads it.

    `pieces`: those of each window; `headline`: the place of the headline in the first window, None where there is none;
    `sentences`: the place of each sentence.
    """

    pieces: tuple[tuple[Piece, ...], ...]
    headline: PieceRange | None
    sentences: tuple[PieceRange, ...]

    @property
    def ids(self) -> tuple[tuple[int, ...], ...]:
        """The word pieces of each window, by their number in the vocabulary."""
        return tuple(tuple(id_ for id_, _ in window) for window in self.pieces)

    def located(self, start: int, end: int) -> PieceRange | None:
        """Where the words at `start` to `end` of the article stand; None where they are not read."""
        for number, window in enumerate(self.pieces):
            inside = [
                at for at, (_, place) in enumerate(window) if place != _MARK and place[0] < end and start < place[1]
            ]
            if inside:
                return PieceRange(number, inside[0], inside[-1] + 1)
        return None


def windows_of(text: str, headline: Range | None, sentences: Sequence[Range]) -> Windows:
    """The windows of a draft with these sentences, in order; a sentence is never divided."""
    top = _pieces(text, *headline)[:HEADLINE] if headline else []
    opening: list[Piece] = [(_CLS, _MARK), *top, (_SEP, _MARK)]
    read, window, done, places = [], list(opening), list[Piece](), []
    for start, end in sentences:
        pieces = _pieces(text, start, end)[:SENTENCE] or [(_UNKNOWN, (start, end))]
        if len(window) > len(opening) and len(window) + len(pieces) >= LONGEST:
            read.append(window)
            window = [*opening, *((id_, _MARK) for id_, _ in done[-AGAIN:])]
        places.append(PieceRange(len(read), len(window), len(window) + len(pieces)))
        window += pieces
        done += pieces
    closed = [(*one, (_SEP, _MARK)) for one in (*read, window)]
    return Windows(tuple(closed), PieceRange(0, 1, 1 + len(top)) if top else None, tuple(places))


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    """The word pieces at `start` to `end` of the article; lone surrogates are read as "?"."""
    found = tokenizer().encode(text[start:end].encode("utf-8", "replace").decode(), add_special_tokens=False)
    return [(id_, (start + a, start + b)) for id_, (a, b) in zip(found.ids, found.offsets, strict=True)]
