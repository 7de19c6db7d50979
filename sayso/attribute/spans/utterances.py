"""Quotations that stand as sentences of their own, so that only the text around them can say whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from schemas import Quotation

_ENDED = re.compile(r"[.?!…—–-][\"'”’)]*$")
_BEFORE = re.compile(r"(?:^|[.?!…:][\"'”’)\]]*\s+|[\"”’]\s+)$")
_GOES_ON = re.compile(r"\s*(?:[,;]|[a-z])")
_SHORT = 3
"""Words of so many letters have no capital in a heading."""
_WORD = re.compile(r"\w")


class Utterance(NamedTuple):
    """A quotation that begins and ends as a sentence does, or is a part of one over several paragraphs.

    `opens`: it opens its paragraph. `alone`: no word stands beside it there. `ended`: it has an end mark. `continues`:
    it continues the quotation of the paragraph before. `unclosed`: it runs on into the next paragraph.
    """

    place: Range
    paragraph: int
    opens: bool
    alone: bool
    ended: bool
    continues: bool
    unclosed: bool


def utterances(parsed: ParsedArticle) -> Iterator[Utterance]:
    """The utterances of an article, in text order."""
    for quotation in parsed.quotations:
        found = _utterance(parsed, quotation)
        if found is not None:
            yield found


def _utterance(parsed: ParsedArticle, quotation: Quotation) -> Utterance | None:
    start, end = quotation.span.range
    number = parsed.paragraph(start)
    if number < 0:
        return None
    paragraph = parsed.segmentation.paragraphs[number]
    before, behind = parsed.text[paragraph.start : start], parsed.text[end : paragraph.end]
    alone = not _WORD.search(before) and not _WORD.search(behind)
    ended = not quotation.closed or (_ENDED.search(quotation.span.words) is not None and not _is_title(quotation))
    apart = _BEFORE.search(before) is not None and _GOES_ON.match(behind) is None
    if not (alone or (apart and ended) or quotation.continues or not quotation.closed):
        return None
    return Utterance(
        (start, end), number, not _WORD.search(before), alone, ended, quotation.continues, not quotation.closed
    )


def _is_title(quotation: Quotation) -> bool:
    """Whether all longer words of a quotation have capitals, as in a heading."""
    long = [word for word in re.findall(r"[^\W\d_]+", quotation.span.words) if len(word) > _SHORT]
    return len(long) > 1 and all(word[0].isupper() for word in long)
