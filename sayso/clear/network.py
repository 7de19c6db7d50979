"""The network of clearing: whom a sentence accuses, whether it answers, and which accusation."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.clear.windows import Window, pair_window, sentence_window
from sayso.language import embedded
from sayso.language.onnx import Network

_NETWORK = Network(files("sayso.clear") / "model" / "clearing.onnx")


class SentenceReading(NamedTuple):
    """What the network reads in a sentence, as probabilities.

    `accused`: for each of its word pieces, and of those before it, the half-open characters of the article and how
    probable it is that they name somebody whom the sentence accuses. `printed`: that it is an answer of somebody who
    is accused; `sought`: that it says that such an answer was asked for, or refused.
    """

    accused: tuple[tuple[int, int, float], ...]
    printed: float
    sought: float


def network_digest() -> str:
    """SHA-256 of the network's weights, in hexadecimal."""
    return _NETWORK.digest


@lru_cache(maxsize=1024)
def read_sentence(text: str, start: int, end: int) -> SentenceReading:
    """What the network reads in the sentence at `start` to `end` of an article's text."""
    window = sentence_window(text, start, end)
    accused, answer, _ = _run(window)
    odds = np.exp(answer[0] - answer[0].max())
    _, printed, sought = (float(odd) for odd in odds / odds.sum())
    probable = 1 / (1 + np.exp(-accused[:, 0]))
    pieces = ((*place, float(one)) for place, one in zip(window.places, probable, strict=True) if place != (0, 0))
    return SentenceReading(tuple(pieces), printed, sought)


@lru_cache(maxsize=1024)
def answers_it(accused: str, accusation: str, before: str, answer: str) -> float:
    """How probable it is that a sentence answers what somebody is accused of; `before` is the sentence before it."""
    return float(1 / (1 + np.exp(-_run(pair_window(accused, accusation, before, answer))[2][0, 0])))


def _run(window: Window) -> list[NDArray[np.float32]]:
    second = np.array(window.second, np.float32)[:, None]
    return _NETWORK.run({"pieces": embedded(window.ids), "second": second})
