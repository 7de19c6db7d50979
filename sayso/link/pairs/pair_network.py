"""The network of pairs: how two claims of one story relate, by their words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.language import embedded, piece_ids
from sayso.language.onnx import Network

LABELS = ("same", "more", "reserve", "conflict", "denial", "update", "near", "other", "broken")
"""What annotators called pairs: the same fact; the same and more; the same with a reservation; both cannot be true; one
denies the other; a later state; the same story, another fact; nothing in common; a claim that nobody understands."""
JOINING = ("same", "more", "reserve")
OPPOSED = ("conflict", "denial")
LONGEST = 63
"""Word pieces of a claim that are read, its marks included."""

_NETWORK = Network(files("sayso.link.pairs") / "model" / "pair.onnx")


class Relatedness(NamedTuple):
    """Log-odds, by the network alone, that two claims share a fact, and that they cannot both be true.

    `reserved`: that, if they share a fact, one has a reservation that the other has not.
    """

    joined: float
    opposed: float
    reserved: float


def network_digest() -> str:
    """SHA-256 of the network's weights, in hexadecimal."""
    return _NETWORK.digest


@lru_cache(maxsize=4096)
def read_together(a: str, b: str) -> Relatedness:
    """How two propositions relate; the same for either order."""
    first, second = (piece_ids(text, LONGEST) for text in sorted((a, b)))
    ids = [*first, *second[1:]]
    kind = np.zeros((len(ids), 1), np.float32)
    kind[len(first) :] = 1
    (scores,) = _NETWORK.run({"pieces": embedded(ids), "second": kind})
    joining = scores[np.isin(LABELS, JOINING)]
    reserved = _odds(joining, JOINING, ("reserve",))
    return Relatedness(_odds(scores, LABELS, JOINING), _odds(scores, LABELS, OPPOSED), reserved)


def _odds(scores: NDArray[np.float32], labels: Sequence[str], any_of: Sequence[str]) -> float:
    """The log-odds of any of some labels against all others, given the scores of the labels."""
    chosen = np.isin(labels, any_of)
    return float(np.logaddexp.reduce(scores[chosen]) - np.logaddexp.reduce(scores[~chosen]))
