"""An article's paragraphs: lines, or blocks of wrapped lines."""

from __future__ import annotations

from itertools import pairwise

from schemas import Span

Range = tuple[int, int]

_WRAPPED_AT = range(45, 101)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text` in order, without surrounding white space, in linear time.

    A paragraph is a line, as news sites and agencies write; in text wrapped at a fixed width it is the lines between
    two empty ones.
    """
    blocks = _blocks(text)
    if not _wrapped(text, blocks):
        return tuple(Span.of(text, *line) for block in blocks for line in block)
    return tuple(Span.of(text, block[0][0], block[-1][1]) for block in blocks)


def _blocks(text: str) -> list[list[Range]]:
    """The lines with text, grouped where no empty line is between them."""
    blocks: list[list[Range]] = [[]]
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = at + len(line) - len(line.lstrip())
            blocks[-1].append((start, start + len(bare)))
        elif blocks[-1]:
            blocks.append([])
        at += len(line)
    return [block for block in blocks if block]


def _wrapped(text: str, blocks: list[list[Range]]) -> bool:
    """Whether the line breaks within blocks only keep lines short."""
    breaks = [(a, b) for block in blocks for a, b in pairwise(block)]
    if len(breaks) < 3 or len(blocks) < 2:
        return False
    long = sum(end - start in _WRAPPED_AT for (start, end), _ in breaks)
    amid = sum(text[start].islower() for _, (start, _) in breaks)
    return long >= 0.8 * len(breaks) and amid >= 0.25 * len(breaks)
