"""Source, cue and content spans, and which belongs to which, by the trained model."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from sayso.attribute.ties import LINK, bucket, sentence_ends
from sayso.attribute.windows import CLS, SEP, Pieces, Window, encode, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Role = Literal["Source", "Cue", "Content"]
Floats = NDArray[np.float32]
ROLES: tuple[Role, ...] = ("Source", "Cue", "Content")
_MODEL = files("sayso.attribute") / "model"


@dataclass(frozen=True)
class Fragment:
    """Characters `start:end` that the tagger gave one role, how sure it is, and what they are tied to.

    `tie` is an index into `Tagging.fragments` (a content's cue, a cue's source), or None; `tied` its probability.
    """

    role: Role
    start: int
    end: int
    confidence: float
    tie: int | None = None
    tied: float = 1.0


@dataclass(frozen=True)
class _Run:
    """Pieces `start:end` of one role, and the probability of its labels."""

    role: Role
    start: int
    end: int
    confidence: float


@dataclass(frozen=True)
class _Read:
    """What the model gave for one window: log-probabilities [n, 7] and tie vectors [n, 258] of its pieces."""

    window: Window
    scores: Floats
    vectors: Floats


@cache
def _session() -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession((_MODEL / "tagger.onnx").read_bytes(), options, providers=["CPUExecutionProvider"])


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str((_MODEL / "tokenizer.json").read_text("utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load() -> None:
    """Load model and tokenizer now, so that the first `tag` need not."""
    _session()
    _tokenizer()


@cache
def model_digest() -> str:
    """SHA-256 of the model's weights, in hexadecimal."""
    return hashlib.sha256((_MODEL / "tagger.onnx").read_bytes()).hexdigest()


def tag(text: str) -> tuple[Fragment, ...]:
    """The fragments of `text` in text order; the model sees one window at a time, so nothing else matters."""
    pieces = encode(text, _tokenizer())
    if not len(pieces.ids):
        return ()
    reads: list[_Read] = []
    distance = np.zeros((2, 48), np.float32)
    for window in windows(pieces, sentence_ends(_tokenizer())):
        scores, vectors, distance = _run(pieces, window)
        reads.append(_Read(window, scores, vectors))
    scores = np.concatenate([r.scores[r.window.core - r.window.start :] for r in reads])
    runs = list(_runs(_decode(_by_word(scores, pieces.inner)), scores))
    breaks = np.cumsum(pieces.ids == SEP)
    tied = _ties(runs, reads, breaks, distance)
    return tuple(_fragment(run, pieces, *tied[i]) for i, run in enumerate(runs))


def _run(pieces: Pieces, window: Window) -> tuple[Floats, Floats, Floats]:
    at = slice(window.start, window.end)
    ids = np.concatenate([[CLS], pieces.ids[at], [SEP]])[None]
    shapes = np.concatenate([[0], pieces.shapes[at], [0]])[None]
    scores, vectors, distance = _session().run(None, {"ids": ids, "shapes": shapes})
    return scores[1:-1], vectors[1:-1], distance


def _by_word(scores: Floats, inner: NDArray[np.bool_]) -> Floats:
    """Log-probabilities with every piece of a word given the mean of its word's."""
    starts = np.flatnonzero(~inner) if not inner[0] else np.concatenate([[0], np.flatnonzero(~inner)])
    sizes = np.diff(np.append(starts, len(scores)))
    means = np.add.reduceat(scores, starts, axis=0) / sizes[:, None]
    out: Floats = np.repeat(means, sizes, axis=0).astype(np.float32)
    # Within a word a label goes on: what begins a span in its first piece is inside it in the others.
    for begin in (1, 3, 5):
        out[inner, begin + 1] = np.maximum(out[inner, begin], out[inner, begin + 1])
        out[inner, begin] = -1e4
    return out


