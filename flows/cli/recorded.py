"""What was just recorded, told on standard error."""

from __future__ import annotations

from collections.abc import Iterable

from flows.stderr import tell
from sayso.desk.deed import Deed, Thing
from sayso.present.decided_words import what_was_done


def told(recorded: Iterable[tuple[int, Thing]], deed: Deed) -> None:
    """A line for each entry: what was decided, by whom, on what."""
    for number, thing in recorded:
        tell(f"recorded as entry {number}: {what_was_done(deed.on(thing))}: {thing.kind} {thing.id}")
