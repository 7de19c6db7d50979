"""The words "according to X", which always name X."""

from __future__ import annotations

import re

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, inside, overlap

_ACCORDING = re.compile(r"(?:according|as per|per|citing)\b", re.IGNORECASE)


def according(parsed: ParsedArticle, draft: Draft) -> None:
    """The words "according to X" always name X, whole, also where the tagger saw no source or a part of it."""
    if not draft.cue or not _ACCORDING.match(parsed.text, *draft.cue[0]):
        return
    last = parsed.tokens(draft.cue[0])[-1:]
    after = last[0].nbor() if len(last) and last[0].i + 1 < len(parsed.doc) else None
    while after is not None and after.dep_ in ("det", "compound", "amod", "poss", "nmod", "case", "nummod"):
        after = after.head
    if after is None or after.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    clause = parsed.sentence(draft.cue[0])
    end = min([start for start, _ in draft.content if start > after.idx], default=clause[1])
    named = parsed.subtree(after, (draft.cue[0][1], end))
    draft.content = [
        _behind(parsed, named, place) for place in draft.content if place[1] > named[1] or place[0] < named[0]
    ]
    within = draft.source and overlap(draft.source[0], named)
    if not within or (inside(draft.source[0], [named]) and draft.source[0][1] >= named[1]):
        draft.source = [named]


def _behind(parsed: ParsedArticle, named: Range, place: Range) -> Range:
    """A content that begins with the name, without it."""
    return parsed.trimmed((named[1], place[1])) if named[0] <= place[0] < named[1] else place
