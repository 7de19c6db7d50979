"""How something is reported: speech or attitude, direct or not, denied, doubted, hedged, on what occasion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.statements.manner import manner
from sayso.attribute.statements.mode import mode_of
from sayso.attribute.statements.occasion import occasion_of
from sayso.language.english import DENIALS, REPORTING
from schemas import Manner, Mode, Occasion, Polarity, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFF = re.compile(r"\b(?:off|aside|away)\b")


class HowReported(NamedTuple):
    """How one attribution is reported; the fields are those of `schemas.Attribution`."""

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
        mode=mode_of(parsed, draft, cue),
        manner="direct" if draft.verbatim else manner(parsed, draft.content),
        polarity=_polarity(parsed, draft, cue, lemmas),
        stance=_stance(lemmas),
        hedge=hedge(parsed, parsed.sentence((draft.start, draft.start + 1))) if not draft.source else None,
        occasion=occasion_of(parsed, draft),
    )


def topical(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether a draft only names a topic ("discussed the Jewish Agency"), and so reports no claim."""
    lemmas = {token.lemma_.lower() for token in parsed.words_in(draft.cue) if token.pos_ == "VERB"}
    return bool(lemmas) and lemmas <= REPORTING.talking and manner(parsed, draft.content) == "indirect"


def _polarity(parsed: ParsedArticle, draft: Draft, cue: Sequence[Token], lemmas: Sequence[str]) -> Polarity:
    denies = any(lemma in DENIALS.verbs for lemma in lemmas) or _waved_off(parsed, draft, lemmas)
    return "denied" if denies and not _negated(cue) else "affirmed"


def _waved_off(parsed: ParsedArticle, draft: Draft, lemmas: Sequence[str]) -> bool:
    """Whether a draft has the form "pleaded not guilty to ..." or "laughed off claims that ..."."""
    words = parsed.text[draft.cue[0][0] : draft.cue[0][1] + 40].lower() if draft.cue else ""
    if "plead" in lemmas:
        return "not guilty" in words
    return any(lemma in DENIALS.waving_off for lemma in lemmas) and bool(_OFF.search(words))


def _negated(cue: Sequence[Token]) -> bool:
    return any(token.dep_ == "neg" or token.lower_ in ("not", "n't", "never") for token in cue)


def _stance(lemmas: Sequence[str]) -> Stance:
    if any(lemma in REPORTING.doubting for lemma in lemmas):
        return "doubt"
    return "factive" if any(lemma in REPORTING.factive for lemma in lemmas) else "neutral"


def hedge(parsed: ParsedArticle, place: Range) -> Span | None:
    """The first hedge at a place ("allegedly"), or None."""
    for token in parsed.tokens(place):
        if token.lower_ in REPORTING.hedges:
            return parsed.span((token.idx, token.idx + len(token)))
    return None
