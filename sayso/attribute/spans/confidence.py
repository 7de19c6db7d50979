"""How probable it is that what is said of a text is right: logistic models over what the network and the parse say.

Three: of an attribution (content and source), of a sentence in the article's own voice, and of a statement with its
whole chain. Their weights are fitted by `python -m sayso.attribute.training.calibrate`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from sayso.attribute import lexicon
from sayso.attribute.page import Page, Range, overlap
from sayso.attribute.spans.assemble import Draft, Signs
from sayso.attribute.tagger.tagger import Tagging
from schemas import Hop

LEAST = 0.35
"""What is less probable is not taken for an attribution: where the F1 over the held-out articles is highest."""

_UNSEEN = Signs(0.5, 0.5, 0.5, 0.5)


class OfAttribution(NamedTuple):
    """What is weighed for an attribution, each a number near 0 to 1 (log-odds a few times that)."""

    always: float
    cue: float
    source: float
    content: float
    tied: float
    weakest: float
    by_rule: float
    without_cue: float
    without_source: float
    inherited: float
    speech: float
    attitude: float
    length: float
    quoted: float
    parts: float
    pronoun: float
    subject: float
    clause: float
    apart: float
    headline: float


def of_attribution(page: Page, draft: Draft) -> OfAttribution:
    """What speaks for and against a draft that has a content."""
    signs = draft.signs or _UNSEEN
    words = list(page.words_in(draft.cue))
    lemmas = {word.lemma_.lower() for word in words}
    size = sum(end - start for start, end in draft.content)
    quoted = sum(page.quoted(place) * (place[1] - place[0]) for place in draft.content) / max(1, size)
    segment = page.segment(draft.start)
    source = draft.source[0] if draft.source else None
    clauses = [page.subtree(child) for word in words for child in word.children if child.dep_ in ("ccomp", "xcomp")]
    subjects = [page.subtree(child) for word in words for child in word.children if child.dep_ == "nsubj"]
    home = page.sentence(draft.cue[0]) if draft.cue else page.sentence(draft.content[0])
    return OfAttribution(
        always=1.0,
        cue=_odds(signs.cue),
        source=_odds(signs.source),
        content=_odds(signs.content),
        tied=_odds(signs.tied),
        weakest=_odds(min(signs)),
        by_rule=float(draft.signs is None),
        without_cue=float(not draft.cue),
        without_source=float(not draft.source),
        inherited=float(draft.inherited),
        speech=float(bool(lemmas & lexicon.SPEECH) or "according" in lemmas),
        attitude=float(bool(lemmas & lexicon.ATTITUDE)),
        length=math.log1p(len(list(page.words_in(draft.content)))) / 4,
        quoted=quoted,
        parts=float(len(draft.content) > 1),
        pronoun=float(source is not None and page.words(source).lower() in lexicon.PRONOUNS),
        subject=float(source is not None and any(overlap(source, place) for place in subjects)),
        clause=float(any(overlap(clause, place) for clause in clauses for place in draft.content)),
        apart=float(all(not overlap(home, place) for place in draft.content)),
        headline=float(segment is not None and segment.kind != "sentence"),
    )


class OfOwnVoice(NamedTuple):
    """What is weighed for a sentence, or part of one, that nobody is named for."""

    always: float
    mean: float
    most: float
    length: float
    quoted: float


def of_own_voice(page: Page, places: Sequence[Range], tagging: Tagging) -> OfOwnVoice:
    """What speaks for and against its being the article's own."""
    said = np.concatenate([tagging.within(place) for place in places])
    return OfOwnVoice(
        always=1.0,
        mean=_odds(float(said.mean())) if len(said) else 0.0,
        most=_odds(float(said.max())) if len(said) else 0.0,
        length=math.log1p(len(list(page.words_in(places)))) / 4,
        quoted=max(page.quoted(place) for place in places),
    )


class OfStatement(NamedTuple):
    """What is weighed for a statement with its chain."""

    always: float
    attribution: float
    relayed: float
    relayed_twice: float
    carried: float
    nested: float
    inherited: float
    unnamed: float
    pronoun: float
    resolved: float
    outlet: float
    attitude: float


def of_statement(draft: Draft, hops: Sequence[Hop], attitude: bool) -> OfStatement:
    """What speaks for and against a chain's being whole and right."""
    origin, relays = hops[0], hops[1:]
    words = origin.mention.words.lower() if origin.mention is not None else ""
    return OfStatement(
        always=1.0,
        attribution=_odds(draft.confidence),
        relayed=float(bool(relays)),
        relayed_twice=float(len(relays) > 1),
        carried=float(any(hop.inherited for hop in relays)),
        nested=float(draft.parent is not None),
        inherited=float(origin.inherited),
        unnamed=float(origin.anonymous),
        pronoun=float(words in lexicon.PRONOUNS),
        resolved=float(origin.resolved_from is not None),
        outlet=float(origin.kind in ("news_outlet", "news_agency")),
        attitude=float(attitude),
    )


def confidence(evidence: OfAttribution | OfOwnVoice | OfStatement) -> float:
    """The probability of being right."""
    weights = _weights(type(evidence).__name__)
    score = sum(weights[name] * value for name, value in evidence._asdict().items())
    return 1 / (1 + math.exp(-max(-20.0, min(20.0, score))))


@cache
def _weights(model: str) -> dict[str, float]:
    path = files("sayso.attribute") / "model" / "confidence.json"
    weights: dict[str, float] = json.loads(path.read_text("utf-8"))[model]
    return weights


forget = _weights.cache_clear
"""Have the weights read again."""


def _odds(probability: float) -> float:
    """A quarter of the log-odds, of a probability kept a thousandth away from 0 and 1."""
    inside = min(0.999, max(0.001, probability))
    return math.log(inside / (1 - inside)) / 4
