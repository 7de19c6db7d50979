"""The trained network over one article: scores and vectors of its word pieces, window by window."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.attribute.tagger.syntax import Syntax, within
from sayso.attribute.tagger.ties import sentence_ends
from sayso.attribute.tagger.windows import CLS, SEP, Pieces, Window, windows
from sayso.language import embedded, tokenizer

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]
_MODEL = files("sayso.attribute") / "model"


@dataclass(frozen=True)
class Read:
    """What the network gave for one window of n pieces.

    Log-probabilities `scores[n, 7]`, `vectors[n, 4 * LINK + 2]` for ties, and the biases of ties by `distance[2, 48]`.
    """

    window: Window
    scores: Floats
    vectors: Floats
    distance: Floats


@cache
def _session() -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession((_MODEL / "tagger.onnx").read_bytes(), options, providers=["CPUExecutionProvider"])


def load() -> None:
    """Load network, tokenizer and embeddings now, so that the first article need not."""
    _session()
    tokenizer()
    embedded([CLS])


@cache
def model_digest() -> str:
    """SHA-256 of the network's weights, in hexadecimal."""
    return hashlib.sha256((_MODEL / "tagger.onnx").read_bytes()).hexdigest()


def read(pieces: Pieces, syntax: Syntax) -> Iterator[Read]:
    """The windows of an article in order; the network sees one at a time, so nothing else matters."""
    for window in windows(pieces, sentence_ends(tokenizer())):
        at = slice(window.start, window.end)
        looks = within(syntax.looks[at], window.start, window.end)
        scores, vectors, distance = _session().run(
            None,
            {
                "words": embedded(_framed(pieces.ids[at], CLS, SEP)),
                "shapes": _framed(pieces.shapes[at]),
                "kinds": _framed(syntax.kinds[at]),
                "looks": _framed(looks),
            },
        )
        yield Read(window, scores[1:-1], vectors[1:-1], distance)


def _framed(values: NDArray[np.int64], first: int = 0, last: int = 0) -> NDArray[np.int64]:
    """The values with one more row before and one behind."""
    row = np.zeros_like(values[:1])
    return np.concatenate([row + first, values, row + last])
