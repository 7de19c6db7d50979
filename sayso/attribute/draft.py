"""An attribution while it is put together: a rule returns a new draft and never changes an existing one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from sayso.attribute.places import Range

Places = tuple[Range, ...]

DEEPEST = 32
"""How many levels of reports within reports are followed; no honest article has more."""


class Placing(Enum):
    """How the text around a quotation shows whose it is, each with its confidence."""

    SIGNED = 0.9
    """By a name after or below it."""
    INTRODUCED = 0.85
    """By a line before it that ends in a colon."""
    REPEATED = 0.8
    """It repeats words of a report."""
    ACTED = 0.75
    """By who acts in the sentence before."""
    GOES_ON = 0.6
    """It goes on from a report before."""


class Signs(NamedTuple):
    """The network's mean probability for the labels of each part, and for the weaker of the two ties.

    1 for a part that is missing or that the rules found.
    """

    cue: float = 1.0
    source: float = 1.0
    content: float = 1.0
    tied: float = 1.0


@dataclass(frozen=True, slots=True)
class Draft:
    """Half-open character ranges in text order, and what is known about them so far.

    `signs`: the network's probabilities, None where only the rules found the draft. `inherited`: its source is that of
    an earlier report. `addressee`: where the hearers are named, if the tagger had taken them for the source or for a
    part of the content. `open`: the text leaves open whether this is the source. `verbatim`: the content is the
    speaker's own words, though without quotation marks. `parent`: the number, among the article's drafts, of the draft
    whose content contains this one; a number, because two drafts may be equal. `outlet`: where the outlet is named that
    carries a quotation, in the line that introduces or signs it. `placing`: how the text around a quotation shows
    whose it is, if no reporting clause does.
    """

    source: Places = ()
    cue: Places = ()
    content: Places = ()
    signs: Signs | None = None
    confidence: float = 1.0
    inherited: bool = False
    addressee: Range | None = None
    open: bool = False
    verbatim: bool = False
    parent: int | None = None
    outlet: Range | None = None
    placing: Placing | None = None

    @property
    def start(self) -> int:
        """The start of its first part."""
        return min(start for start, _ in self.source + self.cue + self.content)

    @property
    def end(self) -> int:
        """The end of its last part."""
        return max(end for _, end in self.source + self.cue + self.content)
