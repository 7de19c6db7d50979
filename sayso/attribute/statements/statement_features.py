"""The evidence that a statement is in the article's own voice, or that its chain is right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from sayso.attribute.confidence import odds
from sayso.attribute.draft import Draft
from sayso.attribute.media import MEDIA
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, without
from sayso.attribute.relays import DraftChain, FoundBy
from sayso.attribute.tagger.tagger import Tagging
from sayso.language.english import FUNCTION_WORDS


class OfOwnVoice(NamedTuple):
    """The evidence that a sentence, or part of one, is in the article's own voice."""

    always: float
    mean: float
    most: float
    length: float
    quoted: float


def own_voice_evidence(
    parsed: ParsedArticle, places: Sequence[Range], tagging: Tagging, told: Sequence[Range] = ()
) -> OfOwnVoice:
    """The evidence that the stretches at `places` are in the article's own voice.

    `told`: what acts and attitudes in them are about, which the network takes for said ("to close the mine").
    """
    said = np.concatenate([tagging.within(part) for place in places for part in without(place, told) or [place]])
    return OfOwnVoice(
        always=1.0,
        mean=odds(float(said.mean())) if len(said) else 0.0,
        most=odds(float(said.max())) if len(said) else 0.0,
        length=math.log1p(len(list(parsed.words_in(places)))) / 4,
        quoted=max(parsed.quoted(place) for place in places),
    )


class OfStatement(NamedTuple):
    """The evidence that a statement with its chain is right."""

    always: float
    attribution: float
    relayed: float
    relayed_twice: float
    by_grammar: float
    nested: float
    carried: float
    inherited: float
    unnamed: float
    pronoun: float
    resolved: float
    outlet: float


def statement_evidence(draft: Draft, chain: DraftChain) -> OfStatement:
    """The evidence that a draft's chain is complete and right."""
    origin, by = chain.hops[0].hop, {found.by for found in chain.hops}
    words = origin.mention.words.lower() if origin.mention is not None else ""
    return OfStatement(
        always=1.0,
        attribution=odds(draft.confidence),
        relayed=float(len(chain.hops) > 1),
        relayed_twice=float(len(chain.hops) > 2),
        by_grammar=float(FoundBy.GRAMMAR in by),
        nested=float(FoundBy.NESTED in by),
        carried=float(FoundBy.CARRIED in by),
        inherited=float(draft.inherited),
        unnamed=float(origin.anonymous),
        pronoun=float(words in FUNCTION_WORDS.pronouns),
        resolved=float(origin.resolved_from is not None),
        outlet=float(origin.kind in MEDIA),
    )
