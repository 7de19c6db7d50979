"""Standing rules of the newsroom, checked in a draft or a new article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.clear import Breach, Line, rule_lines
from sayso.ledger import Snapshot
from sayso.registry import Registry
from sayso.testing.article_reading import ArticleReading
from sayso.testing.spec_folder import standing_rules
from sayso.testing.standing_rule import StandingRule
from sayso.testing.unmet_step import UnmetStep
from sayso.worklist import BrokenRule
from schemas import Article, Extraction


class NewsroomRules(NamedTuple):
    """The standing rules in a folder, and a sentence for each line of their files that cannot be read."""

    rules: tuple[StandingRule, ...]
    problems: tuple[str, ...]


class Breaches(NamedTuple):
    """An article (its id and file) and the rules that it breaks."""

    article: str
    file: str
    failures: tuple[UnmetStep, ...]


def newsroom_rules(folder: Path) -> NewsroomRules:
    """The standing rules in the newsroom's folder; none where there is no such folder."""
    found = standing_rules(folder)
    return NewsroomRules(found.rules, found.problems)


def broken_rules(
    rules: Iterable[StandingRule], article: Article, extraction: Extraction, registry: Registry, *, draft: bool = False
) -> list[UnmetStep]:
    """The steps of these rules that an article does not meet: of those on new articles, or (`draft`) on drafts."""
    called = article.title or ("the draft" if draft else "the article")
    reading = ArticleReading(article, extraction, called, registry)
    return [failure for rule in rules if rule.concerns(reading, draft=draft) for failure in rule.broken(reading)]


def for_worklist(
    rules: Sequence[StandingRule], registry: Registry, article: Article, extraction: Extraction
) -> list[BrokenRule]:
    """What a worklist lists of the rules on new articles that an article breaks."""
    return [
        BrokenRule(one.start or 0, f"Breaks the rule “{failure.scenario}”: expected {one.expected}, found {one.found}.")
        for failure in broken_rules(rules, article, extraction, registry)
        for one in failure.each
    ]


def for_sheet(
    rules: Sequence[StandingRule], registry: Registry, article: Article, extraction: Extraction
) -> list[Line]:
    """The lines of a sheet for the rules on drafts that a draft breaks."""
    if not any(rule.drafts for rule in rules):
        return []
    found = (
        Breach(failure.scenario, one.start, f"expected {one.expected}, found {one.found}")
        for failure in broken_rules(rules, article, extraction, registry, draft=True)
        for one in failure.each
    )
    return list(rule_lines(extraction, found))


def breaches(
    snapshot: Snapshot, rules: Sequence[StandingRule], registry: Registry, articles: Iterable[str] | None = None
) -> Iterator[Breaches]:
    """The articles of the ledger (those with these ids, or all) that break a rule, as their readings count now."""
    if not rules:
        return
    for capture, article, extraction in snapshot.read_articles(articles):
        if found := broken_rules(rules, article, extraction, registry):
            yield Breaches(article.id, capture.file, tuple(found))
