"""What breaks a standing rule of the newsroom, among what an article gives to a worklist."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.present.safe import plain
from sayso.registry import Registry
from sayso.worklist.article_findings import finding_of
from sayso.worklist.model.finding import ArticleFindings, BrokenRule, Finding, Raised
from sayso.worklist.sentences import sentences
from sayso.worklist.weights import RULED
from schemas import Article, Extraction


def with_broken_rules(
    given: ArticleFindings, article: Article, extraction: Extraction, registry: Registry, broken: Sequence[BrokenRule]
) -> ArticleFindings:
    """The same with what breaks standing rules: a reason more of what is listed anyway, else an item of its own."""
    findings = list(given.findings)
    every = [one for one in sentences(article, extraction, registry) if one.claims] if broken else []
    for rule in broken:
        place = next((n for n, one in enumerate(findings) if one.start <= rule.start < one.end), None)
        if place is not None:
            findings[place] = _ruled(findings[place], rule)
        elif every:
            there = next((one for one in every if rule.start < one.segment.span.end), every[-1])
            findings.append(_ruled(finding_of(article, there, ("rule",)), rule))
    return given.model_copy(update={"findings": tuple(findings)})


def _ruled(finding: Finding, rule: BrokenRule) -> Finding:
    kinds = finding.kinds if "rule" in finding.kinds else (*finding.kinds, "rule")
    raised_now = (*finding.raised, Raised(signal="rule", why=plain(rule.why)))
    return finding.model_copy(update={"kinds": kinds, "raised": raised_now, "score": max(finding.score, RULED)})
