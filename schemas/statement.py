"""A stretch of text that one chain answers for."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from schemas.attribution import Manner, Mode, Occasion, Polarity, Stance
from schemas.record import Confidence, Record, Words, hash_of
from schemas.span import Span, ranges

Role = Literal["origin", "relay", "publisher"]
SourceKind = Literal[
    "person", "group", "organisation", "government", "news_outlet", "news_agency", "document", "social_media", "unknown"
]
Sourcing = Literal["sourced", "none-given", "undetermined"]
Number = Literal["one", "several"]


class Resolution(Record):
    """What an anaphor ("he", "the ministry") stands for: the words elsewhere in the article, and how sure that is."""

    mention: Span
    confidence: Confidence


class Member(Record):
    """One of several sources that speak jointly."""

    name: Words
    mention: Span
    kind: SourceKind = "unknown"
    anonymous: bool = False


class Hop(Record):
    """One who passes a statement on.

    `mention`: the words that name the source, wherever they stand; a pronoun stays a pronoun. `inherited`: carried
    over from an earlier sentence. `name`: what to call it (registry, or the resolved mention); None for a source
    that is not named. Of an unnamed source: `descriptor`, how the text describes it; `number`, one or several, where
    the words tell; `reason`, the words that say why it stays unnamed; `terms`, those that say on what condition it
    spoke ("on condition of anonymity", "on background"). Of a named person: `introduced`, the words with which the
    article says in what office ("Russian President Vladimir Putin"), wherever they stand.
    """

    role: Role
    name: Words | None = None
    mention: Span | None = None
    inherited: bool = False
    kind: SourceKind = "unknown"
    anonymous: bool = False
    descriptor: Words | None = None
    number: Number | None = None
    reason: Span | None = None
    terms: Span | None = None
    introduced: Span | None = None
    resolved_from: Resolution | None = None
    members: tuple[Member, ...] = ()
    cue: Span | None = None
    registry: str | None = None
    """Key of the source in `seeds/sources.yaml`, where it is listed."""

    @property
    def called(self) -> str | None:
        """What to call it: its name, else how the text describes it, else the words that mention it."""
        return self.name or self.descriptor or (self.mention.words if self.mention else None)


class Statement(Record):
    """Spans of an article (in text order, disjoint from every other statement's) with one chain.

    `chain` runs from the origin over the relays to the publisher, which is always last: never empty. `confidence` is
    the probability that the whole chain is right; of a statement that names nobody, that it is the article's own.
    """

    article: str
    spans: tuple[Span, ...] = Field(min_length=1)
    chain: tuple[Hop, ...] = Field(min_length=1)
    sourcing: Sourcing
    mode: Mode = "speech"
    manner: Manner | None = None
    polarity: Polarity = "affirmed"
    stance: Stance = "neutral"
    hedge: Span | None = None
    occasion: Occasion | None = None
    cue: Span | None = None
    confidence: Confidence = 1.0

    @model_validator(mode="after")
    def _check(self) -> Self:
        roles = [hop.role for hop in self.chain]
        expected = [["publisher"], ["origin", *["relay"] * (len(roles) - 2), "publisher"]]
        if roles not in expected:
            raise ValueError(f"expected a chain of origin, relays, publisher, or publisher alone; found {roles}")
        if any(a.end > b.start for a, b in zip(self.spans, self.spans[1:], strict=False)):
            raise ValueError(f"expected spans in text order that do not overlap, found {ranges(self.spans)}")
        return self

    @cached_property
    def id(self) -> str:
        """Hash of the article, the spans, and the role and mention of each hop."""
        hops = [(hop.role, hop.mention.range if hop.mention else None) for hop in self.chain]
        return hash_of("statement", self.article, ranges(self.spans), hops)

    @property
    def text(self) -> str:
        """The words of the spans, parts joined by " ... "."""
        return " ... ".join(span.words for span in self.spans)

    def at_least(self, confidence: float) -> Self:
        """Itself; or, where it is less sure than that, the same left `undetermined`: its chain is then a "perhaps"."""
        return self if self.confidence >= confidence else self.model_copy(update={"sourcing": "undetermined"})

    @property
    def origin(self) -> Hop | None:
        """Who is said to know; None where the article speaks for itself."""
        return self.chain[0] if self.chain[0].role == "origin" else None

    @property
    def relays(self) -> tuple[Hop, ...]:
        """Those who pass it on between origin and publisher."""
        return self.chain[1:-1]

    @property
    def unnamed(self) -> bool:
        """Whether it rests on an unnamed source."""
        return self.origin is not None and self.origin.anonymous
