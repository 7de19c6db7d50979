"""Gives quotations without a source the source of the report before them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft, Placing
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, overlap
from sayso.attribute.spans.acting import is_called
from sayso.attribute.spans.content_index import ContentIndex
from sayso.attribute.spans.covered import Covered
from sayso.attribute.spans.placed_quotations import Placed
from sayso.attribute.spans.utterances import utterances

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORDS = 5
"""A line of fewer words in quotation marks is taken for a heading, or for somebody else's answer."""
_REACH = 2
"""How many paragraphs back the last report may be."""


def inherit_sources(parsed: ParsedArticle, placed: Placed) -> list[Draft]:
    """The drafts with a source, and the quotations that inherit the source of a near last report; in text order.

    Quotations are the quoted contents without a cue, and the quoted sentences that no draft covers. They inherit
    nothing if somebody else acts between. A line of nobody's has the source of what it repeats.
    """
    drafts = placed.drafts
    out = [draft for draft in drafts if draft.cue or draft.source]
    loose = [draft for draft in drafts if not (draft.cue or draft.source) and parsed.quoted(draft.content[0]) > 0.5]
    taken = Covered(parsed, (part for draft in drafts for part in [*draft.content, *draft.source]))
    whole = [u.place for u in utterances(parsed) if not u.alone or len(parsed.words(u.place).split()) >= _WORDS]
    alone = (place for place in whole if place not in placed.lines and not taken.meets(place))
    loose += [Draft(content=(parsed.trimmed(place),)) for place in alone]
    spoken = set(whole)
    speaker: Draft | None = None
    for draft in sorted([*out, *loose], key=lambda d: d.start):
        if not (draft.cue or draft.source) and speaker is not None and _goes_on(parsed, speaker, draft, placed.beside):
            draft = replace(draft, source=speaker.source, outlet=speaker.outlet, inherited=True)
            placing = Placing.ACTED if speaker.placing is Placing.ACTED else Placing.GOES_ON
            draft = replace(draft, placing=placing if draft.content[0] in spoken else None)
            out.append(draft)
        if draft.source and draft.content:
            speaker = draft
    return sorted([*out, *_repeated(placed.lines, out)], key=lambda d: d.start)


def _goes_on(parsed: ParsedArticle, speaker: Draft, draft: Draft, beside: Mapping[Range, Token | None]) -> bool:
    """Whether a quotation goes on from a report: it is near, and nobody else acts right beside it.

    In a scene another paragraph is another's turn to speak.
    """
    away = parsed.paragraph(draft.start) - parsed.paragraph(speaker.end - 1)
    if draft.content[0] in beside and not is_called(parsed, speaker.source, beside[draft.content[0]]):
        return False
    return away <= (0 if speaker.placing is Placing.ACTED else _REACH)


def _repeated(lines: Mapping[Range, Range | None], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The lines that repeat a report, with its source."""
    index = ContentIndex((i, draft.content) for i, draft in enumerate(drafts) if draft.source)
    for line, place in lines.items():
        near = [drafts[i] for at in place or () for i in index.near(at)]
        shared = [(sum(overlap(place, part) for part in draft.content), draft) for draft in near] if place else []
        most, draft = max(shared, key=lambda pair: pair[0], default=(0, None))
        if draft is not None and most:
            yield replace(draft, cue=(), content=(line,), placing=Placing.REPEATED, inherited=True, addressee=None)
