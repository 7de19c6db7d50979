"""Decodes label scores of word pieces into runs; labels are "nothing", then "begins" and "goes on" for each role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_NEVER = np.float32(-1e4)


@dataclass(frozen=True)
class Run:
    """Pieces `start:end` with one role (an index), and the mean probability of their labels."""

    role: int
    start: int
    end: int
    confidence: float


def runs(scores: Floats, inner: NDArray[np.bool_]) -> list[Run]:
    """The most probable runs by log-probabilities [n, 1 + 2 * roles]; `inner[n]` marks pieces that continue a word.

    A run never ends within a word.
    """
    return runs_of_each(scores[None], inner)[0]


def runs_of_each(scores: Floats, inner: NDArray[np.bool_]) -> list[list[Run]]:
    """As `runs`, for several readings [m, n, 1 + 2 * roles] of the same pieces at once."""
    scores = np.stack([_by_word(reading, inner) for reading in scores])
    return [list(_runs_in(path, reading)) for path, reading in zip(_decode(scores), scores, strict=True)]


def _by_word(scores: Floats, inner: NDArray[np.bool_]) -> Floats:
    """The log-probabilities, averaged over the pieces of each word."""
    starts = np.flatnonzero(~inner) if not inner[0] else np.concatenate([[0], np.flatnonzero(~inner)])
    sizes = np.diff(np.append(starts, len(scores)))
    means = np.add.reduceat(scores, starts, axis=0) / sizes[:, None]
    out: Floats = np.repeat(means, sizes, axis=0).astype(np.float32)
    # A label that begins a run in a word's first piece goes on in the word's other pieces.
    for begin in range(1, scores.shape[1], 2):
        out[inner, begin + 1] = np.maximum(out[inner, begin], out[inner, begin + 1])
        out[inner, begin] = _NEVER
    return out


def _decode(scores: Floats) -> list[list[int]]:
    """The best label sequences for scores [m, n, labels] in which "goes on" only follows its own role (Viterbi)."""
    many, length, size = scores.shape
    allowed = np.zeros((size, size), np.float32)
    for inside in range(2, size, 2):
        allowed[:, inside] = _NEVER
        allowed[[inside - 1, inside], inside] = 0
    best, back = scores[:, 0].copy(), np.zeros((length, many, size), np.int64)
    best[:, 2::2] = _NEVER
    for i in range(1, length):
        step = best[:, :, None] + allowed
        back[i] = step.argmax(1)
        best = step.max(1) + scores[:, i]
    path = np.zeros((length, many), np.int64)
    path[-1] = best.argmax(1)
    for i in range(length - 1, 0, -1):
        path[i - 1] = back[i][np.arange(many), path[i]]
    found: list[list[int]] = path.T.tolist()
    return found


def _runs_in(labels: Sequence[int], scores: Floats) -> Iterator[Run]:
    """The runs of a label sequence, with their mean probabilities by `scores`."""
    start = None
    for i, label in enumerate([*labels, 0]):
        if start is not None and (label == 0 or label % 2 == 1):
            mean = scores[np.arange(start, i), labels[start:i]].mean()
            yield Run((labels[start] - 1) // 2, start, i, float(np.exp(mean)))
            start = None
        if label % 2 == 1:
            start = i
