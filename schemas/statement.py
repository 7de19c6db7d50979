"""A stretch of text that one chain answers for."""

from __future__ import annotations

from collections.abc import Sequence
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
    """The antecedent of an anaphor ("he", "the ministry"): the words elsewhere in the article, and the confidence."""

    mention: Span
    confidence: Confidence


class Member(Record):
    """One of several sources that speak jointly."""

    name: Words
    mention: Span
    kind: SourceKind = "unknown"
    anonymous: bool = False


class Hop(Record):
    """One link of a chain: a source, relay or publisher that passes a statement on.

    `mention`: the words that name the source, anywhere in the article; a pronoun stays a pronoun. `inherited`: carried
    over from an earlier sentence. `name`: from the registry or the resolved mention; None for an unnamed source.
    Of an unnamed source: `descriptor`, how the text describes it; `number`, one or several, where the words show it;
    `reason`, the words that say why it stays unnamed; `terms`, the condition on which it spoke ("on condition of
    anonymity", "on background"). Of a named person: `introduced`, the words that give an office ("Russian President
    Vladimir Putin"), anywhere in the article.
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


Rewrite = Literal["alone", "possessor", "voice", "relative"]


class OtherReading(Record):
    """Why it is open who says it: the same sentence, read again in another form, gives the words to somebody else.

    `rewrite`: the form; `origin`: the words, anywhere in the article, that then name who says it.
    """

    rewrite: Rewrite
    origin: Span


def expect_chain(chain: Sequence[Hop]) -> None:
    """Raise `ValueError` unless it runs from an origin over relays to the publisher, or is the publisher alone."""
    roles = [hop.role for hop in chain]
    if roles not in (["publisher"], ["origin", *["relay"] * (len(roles) - 2), "publisher"]):
        raise ValueError(f"expected a chain of origin, relays, publisher, or publisher alone; found {roles}")


class Statement(Record):
    """Spans of an article (in text order, disjoint from every other statement's) with one chain.

    `chain` runs from the origin over the relays to the publisher, which is always last: never empty. `confidence` is
    the probability that the whole chain is right; for a statement without a source, that it is the article's own.
    `holder`: whose act or attitude an own-voice statement tells ("The ministry plans to close the mine"); as a hop with
    the role of an origin, though it is not one: nobody says that the ministry plans it but the article.
    `other_reading`: where a second reading of an accusation found another origin, which leaves it undetermined.
    `read_as`: the chain as an engine read it, where a person corrected it (see `corrected`).
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
    holder: Hop | None = None
    other_reading: OtherReading | None = None
    confidence: Confidence = 1.0
    read_as: tuple[Hop, ...] = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        expect_chain(self.chain)
        if any(a.end > b.start for a, b in zip(self.spans, self.spans[1:], strict=False)):
            raise ValueError(f"expected spans in text order that do not overlap, found {ranges(self.spans)}")
        if self.holder is not None and (self.origin is not None or self.holder.role != "origin"):
            raise ValueError("expected a holder with the role of an origin, and a chain of the publisher alone")
        if self.other_reading is not None and (self.origin is None or self.sourcing != "undetermined"):
            raise ValueError("expected another reading only of what is undetermined and has an origin")
        return self

    @cached_property
    def id(self) -> str:
        """Hash of the article, the spans, and the role and mention of each hop as it was read."""
        hops = [(hop.role, hop.mention.range if hop.mention else None) for hop in self.read_as or self.chain]
        return hash_of("statement", self.article, ranges(self.spans), hops)

    @property
    def digest(self) -> str:
        """A hash over everything in the record; without what older versions did not know, the same as in those."""
        facts = self.model_dump(mode="json")
        for later in ("holder", "other_reading", "read_as"):
            if not facts[later]:
                del facts[later]
        return hash_of("Statement", facts)

    @property
    def text(self) -> str:
        """The words of the spans, parts joined by " ... "."""
        return " ... ".join(span.words for span in self.spans)

    def at_least(self, confidence: float) -> Self:
        """The statement; if less confident than that, left `undetermined`: its chain is then a "perhaps"."""
        return self if self.confidence >= confidence else self.model_copy(update={"sourcing": "undetermined"})

    def corrected(self, chain: tuple[Hop, ...]) -> Self:
        """The statement with the chain that a person gave it, which is certain; it keeps its id."""
        given = {"chain": chain, "read_as": self.read_as or self.chain, "confidence": 1.0, "other_reading": None}
        if chain[0].role == "origin":
            return self.model_copy(update={**given, "sourcing": "sourced", "holder": None})
        return self.model_copy(update={**given, "sourcing": "none-given"})

    @property
    def origin(self) -> Hop | None:
        """Who is said to know; None for the article's own voice."""
        return self.chain[0] if self.chain[0].role == "origin" else None

    @property
    def held_by(self) -> Hop | None:
        """Whose act or attitude it tells: the holder; of a belief, and of attitudes in older ledgers, the origin."""
        if self.holder is not None:
            return self.holder
        return self.origin if self.mode == "attitude" else None

    @property
    def doubted(self) -> bool:
        """Whether the article tells it with doubt: as alleged, or as only claimed."""
        return self.hedge is not None or self.stance == "doubt"

    @property
    def mentioned(self) -> tuple[Hop, ...]:
        """The holder and the hops of the chain: all whom its words or its chain depend on."""
        return (self.holder, *self.chain) if self.holder is not None else self.chain

    @property
    def relays(self) -> tuple[Hop, ...]:
        """The hops between origin and publisher."""
        return self.chain[1:-1]

    @property
    def unnamed(self) -> bool:
        """Whether it rests on an unnamed source."""
        return self.origin is not None and self.origin.anonymous
