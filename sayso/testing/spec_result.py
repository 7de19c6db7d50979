"""What came of a folder of features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from sayso.testing.unmet_step import UnmetStep

CORRECTED = "corrected"
"""The tag of scenarios that say how a person corrected a reading: that they fail is known."""

Fate = Literal["right", "wrong", "known wrong", "right by now", "unfit"]


@dataclass
class ScenarioOutcome:
    """What came of one scenario: the steps that are not met, or why it cannot be checked (`unfit`, a sentence).

    `place`: the feature's file, and the line of the scenario; `about`: its description, in one line.
    """

    place: str
    name: str
    about: str = ""
    corrected: bool = False
    failures: list[UnmetStep] = field(default_factory=list)
    unfit: str | None = None

    @property
    def fate(self) -> Fate:
        """A corrected reading is known to be wrong until the engine reads it right."""
        if self.unfit is not None:
            return "unfit"
        if self.failures:
            return "known wrong" if self.corrected else "wrong"
        return "right by now" if self.corrected else "right"


@dataclass
class SpecResult:
    """The outcome of every scenario, in order."""

    outcomes: list[ScenarioOutcome] = field(default_factory=list)

    def of(self, *fates: Fate) -> Sequence[ScenarioOutcome]:
        """The scenarios that came out so."""
        return [one for one in self.outcomes if one.fate in fates]
