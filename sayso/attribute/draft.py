"""An attribution while it is put together: each rule gives a new draft, none changes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sayso.attribute.places import Range

Places = tuple[Range, ...]

DEEPEST = 32
"""Reports within reports that are kept apart; who wraps more around a fact plays with the reader."""


class Signs(NamedTuple):
    """How probable the network finds the labels of each part, on the mean, and the weaker of its two ties.

    1 where it was not asked: a part that the rules found, or that is not there.
    """

    cue: float = 1.0
    source: float = 1.0
    content: float = 1.0
    tied: float = 1.0


@dataclass(frozen=True, slots=True)
class Draft:
    """Half-open character ranges in text order, and what is known of them so far.

    `signs` is what the network says for it, None where the rules alone found it. `addressee` is where those stand who
    were told it, where the tagger had taken them for the source or for a part of the content. `verbatim`: the content
    is the speaker's own words, though no quotation marks stand around it. `parent` is the number of the draft in whose
    content it stands, among those of its article: two drafts may be equal, so a draft is known by its number.
    """

    source: Places = ()
    cue: Places = ()
    content: Places = ()
    signs: Signs | None = None
    confidence: float = 1.0
    inherited: bool = False
    addressee: Range | None = None
    verbatim: bool = False
    parent: int | None = None

    @property
    def start(self) -> int:
        """Where its first part begins."""
        return min(start for start, _ in self.source + self.cue + self.content)

    @property
    def end(self) -> int:
        """Where its last part ends."""
        return max(end for _, end in self.source + self.cue + self.content)
