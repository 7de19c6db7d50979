"""Whether something is reported as said or as thought: speech or attitude."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.statements.manner import manner
from sayso.language.english import ATTITUDES, DOCUMENTS, REPORTING
from schemas import Mode

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 60
_UTTERED = 5
"""From how many quoted words on somebody has spoken, though the verb is one of thinking."""


def mode_of(parsed: ParsedArticle, draft: Draft, cue: Sequence[Token]) -> Mode:
    """Attitude where the word that governs the cue is one of thinking or wanting, and nothing longer is quoted.

    "Said he hopes" is speech; "is expected to announce" and "has doubts" are attitudes. What "was seen by many as" is
    speech again: a view that is known to be held was uttered. So is what somebody "let be known".
    """
    told = [token for token in cue if _classed(token)]
    if not told or _quoted(parsed, draft) or any("be known" in parsed.words(place) for place in draft.cue):
        return "speech"
    governing = min(told, key=lambda token: (_depth(token), token.i))
    if governing.tag_ == "VBN" and any(child.dep_ == "agent" for child in governing.children):
        return "speech"
    return "attitude" if _attitude(governing) else "speech"


def _classed(token: Token) -> bool:
    return _attitude(token) or _speech(token)


def _speech(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN":
        return lemma in DOCUMENTS.spoken
    return lemma in REPORTING.speech or lemma in ATTITUDES.voicing


def _attitude(token: Token) -> bool:
    lemma, word = token.lemma_.lower(), token.lower_
    if token.pos_ in ("NOUN", "PROPN"):
        return lemma in ATTITUDES.nouns or word.removesuffix("s") in ATTITUDES.nouns
    if token.pos_ == "ADJ" or (token.tag_ == "VBN" and word in ATTITUDES.adjectives):
        return word in ATTITUDES.adjectives
    return lemma in ATTITUDES.verbs or word.removesuffix("s") in ATTITUDES.verbs


def _depth(token: Token) -> int:
    """How many words a word hangs under."""
    at, steps = token, 0
    while at.head.i != at.i and steps < _DEEPEST:
        at, steps = at.head, steps + 1
    return steps


def _quoted(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether somebody's own words are given at some length: those were said, whatever the verb is."""
    words = sum(1 for _ in parsed.words_in(draft.content))
    return words >= _UTTERED and manner(parsed, draft.content) == "direct"
