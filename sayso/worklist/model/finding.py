"""What one article gives to a worklist, before anybody decided anything."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from sayso.report.model.listed_sentence import PassagePiece
from schemas import Record, Words

Kind = Literal["accusation", "headline", "rule", "changed", "unnamed", "linked", "fact", "other"]
"""An accusation or exposure of somebody; a headline that says more than its body; what breaks a standing rule of the
newsroom; what changed since it was cleared; an unnamed source alone; several tellings of one origin, and conflicts;
what carries a story, and nobody says; any other sentence that people called misread.
"""

KINDS: tuple[Kind, ...] = get_args(Kind)
"""Gravest first."""


class Raised(Record):
    """A signal that was raised, by its name, and the sentence that the reviewer reads ("" for one that is silent)."""

    signal: str
    why: Words = ""


class BrokenRule(NamedTuple):
    """A standing rule that an article breaks: the character where it does, and what the reviewer reads."""

    start: int
    why: str


class Judged(Record):
    """A claim (its id) that a decision on the item is about, and the digest that such a decision names.

    So does one on its statement.
    """

    id: str
    version: str
    statement: str
    statement_version: str


class Place(Record):
    """Where an item stands besides: half-open code points of the article, and the sentence."""

    start: int
    end: int
    words: Words


class Finding(Record):
    """A sentence to act on; `id` is what `sayso decide` takes, `claims` are what such a decision is about.

    `kinds`: gravest first. `harm` and `support` from 0 to 3, `score` what they come to. `who`: whom it accuses or
    names; `person`: whether that is a person. `places`: where else the article says so. `passage`: its paragraph, the
    words marked. `start` and `end` are half-open code points.
    """

    id: str
    start: int
    end: int
    sentence: Words
    kinds: tuple[Kind, ...]
    harm: int
    support: int
    score: float
    who: tuple[Words, ...]
    person: bool
    claims: tuple[Judged, ...]
    raised: tuple[Raised, ...]
    passage: tuple[PassagePiece, ...]
    places: tuple[Place, ...] = ()

    @property
    def kind(self) -> Kind:
        """The gravest of its kinds."""
        return self.kinds[0]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is listed, a sentence each."""
        return tuple(one.why for one in self.raised if one.why)


class SetAside(Record):
    """How many sentences are counted and not listed."""

    replies: int = 0
    records: int = 0
    background: int = 0
    passives: int = 0
    captions: int = 0
    furniture: int = 0

    def __add__(self, other: SetAside) -> SetAside:
        return SetAside(**{name: getattr(self, name) + getattr(other, name) for name in SetAside.model_fields})


class ArticleFindings(Record):
    """What an article gives: its findings, best first, and how many of its sentences are only counted.

    `title` is the article's, else its headline.
    """

    article: str
    title: Words | None
    findings: tuple[Finding, ...]
    aside: SetAside
