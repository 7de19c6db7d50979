"""How probable it is that an attribution is right: a logistic model over what the network and the parse say of it."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from sayso.attribute import lexicon
from sayso.attribute.assemble import Draft, Signs
from sayso.attribute.page import Page, overlap

_UNSEEN = Signs(0.5, 0.5, 0.5, 0.5)


class Evidence(NamedTuple):
    """What the model weighs, each a number near 0 to 1 (log-odds of probabilities a few times that)."""

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


def evidence(page: Page, draft: Draft) -> Evidence:
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
    return Evidence(
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


def confidence(page: Page, draft: Draft) -> float:
    """The probability that the content is an attribution and its source the right one; 0 for a draft without content."""
    if not draft.content:
        return 0.0
    score = sum(weight * value for weight, value in zip(_weights(), evidence(page, draft), strict=True))
    return 1 / (1 + math.exp(-max(-20.0, min(20.0, score))))


@cache
def _weights() -> tuple[float, ...]:
    """One for each field of `Evidence`, as fitted by `python -m sayso.attribute.training.calibrate`."""
    path = files("sayso.attribute") / "model" / "confidence.json"
    known: dict[str, float] = json.loads(path.read_text("utf-8"))
    return tuple(known[name] for name in Evidence._fields)


def _odds(probability: float) -> float:
    """Log-odds, a quarter of them, cut at 2 % of either end's certainty."""
    inside = min(0.999, max(0.001, probability))
    return math.log(inside / (1 - inside)) / 4
