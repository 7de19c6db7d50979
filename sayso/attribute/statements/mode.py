"""Whether something is reported as said or as thought: speech or attitude."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.attribute import lexicon
from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.statements.manner import manner
from schemas import Mode

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPOKEN_NOUNS = frozenset("statement speech interview remark comment tweet letter post report accord answer".split())
_OFFERS = frozenset("express voice reiterate signal convey share state".split())
_STATES = frozenset(
    """ambition anger anxiety appetite apprehension aspiration assumption attitude aversion awareness belief
    concern confidence consideration conviction desire determination disappointment disbelief doubt
    dream eagerness expectation favor favour fear feeling frustration goal hope impression inclination
    intent intention interest lack misgiving mood opinion opposition optimism outrage perception plan
    preference pride regret reluctance resentment respect scepticism sentiment skepticism support
    suspicion thinking thought trust understanding unease view willingness wish worry""".split()
)
"""Nouns for what is thought or felt."""
_FEELING = frozenset(
    """afraid alarmed amazed angry annoyed anxious apprehensive averse aware bullish certain comfortable
    concerned confident content convinced curious determined disappointed disturbed doubtful dubious
    eager embarrassed excited fearful fond frightened frustrated furious glad grateful happy hesitant
    hopeful impressed inclined indifferent intent interested keen leery mindful nervous opposed
    optimistic pessimistic pleased prepared proud ready reluctant resigned sad satisfied sceptical
    shocked skeptical sorry sure surprised suspicious sympathetic tempted thrilled troubled unaware
    uncertain uncomfortable uneasy unhappy unsure unwilling upset wary willing worried""".split()
)
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
        return lemma in _SPOKEN_NOUNS
    return lemma in lexicon.SPEECH or lemma in _OFFERS


def _attitude(token: Token) -> bool:
    lemma, word = token.lemma_.lower(), token.lower_
    if token.pos_ in ("NOUN", "PROPN"):
        return lemma in _STATES or word.removesuffix("s") in _STATES
    if token.pos_ == "ADJ" or (token.tag_ == "VBN" and word in _FEELING):
        return word in _FEELING
    return lemma in lexicon.ATTITUDE or word.removesuffix("s") in lexicon.ATTITUDE


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
