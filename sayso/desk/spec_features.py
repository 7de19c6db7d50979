"""Features that Sayso writes into the newsroom's specs: a scenario is added at the end, nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pytest_bdd.parser import ScenarioTemplate

from sayso.errors import UsageError
from sayso.testing.feature_parsing import BrokenError, parsed
from sayso.testing.spec_result import CORRECTED


@dataclass(frozen=True)
class Scenario:
    """A scenario to write: lines `about` it, the step that gives its article, and what has to hold.

    `known_wrong`: the reading is not so yet.
    """

    name: str
    about: tuple[str, ...]
    given: str
    lines: tuple[str, ...]
    known_wrong: bool

    @property
    def text(self) -> str:
        """The scenario in Gherkin."""
        tag = [f"  @{CORRECTED}"] if self.known_wrong else []
        steps = [f"Given {self.given}", *(f"{'And' if n else 'Then'} {line}" for n, line in enumerate(self.lines))]
        indented = [f"    {line}" for line in (*self.about, *steps)]
        return "\n".join([*tag, f"  Scenario: {self.name}", *indented]) + "\n"


def add_scenario(feature: Path, title: str, scenario: Scenario) -> bool:
    """Add it to a feature, which is made where there is none; False where it is there already.

    Raises `UsageError` where a scenario of that name says something else, or the file is no feature.
    """
    try:
        before = feature.read_text("utf-8-sig")
    except FileNotFoundError:
        feature.parent.mkdir(parents=True, exist_ok=True)
        feature.write_text(f"Feature: {title}\n\n{scenario.text}", "utf-8")
        return True
    except UnicodeDecodeError:
        raise UsageError(f"expected text in UTF-8 in '{feature}', found other bytes; save it as UTF-8") from None
    there = _of_name(feature, scenario.name)
    if there is None:
        with feature.open("a", encoding="utf-8") as file:
            file.write(f"{'' if before.endswith(chr(10)) else chr(10)}\n{scenario.text}")
        return True
    if {step.name for step in there.steps} >= {scenario.given, *scenario.lines}:
        return False
    raise UsageError(
        f"expected no other scenario {scenario.name} in '{feature}', found one in line {there.line_number} that says "
        "otherwise; take it out, or change it by hand"
    )


def _of_name(feature: Path, name: str) -> ScenarioTemplate | None:
    """The scenario of this name, None without one; `UsageError` where the file is no feature."""
    try:
        return parsed(feature).scenarios.get(name)
    except BrokenError as broken:
        raise UsageError(f"{feature}{broken}") from None
