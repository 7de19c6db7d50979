"""What training and inference must agree on for ties between spans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LINK = 64
"""The width of each of the four vectors of a piece for ties."""


class PieceRun(Protocol):
    """A run of word pieces `start:end`."""

    @property
    def start(self) -> int:
        """The index of the first piece."""

    @property
    def end(self) -> int:
        """The index after the last piece."""


def bucket(a: PieceRun, b: PieceRun, breaks: NDArray[np.int64]) -> int:
    """The index of the learned bias for `b` as seen from `a`: log distance in pieces, side, and line breaks between.

    `breaks[n]` counts the line breaks up to piece n.
    """
    if b.start >= a.end:
        gap, between = b.start - a.end, int(breaks[b.start] - breaks[a.end - 1])
    else:
        gap, between = min(-1, b.end - a.start), int(abs(breaks[a.start] - breaks[b.end - 1]))
    log = min(7, int(np.log2(abs(gap) + 1)))
    return min(2, between) * 16 + (8 + log if gap >= 0 else 7 - log)


def sentence_ends(tokenizer: Tokenizer) -> frozenset[int]:
    """The ids of the pieces that may end a sentence."""
    return frozenset(i for mark in '.?!"”' if (i := tokenizer.token_to_id(mark)) is not None)
