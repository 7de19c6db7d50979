"""The encoder: turns a text into a vector, so that texts of similar meaning have similar directions."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
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
AT_ONCE = 384
"""Word pieces that a call of the network gets at most: with more, what it computes no longer fits the cache."""
_NETWORK = Network(files("sayso.link.retrieve") / "model" / "encoder.onnx")


def model_digest() -> str:
    """SHA-256 of the encoder's weights, in hexadecimal."""
    return _NETWORK.digest


def embed(texts: Sequence[str]) -> Floats:
    """Unit vectors [n, 384] of n texts; a text's vector does not depend on the other texts.

    Texts of as many pieces share a call, which changes no digit; as many calls run at a time as there are processors.
    """
    vectors = np.zeros((len(texts), WIDTH), np.float32)
    if texts:
        _NETWORK.load()
        ids = [piece_ids(text, LONGEST) for text in texts]
        calls = list(_calls(ids))
        with ThreadPoolExecutor(min(len(calls), os.cpu_count() or 1)) as running:
            run = running.map if len(calls) > 1 else map  # a thread takes as long to start as a short text
            found = run(_vectors, ([ids[row] for row in rows] for rows in calls))
            for rows, some in zip(calls, found, strict=True):
                vectors[rows] = some
    return vectors


def _calls(ids: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Which texts share a call, all of one length: nothing is padded."""
    by_length: defaultdict[int, list[int]] = defaultdict(list)
    for row, pieces in enumerate(ids):
        by_length[len(pieces)].append(row)
    for length, rows in by_length.items():
        most = max(1, AT_ONCE // length)
        yield from (rows[start : start + most] for start in range(0, len(rows), most))


def _vectors(ids: Sequence[Sequence[int]]) -> Floats:
    pieces = embedded(np.concatenate(ids)).reshape(len(ids), -1, WIDTH)
    (vectors,) = _NETWORK.run({"pieces": pieces})
    return vectors
