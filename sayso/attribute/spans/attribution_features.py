"""The evidence by which the confidence of an attribution is computed."""

from __future__ import annotations

import math
from typing import NamedTuple

from sayso.attribute.confidence import odds
from sayso.attribute.draft import Draft, Signs
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import overlap
from sayso.language.english import ATTITUDES, FUNCTION_WORDS, REPORTING

LEAST_CONFIDENCE = 0.25
"""Drafts of less confidence are dropped; the threshold with the highest F1 on the held-out articles."""

_UNSEEN = Signs(0.5, 0.5, 0.5, 0.5)


class OfAttribution(NamedTuple):
    """The evidence for an attribution: numbers mostly from 0 to 1, log-odds a few times that."""

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


def attribution_evidence(parsed: ParsedArticle, draft: Draft) -> OfAttribution:
    """The evidence for a draft that has content."""
    signs = draft.signs or _UNSEEN
    words = list(parsed.words_in(draft.cue))
    lemmas = {word.lemma_.lower() for word in words}
    size = sum(end - start for start, end in draft.content)
    quoted = sum(parsed.quoted(place) * (place[1] - place[0]) for place in draft.content) / max(1, size)
    segment = parsed.segment(draft.start)
    source = draft.source[0] if draft.source else None
    clauses = [parsed.subtree(child) for word in words for child in word.children if child.dep_ in ("ccomp", "xcomp")]
    subjects = [parsed.subtree(child) for word in words for child in word.children if child.dep_ == "nsubj"]
    home = parsed.sentence(draft.cue[0]) if draft.cue else parsed.sentence(draft.content[0])
    return OfAttribution(
        always=1.0,
        cue=odds(signs.cue),
        source=odds(signs.source),
        content=odds(signs.content),
        tied=odds(signs.tied),
        weakest=odds(min(signs)),
        by_rule=float(draft.signs is None),
        without_cue=float(not draft.cue),
        without_source=float(not draft.source),
        inherited=float(draft.inherited),
        speech=float(bool(lemmas & REPORTING.speech) or "according" in lemmas),
        attitude=float(bool(lemmas & ATTITUDES.verbs)),
        length=math.log1p(len(list(parsed.words_in(draft.content)))) / 4,
        quoted=quoted,
        parts=float(len(draft.content) > 1),
        pronoun=float(source is not None and parsed.words(source).lower() in FUNCTION_WORDS.pronouns),
        subject=float(source is not None and any(overlap(source, place) for place in subjects)),
        clause=float(any(overlap(clause, place) for clause in clauses for place in draft.content)),
        apart=float(all(not overlap(home, place) for place in draft.content)),
        headline=float(segment is not None and segment.kind != "sentence"),
    )
