"""Whom the sentences of an article accuse, by the network of clearing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.clear.names import Cast, tokens
from sayso.clear.network import SentenceReading, read_sentence
from schemas import Segment

LEAST, LEAST_BEFORE = 0.5, 0.5
"""The least probability that words of a sentence, or words before it, name somebody whom it accuses."""
_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "hers", "who", "whom", "it", "its", "they", "them", "their"))
_DESCRIBED = re.compile(
    r"(?:an?|the|one|two|three|its|his|her|their) (?:[a-z-]+ )+(?:of|at|for|from|in|with) ", re.IGNORECASE
)
_OF_MANY = frozenset(("it", "its", "they", "them", "their"))


@dataclass(frozen=True)
class AccusingSentence:
    """A sentence that accuses: whom, by the names that the article has for them, and where each is named."""

    segment: Segment
    accused: tuple[tuple[str, int], ...]


def accusing(cast: Cast, segment: Segment) -> AccusingSentence | None:
    """The sentence with those whom it accuses; None if that is nobody whom the article names.

    1. Words of the sentence that name the accused; 2. where these are pronouns, whoever is accused in the words before
    it; 3. else whoever was named last.
    """
    span = segment.span
    reading = read_sentence(cast.article.text, span.start, span.end)
    found: dict[str, int] = {}
    for start, end in _runs(reading, span.start, span.end, LEAST):
        words = cast.article.text[start:end]
        name = _meant(cast, start, end)  # 1
        if name is None and tokens(words) <= _PRONOUNS:
            bodies = not tokens(words).isdisjoint(_OF_MANY)
            name = _before(cast, reading, span.start) or cast.last_named(start, bodies=bodies)  # 2, 3
        if name is not None:
            found.setdefault(name, start)
    return AccusingSentence(segment, tuple(found.items())) if found else None


def _before(cast: Cast, reading: SentenceReading, start: int) -> str | None:
    """Whoever is accused last in the words before the sentence that begins at `start`."""
    names = [_meant(cast, *run) for run in _runs(reading, 0, start, LEAST_BEFORE)]
    return next(filter(None, reversed(names)), None)


def _meant(cast: Cast, start: int, end: int) -> str | None:
    """The name of whoever these words mean; None for pronouns, and for descriptions that name only somebody else."""
    words = cast.article.text[start:end]
    if tokens(words) <= _PRONOUNS or _DESCRIBED.match(words):
        return None
    return cast.meant(words, start)


def _runs(reading: SentenceReading, first: int, last: int, least: float) -> Iterator[tuple[int, int]]:
    """Ranges of characters between `first` and `last`, whole words, some piece of each of which is so probable."""
    run: tuple[int, int] | None = None
    for start, end, probable in _words(reading):
        if not (first <= start < last and probable >= least):
            continue
        if run and start - run[1] <= 1:
            run = run[0], end
        else:
            if run:
                yield run
            run = start, end
    if run:
        yield run


def _words(reading: SentenceReading) -> Iterator[tuple[int, int, float]]:
    """The pieces put together to words: what is not divided by any character; the most probable piece counts."""
    word: tuple[int, int, float] | None = None
    for start, end, probable in reading.accused:
        if word and start == word[1]:
            word = word[0], end, max(word[2], probable)
        else:
            if word:
                yield word
            word = start, end, probable
    if word:
        yield word
