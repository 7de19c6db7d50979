"""Sources that follow their verb of saying: "X “did Z”, recalled Y"."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import last_verb
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import overlap

_QUOTED = re.compile(r"[\"”’'],?\s*$|,[\"”]\s*$")
_NEAR = 60
"""Characters before a cue within which the quotation ends."""
_BEGINS = ("DET", "PROPN", "NOUN", "ADJ", "NUM")


def source_after_verb(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft, with Y as the source of "X “did Z”, recalled Y": after a quotation the subject follows its verb."""
    verb = last_verb(parsed, draft)
    if verb is None or not draft.source or draft.source[0][0] > verb.idx or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return draft
    if not _QUOTED.search(parsed.text, max(0, draft.cue[0][0] - _NEAR), draft.cue[0][0]) or any(
        c.dep_ == "nsubj" and c.i < verb.i for c in verb.children
    ):
        return draft
    behind = verb.nbor() if verb.i + 1 < len(parsed.doc) else verb
    if behind.pos_ not in _BEGINS or not parsed.quoted(draft.content[0] if draft.content else (0, 1)):
        return draft
    start, end = parsed.trimmed((behind.idx, parsed.sentence((verb.idx, verb.idx + 1))[1]))
    source = start, start + len(parsed.text[start:end].rstrip(". "))
    content = tuple(place for place in draft.content if not overlap(place, source))
    return replace(draft, source=(source,), content=content)
