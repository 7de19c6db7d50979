"""Standing rules: scenarios about every draft or every new article, checked wherever one is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pytest_bdd.parser import Scenario, Step

from sayso.registry.meaning import plain
from sayso.testing.feature_files import AllDifferent, Different
from sayso.testing.standing_steps import every_draft, every_new_article
from sayso.testing.step_sentence import ARTICLE, KnownStep, known_step
from sayso.testing.unmet_step import UnmetStep, each_of

if TYPE_CHECKING:
    from sayso.testing.article_reading import ArticleReading

_STANDING = (every_draft, every_new_article)


@dataclass(frozen=True)
class Check:
    """A step of a rule: its line in the feature, its words, the step that it is, and what stands in its places."""

    place: str
    words: str
    step: KnownStep
    places: dict[str, Any]


@dataclass(frozen=True)
class StandingRule:
    """A scenario that holds for every draft, or for every new article that carries a name, or of an outlet."""

    place: str
    name: str
    drafts: bool
    carried: str | None
    outlet: str | None
    checks: tuple[Check, ...]

    def concerns(self, reading: ArticleReading, *, draft: bool) -> bool:
        """Whether the rule holds for an article."""
        return (
            self.drafts == draft
            and (self.outlet is None or _is_outlet(self.outlet, reading))
            and (self.carried is None or _carries(self.carried, reading))
        )

    def broken(self, reading: ArticleReading) -> Iterator[UnmetStep]:
        """The steps that an article does not meet."""
        for check in self.checks:
            try:
                check.step.function(**{ARTICLE: reading}, **check.places)
            except (Different, AllDifferent) as failure:
                yield UnmetStep(check.place, self.name, check.words, each_of(failure))


def is_standing(step: Step) -> bool:
    """Whether a step says that its scenario is a standing rule."""
    known = known_step(step.type, step.name)
    return known is not None and known.function in _STANDING


def standing_rule(scenario: Scenario, file: str) -> StandingRule:
    """The rule that a scenario of `file` is; its lines must have been found fit by `unfit_in_rule`."""
    [beginning] = (step for step in scenario.steps if is_standing(step))
    places = _known(beginning).sentence.parse_arguments(beginning.name) or {}
    return StandingRule(
        place=f"{file}:{scenario.line_number}",
        name=scenario.name,
        drafts=_known(beginning).function is every_draft,
        carried=places.get("carried"),
        outlet=places.get("outlet"),
        checks=tuple(_check(step, file) for step in scenario.steps if step.type == "then"),
    )


def unfit_in_rule(scenario: Scenario) -> Iterator[str]:
    """What a standing rule cannot have: a second beginning, or a step about words of one article."""
    beginnings = [step for step in scenario.steps if step.type != "then"]
    for step in beginnings[1:]:
        yield f"{step.line_number}: expected only “{beginnings[0].name}” before the Then, found “{step.name}”"
    for step in scenario.steps:
        if step.type == "then" and (known := known_step("then", step.name)) and not known.of_every_article:
            yield (
                f"{step.line_number}: expected a step that can be checked in any article, found “{step.name}”, "
                "which is about the words of one"
            )


def _check(step: Step, file: str) -> Check:
    known = _known(step)
    words = f"{step.keyword.strip()} {step.name}"
    return Check(f"{file}:{step.line_number}", words, known, known.sentence.parse_arguments(step.name) or {})


def _known(step: Step) -> KnownStep:
    known = known_step(step.type, step.name)
    if known is None:
        raise ValueError(f"expected a step, found {step.name}")
    return known


def _is_outlet(name: str, reading: ArticleReading) -> bool:
    return reading.article.outlet is not None and _same(name, reading.article.outlet, reading)


def _carries(name: str, reading: ArticleReading) -> bool:
    """Whether the article has it from there: by a chain, a credit or a dateline."""
    from sayso.link.credits import credits  # noqa: A004

    return bool(reading.through(name)) or any(
        _same(name, credit.name, reading) for credit in credits(reading.article, reading.registry)
    )


def _same(name: str, other: str, reading: ArticleReading) -> bool:
    ours, theirs = reading.registry.lookup(name), reading.registry.lookup(other)
    return plain(name) == plain(other) or (ours is not None and ours == theirs)
