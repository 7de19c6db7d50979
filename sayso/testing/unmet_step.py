"""A step of a feature that is not met."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.testing.feature_files import AllDifferent, Different


@dataclass(frozen=True)
class UnmetStep:
    """A step that is not as expected. `place`: the feature's file and line."""

    place: str
    scenario: str
    step: str
    each: tuple[Different, ...]

    @property
    def sentences(self) -> list[str]:
        """What was expected, what was found, and where: one sentence each."""
        return [str(one) for one in self.each]


def each_of(failure: Different | AllDifferent) -> tuple[Different, ...]:
    """The single failures of one that may be of several lines."""
    return failure.each if isinstance(failure, AllDifferent) else (failure,)
