"""How near places of a draft are to each other, as the network of clearing is told."""

from __future__ import annotations

from collections.abc import Sequence

MENTION_FLAGS, SENTENCE_FLAGS, SPEAKER_FLAGS = 11, 11, 4
"""How many different flags each function may give."""
_SOON = 300
_BEFORE = 5


def mention_flag(sentences: Sequence[tuple[int, int]], number: int, at: int) -> int:
    """From a sentence to a mention at a character: 0 inside, 1 to 4 so many sentences before, 5 soon after, 6 later."""
    start, end = sentences[number]
    if start <= at < end:
        return 0
    if at < start:
        return min(sum(1 for first, _ in sentences if at < first <= start), _BEFORE - 1)
    return 5 if at - end < _SOON else 6


def sentence_flag(accusations: Sequence[int], number: int) -> int:
    """From the nearest accusation to a sentence, by their numbers: 0 itself, 1 to 5 behind it, 6 to 10 before it."""
    distance = number - min(accusations, key=lambda one: abs(number - one))
    away = abs(distance)
    near = away if away <= 2 else 3 if away <= 4 else 4 if away <= 8 else _BEFORE
    return near if distance >= 0 else near + _BEFORE


def speaker_flag(*, answers: bool, speaks: bool) -> int:
    """Whether a sentence is one by which the accused may answer, and whether its source is the accused."""
    return answers + 2 * speaks
