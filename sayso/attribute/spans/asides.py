"""Sources named in passing: "as [R] [wrote], [X]" and "[X], as [R] [noted]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, apart
from sayso.attribute.spans.covered import Covered
from sayso.language.english import REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO_QUOTE = re.compile(r"[^,;:“\"‘]{0,60}(?:[,:]\s*)?(?=[“\"‘]|'')")
_COMMA = re.compile(r"(?: it)?[,:]\s*")


def report_in_passing(parsed: ParsedArticle, token: Token, place: Range) -> Draft | None:
    """The report of "as [R] [wrote], [X]" or "[X], as [R] [noted]", by its "as"; else None."""
    if token.lower_ != "as":
        return None
    for verb in parsed.doc[token.i + 2 : token.i + 12]:
        if verb.pos_ in ("VERB", "AUX") or verb.text == ",":
            break
    else:
        return None
    named = parsed.doc[token.i + 1 : verb.i]
    if verb.tag_ not in ("VBD", "VBZ", "VBN") or verb.lemma_.lower() not in REPORTING.asides or named[-1].pos_ == "ADP":
        return None
    if not any(word.pos_ == "PROPN" for word in named):
        return None
    source = parsed.trimmed((named[0].idx, named[-1].idx + len(named[-1])))
    cue = (verb.idx, verb.idx + len(verb))
    content = _content_of_aside(parsed, cue[1], parsed.trimmed((place[0], token.idx)), place[1])
    return Draft(source=(source,), cue=(cue,), content=(content,)) if apart(place, source, cue, content) else None


def _content_of_aside(parsed: ParsedArticle, at: int, before: Range, end: int) -> Range:
    """The content of an aside: a quotation after it, else what follows its comma, else what stands before it."""
    if quoted := _TO_QUOTE.match(parsed.text, at, end):
        quotation = parsed.quotation(quoted.end())
        return quoted.end(), min(end, quotation.span.end) if quotation is not None else end
    comma = _COMMA.match(parsed.text, at, end)
    return parsed.trimmed((comma.end(), end)) if comma and comma.end() < end else before


def with_asides(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and the article's own reports of an outlet in passing: "as The Post put it, “a mess.”"."""
    taken = Covered(parsed, (part for draft in drafts if draft.content for part in [*draft.cue, *draft.content]))
    bare = {draft.cue[0][0]: i for i, draft in enumerate(drafts) if draft.cue and not draft.content}
    out, made = list(drafts), []
    for token in (token for token in parsed.doc if token.lower_ == "as"):
        found = report_in_passing(parsed, token, parsed.sentence((token.idx, token.idx + len(token))))
        if found is None or not parsed.outlet(found.source[0]) or any(map(taken.meets, [*found.source, *found.cue])):
            continue
        known = bare.get(found.cue[0][0])
        if known is None:
            made.append(found)
        else:
            out[known] = replace(out[known], source=found.source, content=found.content)
    return out + made
