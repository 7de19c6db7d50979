"""A feature file, checked before anything is run: whether every line of it can be run at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from pytest_bdd.parser import Feature, Scenario, ScenarioTemplate, Step

import sayso.testing.article_steps
import sayso.testing.claim_steps
import sayso.testing.origin_steps
import sayso.testing.record_steps
import sayso.testing.standing_steps
import sayso.testing.steps  # noqa: F401 - fills the list of steps
from sayso.present.expectation import QUOTED
from sayso.testing.feature_parsing import BrokenError, parsed, rendered, twice
from sayso.testing.standing_rule import StandingRule, is_standing, standing_rule, unfit_in_rule
from sayso.testing.step_sentence import ARTICLE, STEPS, KnownStep, known_step

_COLUMN = re.compile(r"<(\w[\w -]*)>")
_OPTIONAL = re.compile(r" \[[^\[\]]*\]")

TABLE = "`sayso spec --steps` prints the table of steps, which also stands in flows/cli/README.md"


class SpecFile(NamedTuple):
    """How many scenarios of a file are about articles that they name, its standing rules, and what cannot be run."""

    scenarios: int = 0
    rules: tuple[StandingRule, ...] = ()
    problems: tuple[str, ...] = ()


def spec_file(file: Path, name: str) -> SpecFile:
    """The scenarios of a file that the sentences about it call `name`."""
    try:
        feature = parsed(file)
    except BrokenError as broken:
        return SpecFile(problems=(f"{name}{broken}",))
    every = [one for template in feature.scenarios.values() for one in rendered(template)]
    standing = [one for one in every if any(map(is_standing, one.steps))]
    problems = [*_amiss(file, feature), *(problem for one in every for problem in _unrunnable(one))]
    fit = [one for one in standing if not [*_unrunnable(one)]]
    return SpecFile(
        scenarios=len(every) - len(standing),
        rules=tuple(standing_rule(one, name) for one in fit),
        problems=tuple(dict.fromkeys(f"{name}:{problem}" for problem in problems)),
    )


def _amiss(file: Path, feature: Feature) -> Iterator[str]:
    """What would keep a scenario from being run, or from ever failing."""
    if not feature.scenarios:
        yield f"{feature.line_number}: expected a scenario, found none"
    for line, name in twice(file):
        yield f"{line}: expected another name, found a second scenario “{name}”"
    for scenario in feature.scenarios.values():
        if not any(step.type == "then" for step in scenario.steps):
            yield f"{scenario.line_number}: expected a Then in “{scenario.name}”, found none: it could never fail"
        outline = scenario.templated or scenario.keyword in ("Scenario Outline", "Scenario Template")
        if outline and not any(scenario.examples):
            yield f"{scenario.line_number}: expected examples of “{scenario.name}”, found none"
        elif outline:
            yield from _without_column(scenario)


def _without_column(scenario: ScenarioTemplate) -> Iterator[str]:
    """The places of an outline for which its examples have no column."""
    columns = {name for examples in scenario.examples for row in examples.as_contexts() for name in row}
    for step in scenario.steps:
        for name in _COLUMN.findall(step.name):
            if name not in columns:
                yield f"{step.line_number}: expected a column {name} in the examples of “{scenario.name}”, found none"


def _unrunnable(scenario: Scenario) -> Iterator[str]:
    """Lines that are no step, lack what belongs below them, or are about an article before there is one."""
    given = False
    for step in scenario.steps:
        known = known_step(step.type, step.name)
        if known is None:
            yield f"{step.line_number}: {_unknown(step)}"
            given = True  # it may have been meant to give one
        elif lacking := _lacking(step, known):
            yield f"{step.line_number}: {lacking}"
        elif known.of_article and not given:
            yield f"{step.line_number}: expected a step before “{step.name}” that gives an article, found none"
        given = given or (known is not None and known.gives == ARTICLE)
    if any(map(is_standing, scenario.steps)):
        yield from unfit_in_rule(scenario)


def _unknown(step: Step) -> str:
    """The sentence about a line that is no step, with the nearest steps."""
    asked = f"{step.type.capitalize()} {step.name}"
    shown = {_bare(one.shown): one.shown for one in STEPS}
    near = [shown[one] for one in get_close_matches(_bare(asked), shown, n=2, cutoff=0.0)]
    return f"expected a step, found “{asked}”; nearest: {' · '.join(near)}; {TABLE}"


def _bare(sentence: str) -> str:
    """A sentence without what stands in quotation marks, and without what may be left out."""
    return QUOTED.sub('""', _OPTIONAL.sub("", sentence))


def _lacking(step: Step, known: KnownStep) -> str | None:
    for below, found, called in (("datatable", step.datatable, "table"), ("docstring", step.docstring, "text")):
        takes = below in known.below
        if takes and found is None:
            return f"expected a {called} below “{step.name}”, found none"
        if found is not None and not takes:
            return f"expected no {called} below “{step.name}”, found one: it would not be looked at"
    return None
