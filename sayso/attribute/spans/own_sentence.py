"""Assigns contents to sentences: cut where two reports meet, and moved to the reporting clause beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, overlap
from sayso.attribute.spans.assemble import merged

_SEAM = re.compile(r"(?<=[.!?,][\"”]) +(?=[\"“])")


def cut_content(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft with its content cut between quotations, without headings that belong to no reporting clause."""
    parts = [part for place in draft.content for part in _quotations_apart(parsed, place)]
    return replace(draft, content=tuple(part for part in parts if not _stray_heading(parsed, draft, part)))


def _quotations_apart(parsed: ParsedArticle, place: Range) -> Iterator[Range]:
    """The parts of a place between quotations, each of which may have its own reporting clause."""
    start = place[0]
    for seam in _SEAM.finditer(parsed.text, *place):
        yield start, seam.start()
        start = seam.end()
    yield start, place[1]


def _stray_heading(parsed: ParsedArticle, draft: Draft, place: Range) -> bool:
    """Whether a part of the content is a heading and the cue is elsewhere."""
    if not draft.cue or not _heading(parsed, place) or parsed.quoted(place) > 0.5:
        return False
    return all(parsed.segment(cue[0]) != parsed.segment(place[0]) for cue in draft.cue)


def to_own_sentence(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, contents beside another reporting clause of their sentence moved to it, stray parts dropped."""
    out = list(drafts)
    clauses = {parsed.sentence(draft.cue[0]): i for i, draft in enumerate(drafts) if draft.cue and draft.source}
    for i, draft in enumerate(drafts):
        home = parsed.sentence(draft.cue[0]) if draft.cue else None
        for place in out[i].content if home is not None else ():
            sentence = parsed.sentence(place)
            if home is None or overlap(sentence, home):
                continue
            other = clauses.get(sentence, i)
            if other != i and _beside(parsed, place, out[other]):
                out[i] = _without(out[i], place)
                out[other] = replace(out[other], content=merged(parsed.text, [*out[other].content, place]))
            elif _heading(parsed, place) != _heading(parsed, draft.cue[0]) or _stray(parsed, place, sentence):
                out[i] = _without(out[i], place)
    return out


def _without(draft: Draft, place: Range) -> Draft:
    return replace(draft, content=tuple(part for part in draft.content if part != place))


def _stray(parsed: ParsedArticle, place: Range, sentence: Range) -> bool:
    """Whether a place is less than half of its sentence and not quoted."""
    return parsed.quoted(place) < 0.5 and 2 * overlap(place, sentence) < sentence[1] - sentence[0]


def _heading(parsed: ParsedArticle, place: Range) -> bool:
    segment = parsed.segment(place[0])
    return segment is not None and segment.kind == "headline"


def _beside(parsed: ParsedArticle, place: Range, other: Draft) -> bool:
    """Whether no word stands between a place and a part of a draft."""
    parts = [*other.source, *other.cue, *other.content]
    gaps = [(place[1], start) for start, _ in parts] + [(end, place[0]) for _, end in parts]
    return any(0 <= b - a <= 4 and not any(c.isalnum() for c in parsed.text[a:b]) for a, b in gaps)
