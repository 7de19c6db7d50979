"""One sentence of a report, and why it is listed."""

from __future__ import annotations

from typing import Literal

from sayso.report.model.concern import Concern
from schemas import Record, SegmentKind, Words

Reason = Literal["alleged", "unnamed", "own-voice", "undetermined"]
Kind = Literal["allegation", "figure", "passive", "actor", "background"]
Part = Literal["context", "sentence", "finding"]

REASONS: tuple[Reason, ...] = ("alleged", "unnamed", "own-voice", "undetermined")
"""Gravest first."""

CONCERN_OF: dict[Reason, Concern] = {
    "alleged": "no-source",
    "unnamed": "unnamed",
    "own-voice": "no-source",
    "undetermined": "left-open",
}
"""The concern under which a sentence with this reason is listed."""

KINDS: tuple[Kind, ...] = ("allegation", "figure", "passive", "actor", "background")
"""In the order in which an article's sentences are listed."""


class PassagePiece(Record):
    """Words of a paragraph: around the sentence, in the sentence, or those in it that have no (named) source."""

    words: Words
    part: Part


class SentenceFinding(Record):
    """A reason for listing a sentence, the words of the sentence it holds for, and the same in one plain sentence."""

    reason: Reason
    words: Words
    why: Words


SENTENCE = "s-"
"""The id of a sentence is this and the id of its first listed claim."""


class Reprint(Record):
    """The same sentence in another article that shares its text: its id, where it stands there, and its claims."""

    id: str

    article: str
    title: Words | None
    outlet: Words | None
    published: str | None
    url: Words | None
    file: Words
    start: int
    end: int
    claims: tuple[str, ...]


class ListedSentence(Record):
    """One sentence: its place in the article, why it is listed (gravest first), and its paragraph.

    `id` is what `sayso decide` takes. `start` and `end` are half-open code points of the article's text; `claims` are
    the ids of those that are not settled. `names`: who is named in it. `reprints`: where else it stands for the same
    reason; it is listed only here. `settled`: a person settled it, here or in a reprint. `decisions`: the newest on its
    claims.
    """

    id: str
    start: int
    end: int
    segment: SegmentKind | None
    sentence: Words
    kind: Kind
    findings: tuple[SentenceFinding, ...]
    passage: tuple[PassagePiece, ...]
    names: tuple[Words, ...]
    claims: tuple[str, ...]
    reprints: tuple[Reprint, ...] = ()
    settled: bool = False
    decisions: tuple[Words, ...] = ()

    @property
    def reason(self) -> Reason:
        """The gravest reason for listing it."""
        return self.findings[0].reason

    @property
    def before(self) -> str:
        """The context shown before the sentence."""
        return self.passage[0].words if self.passage[0].part == "context" else ""

    @property
    def after(self) -> str:
        """The context shown after the sentence."""
        return self.passage[-1].words if self.passage[-1].part == "context" else ""
