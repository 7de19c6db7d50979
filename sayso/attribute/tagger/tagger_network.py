"""Runs the trained network over an article: scores and vectors of its word pieces, window by window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.attribute.tagger.piece_windows import CLS, SEP, Pieces, PieceWindow, windows
from sayso.attribute.tagger.syntax import Syntax, within
from sayso.attribute.tagger.ties import sentence_ends
from sayso.language import embedded, tokenizer
from sayso.language.onnx import Network

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class WindowScores:
    """The network's output for one window of n pieces.

    Log-probabilities `scores[n, 7]`, `vectors[n, 4 * LINK + 2]` for ties, and the biases of ties by `distance[2, 48]`.
    """

    window: PieceWindow
    scores: Floats
    vectors: Floats
    distance: Floats


def read(network: Network, pieces: Pieces, syntax: Syntax) -> Iterator[WindowScores]:
    """The output for each window in order; one window per run, so that a result does not depend on the others."""
    for window in windows(pieces, sentence_ends(tokenizer())):
        at = slice(window.start, window.end)
        looks = within(syntax.looks[at], window.start, window.end)
        scores, vectors, distance = network.run(
            {
                "words": embedded(framed(pieces.ids[at], CLS, SEP)),
                "shapes": framed(pieces.shapes[at]),
                "kinds": framed(syntax.kinds[at]),
                "looks": framed(looks),
            }
        )
        yield WindowScores(window, scores[1:-1], vectors[1:-1], distance)


def framed(values: NDArray[np.int64], first: int = 0, last: int = 0) -> NDArray[np.int64]:
    """The values with a row of `first` before and a row of `last` after them."""
    row = np.zeros_like(values[:1])
    return np.concatenate([row + first, values, row + last])
