"""What the network of clearing reads: a sentence with what stands before it, or an accusation with a sentence."""

from __future__ import annotations

from typing import NamedTuple

from sayso.language import tokenizer

BEFORE, TARGET = 72, 100
"""Word pieces that are read of what stands before a sentence, the last ones, and of the sentence, the first ones."""
_CLS, _SEP = 101, 102


class Window(NamedTuple):
    """Word pieces [n] of two texts, marks included.

    `second` [n]: 1 for those of the second text; `places` [n]: the half-open range of characters of the article that
    each stands for, (0, 0) for a mark.
    """

    ids: tuple[int, ...]
    second: tuple[int, ...]
    places: tuple[tuple[int, int], ...]


def sentence_window(text: str, start: int, end: int) -> Window:
    """The sentence at `start` to `end` of an article's text, as the second text; the first is what is before it."""
    before = _pieces(text[max(0, start - 8 * BEFORE) : start], max(0, start - 8 * BEFORE))[-BEFORE:]
    return _window(before, _pieces(text[start:end], start)[:TARGET])


def pair_window(accused: str, accusation: str, before: str, answer: str) -> Window:
    """What somebody is accused of, and a sentence that may answer it, with the sentence before that; places are 0."""
    first = _pieces(f"{accused}: {accusation}", 0)[:TARGET]
    second = [*_pieces(before, 0)[-BEFORE // 2 :], *_pieces(f"| {answer}", 0)[:TARGET]]
    return _window(first, second)


def _window(first: list[tuple[int, tuple[int, int]]], second: list[tuple[int, tuple[int, int]]]) -> Window:
    mark = (_SEP, (0, 0))
    whole = [(_CLS, (0, 0)), *first, mark, *second, mark]
    kinds = [0] * (len(first) + 2) + [1] * (len(second) + 1)
    return Window(tuple(id_ for id_, _ in whole), tuple(kinds), tuple(place for _, place in whole))


def _pieces(text: str, start: int) -> list[tuple[int, tuple[int, int]]]:
    """The word pieces of a text that begins at `start` of the article; lone surrogates are read as "?"."""
    found = tokenizer().encode(text.encode("utf-8", "replace").decode(), add_special_tokens=False)
    return [(id_, (start + a, start + b)) for id_, (a, b) in zip(found.ids, found.offsets, strict=True)]
