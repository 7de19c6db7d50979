"""The words "according to X", which always name X."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import child_of
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, apart, inside, overlap
from sayso.language.english import OUTLETS

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACCORDING = re.compile(r"(?:according|as per|per|citing)\b", re.IGNORECASE)


def complete_according(parsed: ParsedArticle, draft: Draft) -> Draft:
    """A draft whose cue is "according to", with all of X as its source if the tagger marked nothing or a part of it."""
    if not draft.cue or not _ACCORDING.match(parsed.text, *draft.cue[0]):
        return draft
    last = parsed.tokens(draft.cue[0])[-1:]
    after = last[0].nbor() if len(last) and last[0].i + 1 < len(parsed.doc) else None
    while after is not None and after.dep_ in ("det", "compound", "amod", "poss", "nmod", "case", "nummod"):
        after = after.head
    if after is None or after.pos_ not in ("NOUN", "PROPN", "PRON"):
        return draft
    clause = parsed.sentence(draft.cue[0])
    end = min([start for start, _ in draft.content if start > after.idx], default=clause[1])
    noun = parsed.subtree(after, (draft.cue[0][1], end))
    named = _with_name(parsed, noun, after)
    content = tuple(
        _behind(parsed, named, place) for place in draft.content if place[1] > named[1] or place[0] < named[0]
    )
    within = draft.source and overlap(draft.source[0], named)
    whole = not within or (inside(draft.source[0], [named]) and draft.source[0][1] >= noun[1])
    return replace(draft, content=content, source=(named,) if whole else draft.source)


def _with_name(parsed: ParsedArticle, place: Range, noun: Token) -> Range:
    """The place of "the newspaper" with the name behind it, which the parse may have lost."""
    called = parsed.described_outlets if noun.lemma_.lower() in OUTLETS.nouns else ()
    names = (name for name in called if parsed.text.startswith(name, place[1] + 1))
    return place[0], place[1] + max((1 + len(name) for name in names), default=0)


def _behind(parsed: ParsedArticle, named: Range, place: Range) -> Range:
    """A part of the content without the name that it begins with."""
    return parsed.trimmed((named[1], place[1])) if named[0] <= place[0] < named[1] else place


def report_of_according(parsed: ParsedArticle, token: Token, place: Range) -> Draft | None:
    """The report of "according to [X], [Y]": its content is the rest of the clause."""
    if token.lower_ != "according":
        return None
    to = next((c for c in token.children if c.lower_ == "to"), None)
    named = child_of(to, "pobj") if to is not None else None
    clause = token.head
    if named is None or to is None or clause.i == token.i:
        return None
    source = parsed.subtree(named, place)
    cue = (token.idx, to.idx + len(to))
    rest = parsed.subtree(clause, place)
    before, after = parsed.trimmed((rest[0], cue[0])), parsed.trimmed((source[1], rest[1]))
    content = tuple((first, last) for first, last in (before, after) if last - first > 2)
    if not content or not apart(place, source):
        return None
    return Draft(source=(source,), cue=(cue,), content=content)
