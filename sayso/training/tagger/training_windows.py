"""Windows of the corpus as training examples, cut at new places in every pass."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from sayso.attribute.tagger.piece_windows import CLS, SEP, WINDOW, Pieces, PieceWindow, encode, windows
from sayso.attribute.tagger.syntax import Ints, Words, syntax, within
from sayso.attribute.tagger.tagger_network import framed
from sayso.attribute.tagger.ties import sentence_ends
from sayso.evaluate.standoff import ROLES, Places
from sayso.training.tagger.corpus import Document
from sayso.training.tagger.tagger_model import LABELS

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
IGNORED = -100
MASK = 103
MASKED = 1 / 12


@dataclass(frozen=True)
class TaggedFragment:
    """A run of pieces `start:end` of one role; `owners` are the attributions that it belongs to."""

    role: str
    start: int
    end: int
    owners: frozenset[int]


@dataclass(frozen=True)
class TrainingExample:
    """One window: pieces with CLS before and SEP behind, their parse, a label each, and the fragments within."""

    ids: Ints
    shapes: Ints
    kinds: Ints
    looks: Ints
    labels: Ints
    fragments: list[TaggedFragment]


def fragments_of(pieces: Pieces, attributions: Sequence[Places]) -> list[TaggedFragment]:
    """Gold spans as runs of pieces; a span that several attributions share is one fragment."""
    middle = pieces.offsets.mean(axis=1)
    owners: dict[tuple[str, int, int], set[int]] = {}
    for number, attribution in enumerate(attributions):
        for role, places in zip(ROLES, attribution, strict=True):
            for start, end in places:
                inside = np.flatnonzero((middle > start) & (middle < end))
                if len(inside):
                    owners.setdefault((role, int(inside[0]), int(inside[-1]) + 1), set()).add(number)
    return sorted((TaggedFragment(*key, frozenset(who)) for key, who in owners.items()), key=lambda f: (f.start, f.end))


def labels_of(pieces: Pieces, fragments: Sequence[TaggedFragment]) -> Ints:
    """BIO labels, an index into `LABELS` for every piece."""
    labels = np.zeros(len(pieces.ids), np.int64)
    for fragment in fragments:
        begin = LABELS.index(f"B-{fragment.role}")
        labels[fragment.start] = begin
        labels[fragment.start + 1 : fragment.end] = begin + 1
    return labels


def examples(
    document: Document, words: Words, tokenizer: Tokenizer, rng: random.Random | None
) -> Iterator[TrainingExample]:
    """The windows of a document; with `rng`, cut at random places, with quotation marks and case varied.

    And a piece in twelve masked: the cheapest guard against learning the corpus by heart.
    """
    text = document.text
    if rng and rng.random() < 0.3:
        text = text.translate(_STRAIGHT)
    pieces = encode(text, tokenizer)
    parse = syntax(pieces, words)
    fragments = fragments_of(pieces, document.attributions)
    labels = labels_of(pieces, fragments)
    shapes = np.zeros_like(pieces.shapes) if rng and rng.random() < 0.1 else pieces.shapes
    ids = pieces.ids.copy()
    if rng:
        hidden = np.random.default_rng(rng.randrange(2**32)).random(len(ids)) < MASKED
        ids[hidden & (ids != SEP)] = MASK
    marked = (ids, shapes, parse.kinds, labels)
    size = WINDOW if rng is None else rng.randint(WINDOW * 3 // 5, WINDOW)
    for window in windows(pieces, sentence_ends(tokenizer), size, 0):
        yield _example(window, marked, parse.looks, fragments)


def _example(
    window: PieceWindow, marked: tuple[Ints, Ints, Ints, Ints], looks: Ints, fragments: Sequence[TaggedFragment]
) -> TrainingExample:
    at = slice(window.start, window.end)

    ids, shapes, kinds, labels = (values[at] for values in marked)
    inside = [
        TaggedFragment(
            f.role, max(f.start, window.start) - window.start + 1, min(f.end, window.end) - window.start + 1, f.owners
        )
        for f in fragments
        if f.start < window.end and f.end > window.start
    ]
    return TrainingExample(
        framed(ids, CLS, SEP),
        framed(shapes, 0, 0),
        framed(kinds, 0, 0),
        framed(within(looks[at], window.start, window.end), 0, 0),
        framed(labels, IGNORED, IGNORED),
        inside,
    )
