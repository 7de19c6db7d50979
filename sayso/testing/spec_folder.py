"""A folder of features, checked before anything is run: whether every line of it can be run at all."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pytest_bdd.exceptions import GherkinParseError
from pytest_bdd.feature import features, get_feature
from pytest_bdd.gherkin_parser import get_gherkin_document
from pytest_bdd.parser import Feature, Scenario, ScenarioTemplate, Step

import sayso.testing.claim_steps
import sayso.testing.origin_steps
import sayso.testing.record_steps
import sayso.testing.steps  # noqa: F401 - fills the list of steps
from sayso.errors import UsageError
from sayso.testing.sentence import ARTICLE, QUOTED, STEPS, KnownStep

_OPTIONAL = re.compile(r" \[[^\[\]]*\]")
ENCODING = "utf-8-sig"
"""Of features: some editors put a mark at the beginning."""

TABLE = "`sayso spec --steps` prints the table of steps, which also stands in flows/cli/README.md"


@dataclass(frozen=True)
class SpecFolder:
    """The features of a folder, the number of their scenarios, and a sentence for each line that cannot be run."""

    folder: Path
    features: tuple[Path, ...]
    scenarios: int
    problems: tuple[str, ...]


def spec_folder(folder: Path) -> SpecFolder:
    """The features of `folder` and all below; `UsageError` where there are none."""
    if not folder.is_dir():
        raise UsageError(f"expected a folder with features at '{folder}', found none; check the path")
    place = Path(os.path.abspath(folder))
    files = sorted(path for path in place.rglob("*.feature") if path.is_file())
    if not files:
        raise UsageError(
            f"expected a file that ends in .feature in '{folder}', found none; write one, or check the path"
        )
    scenarios, problems = 0, []
    for file in files:
        at = os.path.relpath(file, place)
        try:
            feature = _parsed(file)
        except _BrokenError as broken:
            problems.append(f"{at}{broken}")
            continue
        rendered = [one for template in feature.scenarios.values() for one in _rendered(template)]
        scenarios += len(rendered)
        problems += [
            f"{at}:{problem}"
            for problem in (*_amiss(file, feature), *(problem for one in rendered for problem in _unrunnable(one)))
        ]
    return SpecFolder(place, tuple(files), scenarios, tuple(dict.fromkeys(problems)))


class _BrokenError(Exception):
    """A file that is no feature."""


def _parsed(file: Path) -> Feature:
    try:
        lines = [line.strip() for line in file.read_text(ENCODING).splitlines()]
        if not any(line and not line.startswith("#") for line in lines):
            raise _BrokenError(": expected a feature, found an empty file; write `Feature:` and a name")
        features.pop(str(file), None)  # pytest-bdd parses a file once a process, and takes this one for its run
        return get_feature(str(file.parent), file.name, ENCODING)
    except GherkinParseError as error:
        raise _BrokenError(
            f":{error.line}: expected Gherkin, found “{error.line_content.strip()}”: {error.message}"
        ) from None
    except UnicodeDecodeError:
        raise _BrokenError(": expected text in UTF-8, found other bytes; save it as UTF-8") from None
    except OSError as error:
        raise _BrokenError(f": expected a file that can be read, found: {error.strerror}") from None


def _rendered(template: ScenarioTemplate) -> list[Scenario]:
    """The scenario, or one for each row of its examples."""
    rows = [row for examples in template.examples for row in examples.as_contexts()]
    return [template.render(row) for row in rows or [{}]]


def _amiss(file: Path, feature: Feature) -> Iterator[str]:
    """What would keep a scenario from being run, or from ever failing."""
    if not feature.scenarios:
        yield f"{feature.line_number}: expected a scenario, found none"
    for line, name in _twice(file):
        yield f"{line}: expected another name, found a second scenario “{name}”"
    for scenario in feature.scenarios.values():
        if not any(step.type == "then" for step in scenario.steps):
            yield f"{scenario.line_number}: expected a Then in “{scenario.name}”, found none: it could never fail"
        outline = scenario.templated or scenario.keyword in ("Scenario Outline", "Scenario Template")
        if outline and not any(scenario.examples):
            yield f"{scenario.line_number}: expected examples of “{scenario.name}”, found none"


def _twice(file: Path) -> list[tuple[int, str]]:
    """The scenarios whose name an earlier one of the file has."""
    children = get_gherkin_document(str(file), ENCODING).feature.children
    inner = [one for child in children for one in (child.rule.children if child.rule else [child])]
    named = [(one.scenario.location.line, one.scenario.name) for one in inner if one.scenario]
    first = {name: line for line, name in reversed(named)}
    return [(line, name) for line, name in named if line != first[name]]


def _unrunnable(scenario: Scenario) -> Iterator[str]:
    """Lines that are no step, lack what belongs below them, or are about an article before there is one."""
    given = False
    for step in scenario.steps:
        known = next((one for one in STEPS if one.kind == step.type and one.sentence.is_matching(step.name)), None)
        if known is None:
            yield f"{step.line_number}: {_unknown(step)}"
            given = True  # it may have been meant to give one
        elif lacking := _lacking(step, known):
            yield f"{step.line_number}: {lacking}"
        elif known.of_article and not given:
            yield f"{step.line_number}: expected a step before “{step.name}” that gives an article, found none"
        given = given or (known is not None and known.gives == ARTICLE)


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
