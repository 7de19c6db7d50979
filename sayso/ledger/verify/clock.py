"""Warnings about the clock that dated the entries. They are not findings: the entries themselves are intact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sayso.ledger.log.leaf import Stored, moment_of

SKEW = timedelta(minutes=1)
"""The difference between clocks up to which there is no warning."""


@dataclass
class Clock:
    """Checks the times of entries, in order; `now` is the time of the check."""

    now: datetime
    _future: list[int] = field(default_factory=list)
    _behind: list[tuple[int, str, str]] = field(default_factory=list)

    def see(self, stored: Stored) -> None:
        """Check one entry, whose times are known to be well-formed."""
        if moment_of(stored.recorded_at) > self.now + SKEW:
            self._future.append(stored.number)
        if stored.clock and moment_of(stored.recorded_at) > moment_of(stored.clock) + SKEW:
            self._behind.append((stored.number, stored.clock, stored.recorded_at))

    def warnings(self) -> Iterator[str]:
        """A sentence for entries dated in the future, and one for entries recorded while a clock ran ahead."""
        if self._future:
            first, last = self._future[0], self._future[-1]
            yield (
                f"{_entries(first, last)} dated later than now, {self.now:%Y-%m-%d %H:%M} UTC: a clock ran ahead when "
                "they were recorded, or the one of this machine is behind."
            )
        if self._behind:
            (first, clock, time), last = self._behind[0], self._behind[-1][0]
            yield (
                f"{_entries(first, last)} dated {time}, as an entry before them, though the clock said "
                f"{clock} at the first: a clock had run ahead."
            )


def _entries(first: int, last: int) -> str:
    return f"Entry {first} is" if first == last else f"Entries between {first} and {last} are"
