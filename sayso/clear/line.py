"""A line of a draft's sheet: words that somebody in the house has to answer for before they run."""

from __future__ import annotations

import re
from typing import Literal

from schemas import Record, Words, hash_of

Point = Literal["reply", "headline", "source", "rule"]
"""The question: has the accused been heard, does the body bear the headline out, who says so, is a rule kept."""

Why = Literal[
    "absent", "unclear", "overstated", "accusing", "alleged", "unnamed", "document", "own-voice", "left-open",
    "runs-on", "rule",
]  # fmt: skip
"""Why a line is on the sheet: no reply; what is printed may be none; a headline says more than the body, or
accuses on nobody's word; an allegation pinned on nobody; only an unnamed source; a document that is not named; no
source; open who says so; an accusation goes on without its source; a standing rule of the house is broken."""

_SPACE = re.compile(r"\s+")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})


class Line(Record):
    """Words at `start:end` of the draft (half-open), who says so, what is missing and who has to answer.

    Of a standing rule that is broken `who` is the rule. `about`: the id of the first claim it is about in the version
    in which it first stood, which no other line on the question has; `claims`: those of the version
    read. `paragraph` counts from 1. `grave`: it speaks of wrongdoing or harm. `unnamed`: it rests on a source without a
    name. `accused`: who has to be heard.
    """

    point: Point
    about: str
    claims: tuple[str, ...]
    start: int
    end: int
    paragraph: int
    words: Words
    who: Words
    why: tuple[Why, ...]
    missing: Words
    asks: Words
    grave: bool = False
    unnamed: bool = False
    accused: Words | None = None

    @property
    def reads(self) -> str:
        """A hash of what an answer is about: the words, who says so, and why it is asked.

        Curly quotation marks, long dashes and spaces make no difference: word processors change them by themselves.
        """
        return hash_of("line", self.point, squeezed(self.words), squeezed(self.who), list(self.why), self.accused)


class AnsweredAccusation(Record):
    """An accusation that has its reply in the text: nothing to answer, shown so that a lawyer sees it."""

    accused: Words
    words: Words
    paragraph: int
    kind: Literal["printed", "sought"]
    reply: Words
    when: Words | None = None
    how: Words | None = None


class ClearedCounts(Record):
    """Sentences that need no answer, by why; `sourced`: somebody named, or who speaks for a body, says so."""

    sourced: int = 0
    replies: int = 0
    commonplace: int = 0
    headlines: int = 0
    captions: int = 0
    furniture: int = 0


class Findings(Record):
    """Everything that one reading of a draft finds: lines in the draft's order, pairs, and what is only counted."""

    lines: tuple[Line, ...]
    pairs: tuple[AnsweredAccusation, ...] = ()
    counts: ClearedCounts = ClearedCounts()


def squeezed(words: str) -> str:
    """The same words as they compare: white space, quotation marks and dashes of one kind."""
    return _SPACE.sub(" ", words.translate(_QUOTES)).strip()
