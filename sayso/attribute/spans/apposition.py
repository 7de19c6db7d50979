"""Completes a source with its apposition: "a guard, Ivo Petrov," is one source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, meets

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_NEAR = 60
"""Characters after a noun within which its apposition has to end."""


def complete_apposition(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft, its source with both the noun and the name in apposition."""
    if not draft.source or draft.inherited:
        return draft
    whole = _with_noun(parsed, draft)
    if whole is not None:
        return replace(draft, source=(whole, *draft.source[1:]))
    name = _name_behind(parsed, draft.source[0])
    if name is None:
        return draft
    content = tuple(_behind(parsed, part, name.end_char) for part in draft.content)
    return replace(draft, source=((draft.source[0][0], name.end_char), *draft.source[1:]), content=content)


def _with_noun(parsed: ParsedArticle, draft: Draft) -> Range | None:
    """The place of a source that is a name in apposition, together with its noun; else None."""
    head = parsed.head(draft.source[0])
    if head is None or head.dep_ != "appos" or head.head.dep_ != "nsubj" or head.head.pos_ != "NOUN":
        return None
    whole = parsed.subtree(head.head)
    free = whole[0] < draft.source[0][0] and not meets(whole, [*draft.cue, *draft.content])
    return whole if free else None


def _name_behind(parsed: ParsedArticle, source: Range) -> Words | None:
    """The name in apposition after a source that is a noun; else None."""
    end = source[1]
    head = parsed.head(source)
    name = next((entity for entity in parsed.entities_in((end, end + _NEAR)) if entity.label_ == "PERSON"), None)
    if head is None or head.pos_ != "NOUN" or name is None or parsed.text[end : name.start_char] != ", ":
        return None
    after = parsed.text[name.end_char : name.end_char + 1]
    return name if after in (",", ".", ";", "") and name.root.dep_ in ("appos", "npadvmod", "oprd") else None


def _behind(parsed: ParsedArticle, place: Range, end: int) -> Range:
    return parsed.trimmed((end, place[1])) if place[0] < end < place[1] else place
