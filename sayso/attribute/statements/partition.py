"""Assigns each character of an article to a statement, to a reporting clause, or to neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range

Owner = NDArray[np.int32]
"""For each character of the text, the number of its statement or one of the constants below."""
FREE, REPORTING, SILENT, EMPTY, TOLD = 0, -1, -2, -3, -4
"""Not assigned yet; in a reporting clause; in a segment without claims; in a reporting clause without content; in an
act that the article tells beside a report."""
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "PRON", "INTJ", "X", "SYM")


def mark_silent(parsed: ParsedArticle, owner: Owner) -> None:
    """Mark as SILENT all but the segments that make claims, and those as FREE."""
    owner[:] = SILENT
    for segment in parsed.segmentation.segments:
        if segment.claims:
            owner[segment.span.start : segment.span.end] = FREE


def assign(owner: Owner, places: Sequence[Range], value: int, only: int | None = None) -> None:
    """Assign `value` to the characters at `places` that are not silent; with `only`, to those that are `only`."""
    for start, end in places:
        part = owner[start:end]
        part[(part != SILENT) if only is None else (part == only)] = value


def release(owner: Owner, place: Range) -> None:
    """Free the reporting clauses without content at a place with no other report: the sentence itself is the claim."""
    part = owner[place[0] : place[1]]
    if not ((part > FREE) | (part == REPORTING)).any():
        part[part == EMPTY] = FREE


def stretches(parsed: ParsedArticle, owner: Owner, value: int, within: Sequence[Range]) -> Iterator[Range]:
    """The runs of characters of one owner, cut at line breaks, trimmed, without those that have no content words."""
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
