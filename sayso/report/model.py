"""What a report says, before it looks like anything: the one value that every format is made from."""

from __future__ import annotations

from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import AwareDatetime

from schemas import Engine, Record, SegmentKind, Words

Standing = Literal["sourced", "unnamed", "none-given", "undetermined"]
Reason = Literal["alleged", "unnamed", "own-voice", "undetermined"]
Kind = Literal["allegation", "figure", "passive", "actor", "background"]
Part = Literal["context", "sentence", "finding"]

REASONS: tuple[Reason, ...] = ("alleged", "unnamed", "own-voice", "undetermined")
"""Gravest first."""

KINDS: tuple[Kind, ...] = ("allegation", "figure", "passive", "actor", "background")
"""In the order in which an article's sentences are listed."""


class Period(Record):
    """The time that a report covers; None is open. Half-open: `start` belongs to it, `end` does not."""

    start: AwareDatetime | None = None
    end: AwareDatetime | None = None


class Piece(Record):
    """Some words of a paragraph: around the sentence, of the sentence, or those in it that have no (named) source."""

    words: Words
    part: Part


class Finding(Record):
    """A reason for listing a sentence, the words of the sentence it holds for, and the same in one plain sentence."""

    reason: Reason
    words: Words
    why: Words


class Item(Record):
    """One sentence: its place in the article, why it is listed (gravest first), and its paragraph.

    `start` and `end` are half-open code points of the article's text; `claims` are ids. `names`: who is named in it.
    """

    start: int
    end: int
    segment: SegmentKind | None
    sentence: Words
    kind: Kind
    findings: tuple[Finding, ...]
    passage: tuple[Piece, ...]
    names: tuple[Words, ...]
    claims: tuple[str, ...]

    @property
    def reason(self) -> Reason:
        """The gravest reason for listing it."""
        return self.findings[0].reason

    @property
    def before(self) -> str:
        """What is shown of the paragraph before the sentence."""
        return self.passage[0].words if self.passage[0].part == "context" else ""

    @property
    def after(self) -> str:
        """What is shown of the paragraph after the sentence."""
        return self.passage[-1].words if self.passage[-1].part == "context" else ""


class Counts(Record):
    """How many claims stand on what."""

    sourced: int = 0
    unnamed: int = 0
    none_given: int = 0
    undetermined: int = 0

    @property
    def claims(self) -> int:
        """All of them."""
        return self.sourced + self.unnamed + self.none_given + self.undetermined

    def __add__(self, other: Counts) -> Counts:
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in Counts.model_fields})


class Aside(Record):
    """How many sentences are counted and not listed: `headlines` are those that the body gives a named source for."""

    captions: int = 0
    datelines: int = 0
    headlines: int = 0

    def __add__(self, other: Aside) -> Aside:
        return Aside(**{name: getattr(self, name) + getattr(other, name) for name in Aside.model_fields})


class Page(Record):
    """One article, with its listed sentences: allegations and figures first."""

    article: str
    title: Words | None
    outlet: Words | None
    published: str | None
    url: Words | None
    file: Words
    counts: Counts
    aside: Aside
    items: tuple[Item, ...]
    left_out: int = 0
    """Sentences that `Report.top` took away."""

    @property
    def link(self) -> str | None:
        """Its address, where that is one a browser may be sent to."""
        try:
            parts = urlsplit(self.url or "")
        except ValueError:
            return None
        return self.url if parts.scheme in ("http", "https") and parts.netloc else None

    @property
    def heading(self) -> str:
        """Its title, else what else it is known by."""
        return self.title or self.url or self.file

    @property
    def listed(self) -> int:
        """How many sentences an untouched page lists."""
        return len(self.items) + self.left_out

    def of_kind(self, kind: Kind) -> int:
        """How many of the sentences shown are of that kind."""
        return sum(item.kind == kind for item in self.items)


class Failure(Record):
    """An article that could not be read, and why."""

    file: Words
    why: Words


class Report(Record):
    """What has no source, or only an unnamed one. Pages stand in order of how serious their sentences are.

    `clean` counts the articles in which nothing is to be listed; they have no page.
    """

    period: Period
    engines: tuple[Engine, ...]
    read: int
    clean: int
    failures: tuple[Failure, ...]
    counts: Counts
    aside: Aside
    pages: tuple[Page, ...]

    @property
    def listed(self) -> int:
        """How many sentences the untouched report lists."""
        return sum(page.listed for page in self.pages)

    @property
    def left_out(self) -> int:
        """How many of them are not shown."""
        return sum(page.left_out for page in self.pages)

    @property
    def shown(self) -> tuple[Page, ...]:
        """The pages with sentences to show."""
        return tuple(page for page in self.pages if page.items)

    def top(self, limit: int | None) -> Self:
        """The same with the first `limit` sentences (None: all); every page knows how many it lost."""
        if limit is None or limit >= self.listed:
            return self
        room = max(limit, 0)
        pages = []
        for page in self.pages:
            kept = page.items[:room]
            room -= len(kept)
            pages.append(page.model_copy(update={"items": kept, "left_out": page.listed - len(kept)}))
        return self.model_copy(update={"pages": tuple(pages)})
