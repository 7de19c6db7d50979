"""Finds the spans of sources, cues and contents, and which belong together, by a trained network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, Self

import numpy as np
from numpy.typing import NDArray

from sayso.attribute.tagger.labels import Run, runs
from sayso.attribute.tagger.piece_windows import SEP, Pieces, PieceWindow, encode
from sayso.attribute.tagger.syntax import syntax, words_of
from sayso.attribute.tagger.tagger_network import Floats, WindowScores, read
from sayso.attribute.tagger.ties import LINK, bucket
from sayso.language import embedded, tokenizer
from sayso.language.onnx import Network

if TYPE_CHECKING:
    from spacy.tokens import Doc

Role = Literal["Source", "Cue", "Content"]
_DOUBT = 0.6
"""Subtracted from the log-probability of the label "nothing" of every piece.

Too many spans rather than too few: the threshold on confidence weeds them out. Both were chosen on held-out articles.
"""
ROLES: tuple[Role, ...] = ("Source", "Cue", "Content")


@dataclass(frozen=True)
class Fragment:
    """Characters `start:end` to which the tagger gave a role, with its confidence.

    `tie`: the index of the fragment that it is tied to (a content's cue, a cue's source), or None; `tied`: the tie's
    probability.
    """

    role: Role
    start: int
    end: int
    confidence: float
    tie: int | None = None
    tied: float = 1.0


@dataclass(frozen=True)
class Tagging:
    """The fragments of a text in text order, and the probability of each word piece to be in a content.

    `starts[n]`: the character offsets of the pieces; `said[n]`: the probabilities.
    """

    fragments: tuple[Fragment, ...]
    starts: NDArray[np.int64]
    said: Floats

    def within(self, place: tuple[int, int]) -> Floats:
        """The probability of each word piece that begins in `place` to be in a content."""
        first, last = np.searchsorted(self.starts, place)
        found: Floats = self.said[first:last]
        return found


class Tagger:
    """The network that marks sources, cues and contents, and ties them."""

    def __init__(self, network: Network) -> None:
        self._network = network

    @classmethod
    def installed(cls) -> Self:
        """The tagger with the network that comes with Sayso."""
        return cls(Network(files("sayso.attribute") / "model" / "tagger.onnx"))

    @property
    def digest(self) -> str:
        """SHA-256 of the network's weights, in hexadecimal."""
        return self._network.digest

    def load(self) -> None:
        """Load network, tokenizer and embeddings now rather than with the first article."""
        self._network.load()
        tokenizer()
        embedded([SEP])

    def tag(self, text: str, doc: Doc) -> Tagging:
        """The fragments that the network finds in a parsed text."""
        pieces = encode(text, tokenizer())
        if not len(pieces.ids):
            return Tagging((), np.zeros(0, np.int64), np.zeros(0, np.float32))
        reads = list(read(self._network, pieces, syntax(pieces, words_of(doc))))
        scores = np.concatenate([r.scores[r.window.core - r.window.start :] for r in reads])
        scores[:, 0] -= _DOUBT
        found = runs(scores, pieces.inner)
        breaks = np.cumsum(pieces.ids == SEP)
        tied = _ties(found, reads, breaks)
        fragments = tuple(_fragment(run, pieces, *tied[i]) for i, run in enumerate(found))
        return Tagging(fragments, pieces.offsets[:, 0], np.exp(scores[:, 5:]).sum(axis=1))


def _ties(
    found: Sequence[Run], reads: Sequence[WindowScores], breaks: NDArray[np.int64]
) -> list[tuple[int | None, float]]:
    """For each run, the index in `found` of the run that it is tied to, or None, and the probability of that."""
    best: list[tuple[tuple[int, int], int | None, float]] = [((-1, 0), None, 0.0)] * len(found)
    first = 0
    for output in reads:
        while first < len(found) and found[first].end <= output.window.start:
            first += 1
        inside = []
        for i in range(first, len(found)):
            if found[i].start >= output.window.end:
                break
            inside.append(i)
        for kind, (left, right) in enumerate(((2, 1), (1, 0))):
            here = [i for i in inside if found[i].role == left]
            there = [i for i in inside if found[i].role == right]
            if not here:
                continue
            scores = _tie_scores([found[i] for i in here], [found[i] for i in there], output, kind, breaks)
            for row, i in zip(scores, here, strict=True):
                view = _view(found[i], output.window)
                if view > best[i][0]:
                    top = int(row.argmax())
                    best[i] = (view, there[top - 1] if top else None, float(row[top]))
    return [(tie, sure) for _, tie, sure in best]


def _view(run: Run, window: PieceWindow) -> tuple[int, int]:
    """How well a window shows a run: the pieces of it that it has, then the pieces on the narrower side of it."""
    seen = min(run.end, window.end) - max(run.start, window.start)
    return seen, min(run.start - window.start, window.end - run.end)


def _tie_scores(
    here: Sequence[Run], there: Sequence[Run], output: WindowScores, kind: int, breaks: NDArray[np.int64]
) -> Floats:
    """The probabilities [here, 1 + there] of being tied to nothing, or to each of `there`."""

    def pooled(run: Run) -> Floats:
        window = output.window
        low, high = max(run.start, window.start), min(run.end, window.end)
        mean: Floats = output.vectors[low - window.start : high - window.start].mean(0)
        return mean

    left = np.stack([pooled(run) for run in here])
    logits = left[:, 4 * LINK + kind, None]
    if there:
        right = np.stack([pooled(run) for run in there])
        query = left[:, 2 * kind * LINK : (2 * kind + 1) * LINK]
        key = right[:, (2 * kind + 1) * LINK : (2 * kind + 2) * LINK]
        where = np.array([[bucket(a, b, breaks) for b in there] for a in here])
        logits = np.concatenate([logits, query @ key.T / LINK**0.5 + output.distance[kind][where]], axis=1)
    odds = np.exp(logits - logits.max(1, keepdims=True))
    result: Floats = odds / odds.sum(1, keepdims=True)
    return result


def _fragment(run: Run, pieces: Pieces, tie: int | None, tied: float) -> Fragment:
    start, end = int(pieces.offsets[run.start, 0]), int(pieces.offsets[run.end - 1, 1])
    return Fragment(ROLES[run.role], start, end, run.confidence, tie, tied)
