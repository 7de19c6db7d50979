"""Gives quotations without a source the source of the report before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.spans.covered import Covered
from schemas import Quotation

_REACH = 2
"""How many paragraphs back the last report may be."""
_WORDS = 5
"""A quotation of fewer words is taken for a name or a phrase, not for speech."""


def inherit_sources(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with a cue, and the quotations that inherit the source of a near last report; in text order.

    Quotations are the quoted contents without a cue, and the quoted sentences that no draft covers.
    """
    out = [draft for draft in drafts if draft.cue]
    loose = [draft for draft in drafts if not draft.cue and parsed.quoted(draft.content[0]) > 0.5]
    taken = Covered(parsed, (part for draft in drafts for part in [*draft.content, *draft.source]))
    alone = (q.span.range for q in parsed.quotations if _alone(parsed, q, taken))
    loose += [Draft(content=(parsed.trimmed(place),)) for place in alone]
    speaker: Draft | None = None
    for draft in sorted([*out, *loose], key=lambda d: d.start):
        if not draft.cue and speaker is not None and _near(parsed, speaker, draft):
            draft = replace(draft, source=speaker.source, inherited=True)
            out.append(draft)
        if draft.source and draft.content:
            speaker = draft
    return sorted(out, key=lambda d: d.start)


def _near(parsed: ParsedArticle, speaker: Draft, draft: Draft) -> bool:
    return parsed.paragraph(draft.start) - parsed.paragraph(speaker.start) <= _REACH


def _alone(parsed: ParsedArticle, quotation: Quotation, taken: Covered) -> bool:
    """Whether a quotation is one or more whole sentences of which no draft has any part."""
    place = quotation.span.range
    if len(quotation.span.words.split()) < _WORDS or taken.meets(place):
        return False
    sentence = parsed.sentence(place)
    return sentence[0] >= place[0] - 1 and sentence[1] <= place[1] + 1
