"""How something is reported: speech or attitude, direct or not, denied, doubted, hedged, on what occasion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute import lexicon
from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from schemas import Manner, Mode, Occasion, Polarity, Span, Stance

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
_WAVING = frozenset("laugh brush shrug wave bat swat fend".split())
_OFF = re.compile(r"\b(?:off|aside|away)\b")
_DEEPEST = 60
_UTTERED = 5
"""From how many quoted words on somebody has spoken, though the verb is one of thinking."""


class HowReported(NamedTuple):
    """What the rules read off one attribution; see `schemas.Attribution` for each."""

    mode: Mode
    manner: Manner
    polarity: Polarity
    stance: Stance
    hedge: Span | None
    occasion: Occasion | None


def how_reported(parsed: ParsedArticle, draft: Draft) -> HowReported:
    """How the content of a draft is reported."""
    cue = list(parsed.words_in(draft.cue))
    lemmas = [token.lemma_.lower() for token in cue]
    return HowReported(
        mode=_mode(parsed, draft, cue),
        manner="direct" if draft.verbatim else manner(parsed, draft.content),
        polarity=_polarity(parsed, draft, cue, lemmas),
        stance=_stance(lemmas),
        hedge=hedge(parsed, parsed.sentence((draft.start, draft.start + 1))) if not draft.source else None,
        occasion=_occasion(parsed, draft),
    )


def _mode(parsed: ParsedArticle, draft: Draft, cue: Sequence[Token]) -> Mode:
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


def manner(parsed: ParsedArticle, content: Sequence[Range]) -> Manner:
    """Direct where the content stands between quotation marks, mixed where part of it does."""
    size = sum(end - start for start, end in content)
    share = sum(parsed.quoted(place) * (place[1] - place[0]) for place in content) / max(1, size)
    return "direct" if share > 0.85 else "mixed" if share > 0.05 else "indirect"


def topical(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether a cue only names what was talked about ("discussed the Jewish Agency"): nobody says anything by that."""
    lemmas = {token.lemma_.lower() for token in parsed.words_in(draft.cue) if token.pos_ == "VERB"}
    return bool(lemmas) and lemmas <= lexicon.TALKING and manner(parsed, draft.content) == "indirect"


def _polarity(parsed: ParsedArticle, draft: Draft, cue: Sequence[Token], lemmas: Sequence[str]) -> Polarity:
    denies = any(lemma in lexicon.DENIAL for lemma in lemmas) or _waved_off(parsed, draft, lemmas)
    return "denied" if denies and not _negated(cue) else "affirmed"


def _waved_off(parsed: ParsedArticle, draft: Draft, lemmas: Sequence[str]) -> bool:
    """The forms "pleaded not guilty to ..." and "laughed off claims that ..."."""
    words = parsed.text[draft.cue[0][0] : draft.cue[0][1] + 40].lower() if draft.cue else ""
    if "plead" in lemmas:
        return "not guilty" in words
    return any(lemma in _WAVING for lemma in lemmas) and bool(_OFF.search(words))


def _negated(cue: Sequence[Token]) -> bool:
    return any(token.dep_ == "neg" or token.lower_ in ("not", "n't", "never") for token in cue)


def _stance(lemmas: Sequence[str]) -> Stance:
    if any(lemma in lexicon.DOUBT for lemma in lemmas):
        return "doubt"
    return "factive" if any(lemma in lexicon.FACTIVE for lemma in lemmas) else "neutral"


def hedge(parsed: ParsedArticle, place: Range) -> Span | None:
    """The first word at a place that says that something is not certain ("allegedly")."""
    for token in parsed.tokens(place):
        if token.lower_ in lexicon.HEDGES:
            return parsed.span((token.idx, token.idx + len(token)))
    return None


def _occasion(parsed: ParsedArticle, draft: Draft) -> Occasion | None:
    """When, where and to whom, from the words of the reporting clause outside source and content."""
    if not draft.cue:
        return None
    clause = parsed.sentence(draft.cue[0])
    taken = [*draft.content, *draft.source]
    found: dict[str, Span] = {}
    for entity in parsed.entities_in(clause):
        place = (entity.start_char, entity.end_char)
        if any(place[0] < end and place[1] > start for start, end in taken):
            continue
        if entity.label_ in ("DATE", "TIME"):
            found.setdefault("when", parsed.span(place))
        elif (
            entity.label_ in ("GPE", "LOC", "FAC")
            and entity.root.dep_ == "pobj"
            and entity.root.head.lower_ in ("in", "at")
        ):
            found.setdefault("where", parsed.span(place))
    audience = _audience(parsed, draft)
    if audience:
        found["audience"] = audience
    return Occasion(**found) if found else None


def _audience(parsed: ParsedArticle, draft: Draft) -> Span | None:
    """The person or group told ("told reporters", "said to Bennett")."""
    for token in parsed.words_in(draft.cue):
        if token.pos_ != "VERB":
            continue
        for child in token.children:
            if child.dep_ == "dative" or (
                child.dep_ == "dobj" and token.lemma_ in ("tell", "inform", "remind", "assure")
            ):
                target = next((c for c in child.children if c.dep_ == "pobj"), child) if child.pos_ == "ADP" else child
                place = parsed.subtree(target)
                if place[0] < place[1] and not any(place[0] < end and place[1] > start for start, end in draft.content):
                    return parsed.span(place)
    return None
