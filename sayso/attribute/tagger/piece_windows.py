"""Word pieces of one article, cut into overlapping windows that fit the tagger.

The tagger reads at most `WINDOW` pieces at a time. Windows end at a paragraph, else at a sentence, and each
repeats the sentences that begin in the `CONTEXT` pieces before it, so that a quotation carried over a paragraph is
seen with the words that introduce it. Every piece is *core* to exactly one window: that window labels it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 254
CONTEXT = 48
CLS, SEP = 101, 102
_BLOCK = 100_000


@dataclass(frozen=True)
class Pieces:
    """The word pieces of a text: `ids[n]`, half-open character `offsets[n, 2]`, `shapes[n]`, `inner[n]`.

    Line breaks between two pieces are one `SEP` piece without width. `shapes` has what the uncased vocabulary hides:
    0 lower case or no letters, 1 capitalised, 2 all capitals, 3 digits. `inner` marks pieces that continue the word
    before them.
    """

    ids: NDArray[np.int64]
    offsets: NDArray[np.int64]
    shapes: NDArray[np.int64]
    inner: NDArray[np.bool_]


@dataclass(frozen=True)
class PieceWindow:
    """Pieces `start:end`, of which `core:end` are labelled here."""

    start: int
    core: int
    end: int


def shape_of(word: str) -> int:
    """The casing of a piece: see `Pieces.shapes`."""
    if word[:1].isdigit():
        return 3
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def encode(text: str, tokenizer: Tokenizer) -> Pieces:
    """The pieces of `text`, in time linear in its length."""
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    shapes: list[int] = []
    inner: list[bool] = []
    for base, block in _blocks(text):
        encoding = tokenizer.encode(block, add_special_tokens=False)
        last, word = 0, None
        for piece, (start, end), word_id in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
            if ids and "\n" in block[last:start] and ids[-1] != SEP:
                ids.append(SEP)
                offsets.append((base + start, base + start))
                shapes.append(0)
                inner.append(False)
            inner.append(word_id is not None and word_id == word and start == last)
            ids.append(piece)
            offsets.append((base + start, base + end))
            shapes.append(shape_of(block[start:end]))
            last, word = end, word_id
    return Pieces(
        np.array(ids, np.int64),
        np.array(offsets, np.int64).reshape(-1, 2),
        _informative(np.array(shapes, np.int64)),
        np.array(inner, np.bool_),
    )


def _informative(shapes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The shapes, without capitals in a text that is mostly set in them, where they mean nothing."""
    return np.where(shapes == 2, 0, shapes) if 2 * (shapes == 2).sum() > len(shapes) else shapes


def windows(pieces: Pieces, ends: frozenset[int], size: int = WINDOW, context: int = CONTEXT) -> Iterator[PieceWindow]:
    """The windows over `pieces`, in order; `ends`: the ids of pieces that may end a sentence."""
    core, total = 0, len(pieces.ids)
    while core < total:
        start = _soft_start(pieces.ids, max(0, core - context), core, ends)
        end = min(total, start + size)
        if end < total:
            end = _soft_end(pieces.ids, core + (end - core) * 3 // 4, end, ends)
        yield PieceWindow(start, core, end)
        core = end


def _soft_start(ids: NDArray[np.int64], low: int, core: int, ends: frozenset[int]) -> int:
    """The start of the first sentence from `low` on; `low` itself if none starts before `core`."""
    return next((at for at in range(low, core) if at == 0 or int(ids[at - 1]) in ends | {SEP}), low)


def _soft_end(ids: NDArray[np.int64], low: int, high: int, ends: frozenset[int]) -> int:
    for good in (frozenset({SEP}), ends):
        for at in range(high - 1, low, -1):
            if int(ids[at]) in good:
                return at + 1
    return high


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The text in blocks of about `_BLOCK` characters, cut at line breaks or spaces, each with its offset."""
    start = 0
    while start < len(text):
        end = start + _BLOCK
        if end < len(text):
            cut = max(text.rfind("\n", start + 1, end), text.rfind(" ", start + 1, end))
            end = cut if cut > start else end
        yield start, text[start:end]
        start = end
