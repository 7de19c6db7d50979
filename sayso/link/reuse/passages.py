"""The stretches of words that two texts share."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sayso.link.reuse.word_runs import RUN, Hashes, WordRuns

PLACES = 16
"""At how many places in the other text a repeated run is tried; the longest stretch wins."""


class Stretch(NamedTuple):
    """Words `a:a + length` (by number) of one text, equal to words `b:b + length` of another."""

    a: int
    b: int
    length: int


def stretches(a: WordRuns, b: WordRuns, runs: Hashes) -> list[Stretch]:
    """The shared stretches in the order of the first text, each as long as possible, without overlap in that text.

    Only stretches that begin with one of `runs` (sorted) count, so that boilerplate can be left out.
    """
    found: list[Stretch] = []
    order = np.argsort(b.runs, kind="stable")
    ordered, free = b.runs[order], 0
    for at in np.flatnonzero(np.isin(a.runs, runs)).tolist():
        if at < free:
            continue
        first = int(np.searchsorted(ordered, a.runs[at]))
        last = min(int(np.searchsorted(ordered, a.runs[at], "right")), first + PLACES)
        if first < last:
            longest = max(
                (Stretch(at, place, _agreeing(a, at, b, place)) for place in order[first:last].tolist()), key=_by_length
            )
            found.append(longest)
            free = at + longest.length
    return found


def _by_length(stretch: Stretch) -> int:
    return stretch.length


def _agreeing(a: WordRuns, at: int, b: WordRuns, place: int) -> int:
    """How many words agree from these places on, compared in blocks of doubling size."""
    length, piece, most = 0, RUN, min(len(a.words) - at, len(b.words) - place)
    while length < most:
        piece = min(piece, most - length)
        ours = a.words[at + length : at + length + piece]
        theirs = b.words[place + length : place + length + piece]
        differ = np.flatnonzero(ours != theirs)
        if len(differ):
            return length + int(differ[0])
        length, piece = length + piece, piece * 2
    return length
