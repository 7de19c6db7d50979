"""The network of clearing: states of the pieces of a draft, and what is read in pairs of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.clear.windows import PieceRange
from sayso.language import embedded
from sayso.language.onnx import Network

Floats = NDArray[np.float32]
Flags = NDArray[np.int64]
_FOLDER = files("sayso.clear") / "model"


class Answers(NamedTuple):
    """What may answer an accusation: how probable no sentence is, and each, and that a sentence is a printed reply."""

    none: float
    each: Floats
    printed: Floats


class Overstating(NamedTuple):
    """What a headline overstates: how probable nothing is, and each sentence [n], and the kinds of each [n, 5]."""

    none: float
    each: Floats
    kinds: Floats


class Heads:
    """The layers over the states of the encoder, in a file of arrays.

    A pair of states x[n, w] and y[m, w] with flags f is read as relu(Ax + By + Px * Qy + Ff), the product taken number
    by number: that is [n, m, d], of which further layers make odds.
    """

    def __init__(self, file: Traversable) -> None:
        self._file = file

    @cached_property
    def _weights(self) -> dict[str, Floats]:
        with self._file.open("rb") as opened, np.load(opened) as arrays:
            return {name: arrays[name].astype(np.float32) for name in arrays.files}

    @property
    def digest(self) -> str:
        """SHA-256 of its weights, in hexadecimal."""
        return hashlib.sha256(self._file.read_bytes()).hexdigest()

    def accusing(self, sentences: Floats, mentions: Floats, flags: Flags) -> Floats:
        """How probable it is that each sentence [n, w] accuses whom these mentions [m, w] mean: [n]."""
        return _sigmoid(self._matched("acc", sentences, mentions, flags))

    def answers(
        self, told: Floats, sentences: Floats, mentions: Floats, near: Flags, away: Flags, speakers: Flags
    ) -> Answers:
        """What answers an accusation with state `told` [w] of whom the mentions mean.

        `near` [n, m]: flags of mentions; `away` [n]: of distance; `speakers` [n]: of who speaks.
        """
        speaks = self._matched("speak", sentences, mentions, near)
        told = told[None, :]
        read = self._paired("link", told, sentences, away[None, :])[0] + self._linear("ent", mentions.mean(0))
        hidden = _relu(read + self._weights["flag.weight"][speakers] + self._linear("sp", speaks[:, None]))
        odds = np.concatenate([self._linear("none", told)[0], self._linear("out", hidden)[:, 0] + speaks])
        probable = _softmax(odds)
        return Answers(float(probable[0]), probable[1:], _sigmoid(self._linear("kind", hidden)[:, 0]))

    def headline(self, headline: Floats, sentences: Floats) -> Overstating:
        """What a headline with state [w] overstates, over sentences [n, w]."""
        first = headline[None, :]
        hidden = _relu(self._paired("head", first, sentences, np.zeros((1, len(sentences)), np.int64))[0])
        fair = self._linear("hfair", first + sentences.mean(0, keepdims=True))[0]
        probable = _softmax(np.concatenate([fair, self._linear("hout", hidden)[:, 0]]))
        return Overstating(float(probable[0]), probable[1:], self._linear("hkind", hidden))

    def _matched(self, name: str, sentences: Floats, mentions: Floats, flags: Flags) -> Floats:
        """The log of the sum, over the mentions, of the odds of each: [n]."""
        odds = self._linear(f"{name}.o", _relu(self._summed(name, sentences, mentions, flags)))[:, :, 0]
        most = odds.max(1)
        return np.asarray(most + np.log(np.exp(odds - most[:, None]).sum(1)), np.float32)

    def _paired(self, name: str, x: Floats, y: Floats, flags: Flags) -> Floats:
        return self._linear(f"{name}.o", _relu(self._summed(name, x, y, flags)))

    def _summed(self, name: str, x: Floats, y: Floats, flags: Flags) -> Floats:
        a, b, p, q = (self._linear(f"{name}.{one}", states) for one, states in zip("abpq", (x, y, x, y), strict=True))
        found: Floats = a[:, None] + b[None] + p[:, None] * q[None] + self._weights[f"{name}.f.weight"][flags]
        return found

    def _linear(self, name: str, x: Floats) -> Floats:
        found: Floats = x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return found


_ENCODER = Network(_FOLDER / "clearing.onnx")
HEADS = Heads(_FOLDER / "heads.npz")


def network_digest() -> str:
    """SHA-256 of all weights, in hexadecimal."""
    return hashlib.sha256(f"{_ENCODER.digest} {HEADS.digest}".encode()).hexdigest()


@lru_cache(maxsize=4)
def states_of(windows: tuple[tuple[int, ...], ...]) -> tuple[Floats, ...]:
    """The states [n, w] of the pieces of each window."""
    return tuple(_ENCODER.run({"pieces": embedded(ids)})[0] for ids in windows)


def state_at(states: Sequence[Floats], place: PieceRange) -> Floats:
    """The mean state [w] of the pieces at a place."""
    found: Floats = states[place.window][place.start : place.end].mean(0)
    return found


def _relu(x: Floats) -> Floats:
    return np.maximum(x, np.float32(0))


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-x)), np.float32)


def _softmax(odds: Floats) -> Floats:
    found = np.exp(odds - odds.max())
    return np.asarray(found / found.sum(), np.float32)
