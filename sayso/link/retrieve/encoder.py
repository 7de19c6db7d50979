"""The encoder: turns a text into a vector, so that texts of similar meaning have similar directions."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from sayso.language import embedded, piece_ids
from sayso.language.onnx import Network

Floats = NDArray[np.float32]
WIDTH = 384
LONGEST = 128
"""Word pieces of a text that are read; the rest does not count."""
_NETWORK = Network(files("sayso.link.retrieve") / "model" / "encoder.onnx")


def model_digest() -> str:
    """SHA-256 of the encoder's weights, in hexadecimal."""
    return _NETWORK.digest


def embed(texts: Sequence[str]) -> Floats:
    """Unit vectors [n, 384] of n texts; a text's vector does not depend on the other texts.

    Each model call gets one text, for that reason; as many calls run at a time as there are processors.
    """
    vectors = np.zeros((len(texts), WIDTH), np.float32)
    if texts:
        _NETWORK.load()
        with ThreadPoolExecutor(min(len(texts), os.cpu_count() or 1)) as calls:
            for row, vector in enumerate(calls.map(_vector, texts)):
                vectors[row] = vector
    return vectors


def _vector(text: str) -> Floats:
    (vector,) = _NETWORK.run({"pieces": embedded(piece_ids(text, LONGEST))})
    return vector
