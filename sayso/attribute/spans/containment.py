"""Finds which drafts lie within the content of others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, inside
from sayso.attribute.spans.content_index import ContentIndex

if TYPE_CHECKING:
    from spacy.tokens import Token

_APART = re.compile(r";|\b(?:and|but|while|though|although|whereas)\b")
"""What stands between two reports of which neither contains the other."""
Parents = dict[int, int]
"""The number of a draft → the number of the draft whose content contains it."""


def with_parents(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with parents for those contained in another's content."""
    parents: Parents = {}
    _by_content(parsed, drafts, parents)
    _by_extract(parsed, drafts, parents)
    return [replace(draft, parent=parents[i]) if i in parents else draft for i, draft in enumerate(drafts)]


def _by_content(parsed: ParsedArticle, drafts: Sequence[Draft], parents: Parents) -> None:
    """Set as parent the smallest draft whose content contains a draft, or on whose verb its verb depends."""
    index = ContentIndex((i, draft.content) for i, draft in enumerate(drafts))
    cues = {
        token.i: i
        for i, draft in reversed(list(enumerate(drafts)))
        if draft.content
        for token in _tokens(parsed, draft.cue)
    }
    for i, draft in enumerate(drafts):
        if draft.content and draft.cue:
            outer = [o for o in _possible_parents(parsed, drafts, i, index, cues) if not _is_ancestor(parents, o, i)]
            if outer:
                parents[i] = min(outer, key=lambda o: drafts[o].end - drafts[o].start)


def _tokens(parsed: ParsedArticle, places: Sequence[Range]) -> Iterator[Token]:
    """The tokens that begin within some places."""
    return (token for place in places for token in parsed.tokens(place) if token.idx >= place[0])


def _possible_parents(
    parsed: ParsedArticle, drafts: Sequence[Draft], number: int, index: ContentIndex, cues: Mapping[int, int]
) -> list[int]:
    """The drafts of the same paragraph whose content contains a draft, or on whose verb its verb depends.

    A content that contains most of a draft contains its middle, so only contents near that are looked at.
    """
    draft = drafts[number]
    near = index.near((draft.start + draft.end) // 2)
    verb = _verb(parsed, draft)
    over = cues.get(verb.head.i) if verb is not None else None
    paragraph = parsed.paragraph(draft.start)
    return [
        i
        for i in ([*near, over] if over is not None and over not in near else near)
        if i != number
        and parsed.paragraph(drafts[i].start) <= paragraph <= parsed.paragraph(drafts[i].end - 1)
        and _holds(parsed, drafts[i], draft)
    ]


def _verb(parsed: ParsedArticle, draft: Draft) -> Token | None:
    return next((token for token in parsed.words_in(draft.cue) if token.pos_ == "VERB"), None)


def _holds(parsed: ParsedArticle, outer: Draft, inner: Draft) -> bool:
    """Whether `inner` lies in the content of `outer`, or its verb depends on a verb of `outer`."""
    if inner.verbatim:
        return False
    if inside((inner.start, inner.end), outer.content):
        return True
    if not outer.cue or not parsed.sentence(outer.cue[0])[0] <= inner.start < parsed.sentence(outer.cue[0])[1]:
        return False
    verb = _verb(parsed, inner)
    if verb is None or _APART.search(parsed.text, inner.end, max(inner.end, outer.start)):
        return False
    return verb.dep_ == "ccomp" and any(start <= verb.head.idx < end for start, end in outer.cue)


def _by_extract(parsed: ParsedArticle, drafts: Sequence[Draft], parents: Parents) -> None:
    """Set as parent the report whose block quotation, set off after "The paper reports:", contains a draft."""
    near = _by_paragraph(parsed, drafts)
    quotations = {quotation.span.start: i for i, quotation in enumerate(parsed.quotations)}
    for i, draft in enumerate(drafts):
        block = _extract(parsed, draft, quotations) if draft.cue and draft.content and draft.source else None
        if block is None:
            continue
        for inner in (number for paragraph in _paragraphs(parsed, block) for number in near.get(paragraph, [])):
            within = block[0] <= drafts[inner].start and drafts[inner].end <= block[1]
            if within and inner != i and inner not in parents and not _is_ancestor(parents, i, inner):
                parents[inner] = i


def _by_paragraph(parsed: ParsedArticle, drafts: Sequence[Draft]) -> Mapping[int, Sequence[int]]:
    """The numbers of the drafts with content, by each paragraph that they reach into."""
    near: dict[int, list[int]] = {}
    for i, draft in enumerate(drafts):
        for paragraph in _paragraphs(parsed, (draft.start, draft.end)) if draft.content else ():
            near.setdefault(paragraph, []).append(i)
    return near


def _paragraphs(parsed: ParsedArticle, place: Range) -> range:
    return range(parsed.paragraph(place[0]), parsed.paragraph(place[1] - 1) + 1)


def _extract(parsed: ParsedArticle, draft: Draft, quotations: Mapping[int, int]) -> Range | None:
    """The place of the paragraphs quoted after a cue that ends its own paragraph with a colon; else None."""
    start = draft.content[0][0]
    between = parsed.text[draft.cue[-1][1] - 1 : start]
    if "\n" not in between or ":" not in between:
        return None
    first = parsed.quotation(start)
    if first is None:
        return None
    end = first.span.end
    following = range(quotations[first.span.start] + 1, len(parsed.quotations))
    for number in takewhile(lambda i: parsed.quotations[i].continues, following):
        end = parsed.quotations[number].span.end
    return start, end


def _is_ancestor(parents: Parents, inner: int, outer: int) -> bool:
    """Whether `outer` is already an ancestor of `inner`, so that it cannot become its child."""
    at = parents.get(inner)
    while at is not None:
        if at == outer:
            return True
        at = parents.get(at)
    return False
