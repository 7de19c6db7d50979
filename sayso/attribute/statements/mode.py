"""Whether a content is reported as said or as thought: speech or attitude."""

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
"""The number of quoted words from which on a content is speech, even with a verb of thinking."""


def mode_of(parsed: ParsedArticle, draft: Draft, cue: Sequence[Token]) -> Mode:
    """`attitude` if the word that governs the cue is one of thinking or wanting, and nothing longer is quoted.

    "Said he hopes" is speech; "is expected to announce" and "has doubts" are attitudes. "Was seen by many as" is
    speech: a view is known because it was uttered. So is "let be known".
    """
    classed = [token for token in cue if _classed(token)]
    if not classed or _quoted(parsed, draft) or any("be known" in parsed.words(place) for place in draft.cue):
        return "speech"
    governing = min(classed, key=lambda token: (_depth(token), token.i))
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
    """The depth of a word in its dependency tree, `_DEEPEST` at most."""
    at, steps = token, 0
    while at.head.i != at.i and steps < _DEEPEST:
        at, steps = at.head, steps + 1
    return steps


def _quoted(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether the content is a direct quotation of some length, which was said even if the verb is one of thinking."""
    words = sum(1 for _ in parsed.words_in(draft.content))
    return words >= _UTTERED and manner(parsed, draft.content) == "direct"
