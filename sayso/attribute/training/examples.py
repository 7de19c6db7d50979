"""Windows of the corpus as training examples, cut anew in every pass."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.attribute.ties import sentence_ends
from sayso.attribute.training.corpus import ROLES, Document, GoldAttribution
from sayso.attribute.training.model import LABELS
from sayso.attribute.windows import CLS, SEP, WINDOW, Pieces, Window, encode, windows

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
IGNORED = -100


@dataclass(frozen=True)
class Fragment:
    """A run of pieces `start:end` of one role; `owners` are the attributions that it belongs to."""

    role: str
    start: int
    end: int
    owners: frozenset[int]


@dataclass(frozen=True)
class Example:
    """One window: pieces with CLS before and SEP behind, a label each, and the fragments within."""

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    labels: NDArray[np.int64]
    fragments: list[Fragment]


def fragments_of(pieces: Pieces, attributions: Sequence[GoldAttribution]) -> list[Fragment]:
    """Gold spans as runs of pieces; a span that several attributions share is one fragment."""
    middle = pieces.offsets.mean(axis=1)
    owners: dict[tuple[str, int, int], set[int]] = {}
    for number, attribution in enumerate(attributions):
        for role in ROLES:
            for start, end in getattr(attribution, role):
                inside = np.flatnonzero((middle > start) & (middle < end))
                if len(inside):
                    owners.setdefault((role, int(inside[0]), int(inside[-1]) + 1), set()).add(number)
    return sorted((Fragment(*key, frozenset(who)) for key, who in owners.items()), key=lambda f: (f.start, f.end))


def labels_of(pieces: Pieces, fragments: Sequence[Fragment]) -> NDArray[np.int64]:
    """BIO labels, an index into `LABELS` for every piece."""
    labels = np.zeros(len(pieces.ids), np.int64)
    for fragment in fragments:
        begin = LABELS.index(f"B-{fragment.role}")
        labels[fragment.start] = begin
        labels[fragment.start + 1 : fragment.end] = begin + 1
    return labels


def examples(document: Document, tokenizer: Tokenizer, rng: random.Random | None) -> Iterator[Example]:
    """The windows of a document; with `rng`, cut at random places, with quotation marks and case varied."""
    text = document.text
    if rng and rng.random() < 0.3:
        text = text.translate(_STRAIGHT)
    pieces = encode(text, tokenizer)
    fragments = fragments_of(pieces, document.attributions)
    labels = labels_of(pieces, fragments)
    shapes = np.zeros_like(pieces.shapes) if rng and rng.random() < 0.1 else pieces.shapes
    size = WINDOW if rng is None else rng.randint(WINDOW * 3 // 5, WINDOW)
    for window in windows(pieces, sentence_ends(tokenizer), size, 0):
        yield _example(window, pieces, shapes, labels, fragments)


def _example(
    window: Window,
    pieces: Pieces,
    shapes: NDArray[np.int64],
    labels: NDArray[np.int64],
    fragments: Sequence[Fragment],
) -> Example:
    at = slice(window.start, window.end)

    def framed(values: NDArray[np.int64], first: int, last: int) -> NDArray[np.int64]:
        return np.concatenate([[first], values[at], [last]])

    inside = [
        Fragment(
            f.role, max(f.start, window.start) - window.start + 1, min(f.end, window.end) - window.start + 1, f.owners
        )
        for f in fragments
        if f.start < window.end and f.end > window.start
    ]
    return Example(framed(pieces.ids[:], CLS, SEP), framed(shapes, 0, 0), framed(labels, IGNORED, IGNORED), inside)
