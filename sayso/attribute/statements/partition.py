"""Which characters of an article belong to what: the ground that statements are cut from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range

Owner = NDArray[np.int32]
"""For each character of the text the number of its statement, or one of these."""
FREE, REPORTING, SILENT, EMPTY = 0, -1, -2, -3
"""Nobody's yet; who says something, and that they say it; no claim at all; who says something that is not found."""
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "PRON", "INTJ", "X", "SYM")


def silence(parsed: ParsedArticle, owner: Owner) -> None:
    """What makes no claims, and what lies between segments."""
    owner[:] = SILENT
    for segment in parsed.segmentation.segments:
        if segment.claims:
            owner[segment.span.start : segment.span.end] = FREE


def take(owner: Owner, places: Sequence[Range], value: int, only: int | None = None) -> None:
    """Give the characters at `places` to `value`, silent ones left out; with `only`, just those that were `only`."""
    for start, end in places:
        part = owner[start:end]
        part[(part != SILENT) if only is None else (part == only)] = value


def release(owner: Owner, place: Range) -> None:
    """Free the words of a report without content at a place where nothing else is told: it is told as it stands."""
    part = owner[place[0] : place[1]]
    if not ((part > FREE) | (part == REPORTING)).any():
        part[part == EMPTY] = FREE


def stretches(parsed: ParsedArticle, owner: Owner, value: int, within: Sequence[Range]) -> Iterator[Range]:
    """Runs of characters of one owner, cut at paragraphs, without white space at their ends."""
    for start, end in within:
        mine = np.flatnonzero(owner[start:end] == value) + start
        if not len(mine):
            continue
        for run in np.split(mine, np.flatnonzero(np.diff(mine) > 1) + 1):
            yield from _lines(parsed, (int(run[0]), int(run[-1]) + 1))


def _lines(parsed: ParsedArticle, place: Range) -> Iterator[Range]:
    at = place[0]
    while at < place[1]:
        stop = parsed.text.find("\n", at, place[1])
        stop = place[1] if stop < 0 else stop
        trimmed = parsed.trimmed((at, stop))
        if any(token.pos_ in _CONTENT for token in parsed.tokens(trimmed)):
            yield trimmed
        at = stop + 1
