"""An attribution while it is put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.attribute.places import Range


class Signs(NamedTuple):
    """How probable the network finds the labels of each part, on the mean, and the weaker of its two ties.

    1 where it was not asked: a part that the rules found, or that is not there.
    """

    cue: float = 1.0
    source: float = 1.0
    content: float = 1.0
    tied: float = 1.0


@dataclass(eq=False)
class Draft:
    """An attribution being put together: half-open character ranges in text order, and the draft it stands in.

    `signs` is what the network says for it, None where the rules alone found it. `told` is where its audience stands,
    where the tagger had taken that for a part of the content. `verbatim`: the content is the speaker's own words,
    though no quotation marks stand around it.
    """

    source: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)
    parent: Draft | None = None
    signs: Signs | None = None
    confidence: float = 1.0
    inherited: bool = False
    told: Range | None = None
    verbatim: bool = False

    @property
    def start(self) -> int:
        """Where its first part begins."""
        return min(start for start, _ in self.source + self.cue + self.content)

    @property
    def end(self) -> int:
        """Where its last part ends."""
        return max(end for _, end in self.source + self.cue + self.content)
