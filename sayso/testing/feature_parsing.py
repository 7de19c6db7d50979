"""A feature file as pytest-bdd parses it; what is wrong with a file is one sentence."""

from __future__ import annotations

from pathlib import Path

from pytest_bdd.exceptions import GherkinParseError
from pytest_bdd.feature import features, get_feature
from pytest_bdd.gherkin_parser import get_gherkin_document
from pytest_bdd.parser import Feature, Scenario, ScenarioTemplate

ENCODING = "utf-8-sig"
"""Of features: some editors put a mark at the beginning."""


class BrokenError(Exception):
    """A file that is no feature; the message begins with what stands behind the file's name."""


def parsed(file: Path) -> Feature:
    """The feature in a file; raises `BrokenError`."""
    try:
        lines = [line.strip() for line in file.read_text(ENCODING).splitlines()]
        if not any(line and not line.startswith("#") for line in lines):
            raise BrokenError(": expected a feature, found an empty file; write `Feature:` and a name")
        features.pop(str(file), None)  # pytest-bdd parses a file once a process, and takes this one for its run
        return get_feature(str(file.parent), file.name, ENCODING)
    except GherkinParseError as error:
        raise BrokenError(_broken(error)) from None
    except UnicodeDecodeError:
        raise BrokenError(": expected text in UTF-8, found other bytes; save it as UTF-8") from None
    except OSError as error:
        raise BrokenError(f": expected a file that can be read, found: {error.strerror}") from None


def rendered(template: ScenarioTemplate) -> list[Scenario]:
    """The scenario, or one for each row of its examples."""
    rows = [row for examples in template.examples for row in examples.as_contexts()]
    return [template.render(row) for row in rows or [{}]]


def twice(file: Path) -> list[tuple[int, str]]:
    """The line and the name of each scenario of a file whose name an earlier one has."""
    children = get_gherkin_document(str(file), ENCODING).feature.children
    inner = [one for child in children for one in (child.rule.children if child.rule else [child])]
    named = [(one.scenario.location.line, one.scenario.name) for one in inner if one.scenario]
    first = {name: line for line, name in reversed(named)}
    return [(line, name) for line, name in named if line != first[name]]


_WORDS = "Feature:, Scenario:, Given, When, Then, And, a row of a table or a comment"
_BROKEN = (
    ("unexpected end of file", "three quotation marks at the end of a text"),
    ("inconsistent cell count", "as many cells in each row of the table"),
    ("not supported", "a language that Gherkin has, or none"),
    ("First step", "Given, When or Then before the first And"),
    ("Multiple features", "one Feature: in a file, at its beginning"),
    ("outside of a Scenario", "Feature: and Scenario: before the first step"),
    ("missing Feature", "Feature: before the first Scenario:"),
)
"""What a parser says of a line, and what was expected there."""


def _broken(error: GherkinParseError) -> str:
    expected = next((words for said, words in _BROKEN if said in error.message), _WORDS)
    found = f"“{line}”" if (line := error.line_content.strip()) else "none"
    return f":{error.line}: expected {expected}, found {found}"
