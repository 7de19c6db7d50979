"""Quotations that name no speaker: whose they are, from what stands before or behind them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.assemble import Draft
from sayso.attribute.page import Page, Range, overlap
from schemas import Quotation

_WORDS = 5
"""A quotation of fewer words is taken for a name or a phrase, not for somebody speaking."""


def inherit(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and for every quoted sentence that none covers one of its own; all in text order.

    A content without a cue and a quoted sentence without either go to the speaker of the draft before, if it is near.
    """
    out = [draft for draft in drafts if draft.cue]
    loose = [draft for draft in drafts if not draft.cue and page.quoted(draft.content[0]) > 0.5]
    loose += [Draft(content=[_inner(page, q)], confidence=0.6) for q in page.quotations if _alone(page, q, drafts)]
    for draft in sorted(loose, key=lambda d: d.start):
        speaker = _speaker(page, draft, out)
        if speaker is not None:
            draft.source, draft.inherited, draft.parent = list(speaker.source), True, speaker.parent
            out.append(draft)
    return sorted(out, key=lambda d: d.start)


def _inner(page: Page, quotation: Quotation) -> Range:
    return page.trimmed(quotation.span.range)


def _alone(page: Page, quotation: Quotation, drafts: Sequence[Draft]) -> bool:
    """Whether a quotation is one or more whole sentences that no draft has any part of."""
    place = quotation.span.range
    if len(quotation.span.words.split()) < _WORDS:
        return False
    if any(overlap(place, part) for draft in drafts for part in [*draft.content, *draft.source]):
        return False
    sentence = page.sentence(place)
    return sentence[0] >= place[0] - 1 and sentence[1] <= place[1] + 1


def _speaker(page: Page, draft: Draft, known: Sequence[Draft]) -> Draft | None:
    """The nearest draft before with a source, in this paragraph or the one before; a direct one may be further off."""
    here = page.paragraph(draft.start)
    for other in sorted(known, key=lambda d: -d.start):
        if other.start < draft.start and other.source and other.content:
            distance = here - page.paragraph(other.start)
            return other if distance <= 2 else None
    return None