def _decode(scores: Floats) -> list[int]:
    """The best label sequence in which an inside label follows its own role only (Viterbi)."""
    allowed = np.zeros((7, 7), np.float32)
    for inside in (2, 4, 6):
        allowed[:, inside] = -1e4
        allowed[[inside - 1, inside], inside] = 0
    best, back = scores[0].copy(), np.zeros(scores.shape, np.int64)
    best[[2, 4, 6]] = -1e4
    for i in range(1, len(scores)):
        step = best[:, None] + allowed
        back[i] = step.argmax(0)
        best = step[back[i], np.arange(7)] + scores[i]
    path = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def _runs(labels: Sequence[int], scores: Floats) -> Iterator[_Run]:
    start = None
    for i, label in enumerate([*labels, 0]):
        if start is not None and (label == 0 or label % 2 == 1):
            mean = scores[np.arange(start, i), labels[start:i]].mean()
            yield _Run(ROLES[(labels[start] - 1) // 2], start, i, float(np.exp(mean)))
            start = None
        if label % 2 == 1:
            start = i


def _ties(
    runs: Sequence[_Run], reads: Sequence[_Read], breaks: NDArray[np.int64], distance: Floats
) -> list[tuple[int | None, float]]:
    """For each run what it is tied to (an index into `runs`), and how sure that is."""
    best: list[tuple[tuple[int, int], int | None, float]] = [((-1, 0), None, 0.0)] * len(runs)
    first = 0
    for read in reads:
        while first < len(runs) and runs[first].end <= read.window.start:
            first += 1
        inside = []
        for i in range(first, len(runs)):
            if runs[i].start >= read.window.end:
                break
            inside.append(i)
        for kind, (left, right) in enumerate((("Content", "Cue"), ("Cue", "Source"))):
            here = [i for i in inside if runs[i].role == left]
            there = [i for i in inside if runs[i].role == right]
            if not here:
                continue
            scores = _tie_scores([runs[i] for i in here], [runs[i] for i in there], read, kind, breaks, distance)
            for row, i in zip(scores, here, strict=True):
                view = _view(runs[i], read.window)
                if view > best[i][0]:
                    top = int(row.argmax())
                    best[i] = (view, there[top - 1] if top else None, float(row[top]))
    return [(tie, sure) for _, tie, sure in best]


def _view(run: _Run, window: Window) -> tuple[int, int]:
    """How well a window sees a run: how much of it, then how much there is on its narrower side."""
    seen = min(run.end, window.end) - max(run.start, window.start)
    return seen, min(run.start - window.start, window.end - run.end)


def _tie_scores(
    here: Sequence[_Run], there: Sequence[_Run], read: _Read, kind: int, breaks: NDArray[np.int64], distance: Floats
) -> Floats:
    """Probabilities [here, 1 + there] of being tied to nothing, or to each of `there`."""

    def pooled(run: _Run) -> Floats:
        low, high = max(run.start, read.window.start), min(run.end, read.window.end)
        mean: Floats = read.vectors[low - read.window.start : high - read.window.start].mean(0)
        return mean

    left = np.stack([pooled(run) for run in here])
    logits = left[:, 4 * LINK + kind, None]
    if there:
        right = np.stack([pooled(run) for run in there])
        query = left[:, 2 * kind * LINK : (2 * kind + 1) * LINK]
        key = right[:, (2 * kind + 1) * LINK : (2 * kind + 2) * LINK]
        where = np.array([[bucket(a, b, breaks) for b in there] for a in here])
        logits = np.concatenate([logits, query @ key.T / LINK**0.5 + distance[kind][where]], axis=1)
    odds = np.exp(logits - logits.max(1, keepdims=True))
    result: Floats = odds / odds.sum(1, keepdims=True)
    return result


def _fragment(run: _Run, pieces: Pieces, tie: int | None, tied: float) -> Fragment:
    start, end = int(pieces.offsets[run.start, 0]), int(pieces.offsets[run.end - 1, 1])
    return Fragment(run.role, start, end, run.confidence, tie, tied)
