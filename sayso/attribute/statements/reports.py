"""Which drafts report what somebody said; the others tell an act, which is the article's own to tell.

A logistic model decides, by the weight of each sign that `report_evidence` finds. The weights are fitted by
`python -m sayso.training.fit_reports` on articles of which every statement is known.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from importlib.resources import files

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.relays import DraftChain
from sayso.attribute.statements.acts import by_grammar, holds_true, tells_act
from sayso.attribute.statements.manner import manner
from sayso.attribute.statements.report_evidence import report_evidence
from sayso.attribute.statements.reporting_words import reporting_words
from schemas import Mode

LEAST = 0.4
"""The probability from which on a draft is a report: to lose a source is worse than to name one for an act."""
_WEIGHTS: Mapping[str, float] = json.loads((files("sayso.attribute") / "model" / "reports.json").read_text("utf-8"))


def is_act(parsed: ParsedArticle, draft: Draft, chain: DraftChain, mode: Mode) -> bool:
    """Whether the reporting clause of a draft with content is itself the fact, by grammar or by the model.

    Grammar decides alone for attitudes, accusations, denials, judgements, courtesies and reports within reports: the
    model's training articles are too few for these, and a wrong source is worst there.
    """
    if not chain.hops or draft.verbatim or not reporting_words(parsed, draft) or parsed.quoted(draft.cue[0]) > 0.5:
        return False
    if believed(parsed, draft, mode):
        return False
    if draft.parent is not None or mode == "attitude" or by_grammar(parsed, draft):
        return tells_act(parsed, draft, mode)
    return not _reports(parsed, draft, chain, mode)


def believed(parsed: ParsedArticle, draft: Draft, mode: Mode) -> bool:
    """Whether a draft is somebody's belief, of which nothing is quoted."""
    return mode == "attitude" and manner(parsed, draft.content) == "indirect" and holds_true(parsed, draft)


def _reports(parsed: ParsedArticle, draft: Draft, chain: DraftChain, mode: Mode) -> bool:
    signs = report_evidence(parsed, draft, chain, mode)
    score = sum(_WEIGHTS.get(sign, 0.0) * value for sign, value in signs.items())
    return 1 / (1 + math.exp(-score)) >= LEAST
