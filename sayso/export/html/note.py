"""What stands beside a statement: who says so, how it is told, how sure that is, and its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sayso.export.html.kinds import SIGNS, WORDS, Kind
from sayso.export.html.pane import Numbered
from sayso.export.text import NO_SOURCE, UNDETERMINED
from sayso.present.numbers import percent
from sayso.present.safe import printable
from schemas import Claim, Hop, Manner, Span, Statement

UNSURE = 0.7
"""Statements less sure than this are pointed out."""

LONGEST = 120
"""Characters of the article that a note repeats at most."""

_MANNERS: dict[Manner, str] = {"direct": "quoted", "indirect": "in other words", "mixed": "partly quoted"}


class Link(NamedTuple):
    """A part of a chain: `before` it ("via"), what it is called, and where the text names it."""

    before: str
    called: str
    anchor: int | None


@dataclass(frozen=True)
class Note:
    """The note of statement `number`. `facts` are short; `remarks` are a line each."""

    number: int
    slot: int
    id: str
    kind: Kind
    sign: str
    chain: tuple[Link, ...]
    confidence: str
    unsure: bool
    facts: tuple[str, ...]
    remarks: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def who(self) -> str:
        """The chain in one line."""
        return "".join(link.before + link.called for link in self.chain)


def note(one: Numbered, claims: Iterable[Claim]) -> Note:
    """The note of statement `one`, whose claims are `claims`."""
    statement = one.statement
    return Note(
        number=one.number,
        slot=one.slot,
        id=statement.id,
        kind=one.kind,
        sign=SIGNS[one.kind],
        chain=tuple(_chain(statement)),
        confidence=percent(statement.confidence),
        unsure=statement.confidence < UNSURE,
        facts=tuple(_facts(statement, one.kind)),
        remarks=tuple(_remarks(statement)),
        claims=tuple(printable(claim.proposition) for claim in claims),
    )


def _chain(statement: Statement) -> Iterator[Link]:
    """The chain without the publisher, who is the same for all."""
    if statement.origin is None:
        yield Link("", UNDETERMINED if statement.sourcing == "undetermined" else NO_SOURCE, None)
        return
    perhaps = "perhaps " if statement.sourcing == "undetermined" else ""
    yield from _links(perhaps, statement.origin)
    for hop in statement.relays:
        yield from _links(" via ", hop)


def _links(before: str, hop: Hop) -> Iterator[Link]:
    if not hop.members:
        called = _short(hop.called or "")
        unnamed = f"unnamed: {called}" if called else "unnamed, not described"
        yield Link(before, unnamed if hop.anonymous else called or "not known", _anchor(hop.mention))
    for index, member in enumerate(hop.members):
        called = f"unnamed: {_short(member.name)}" if member.anonymous else _short(member.name)
        yield Link(" and " if index else before, called, _anchor(member.mention))


def _facts(statement: Statement, kind: Kind) -> Iterator[str]:
    if kind == "attitude":
        yield WORDS[kind]
    if statement.manner:
        yield _MANNERS[statement.manner]
    if statement.cue:
        yield _quoted(statement.cue)
    if statement.polarity == "denied":
        yield "denied"
    if statement.stance == "doubt":
        yield "put in doubt"
    if statement.stance == "factive":
        yield "told as a fact"
    if len(statement.spans) > 1:
        yield f"in {len(statement.spans)} parts"


def _remarks(statement: Statement) -> Iterator[str]:
    occasion = statement.occasion
    told = {
        "hedged:": statement.hedge,
        "to": occasion and occasion.audience,
        "when:": occasion and occasion.when,
        "where:": occasion and occasion.where,
    }
    if words := [f"{what} {_quoted(span)}" for what, span in told.items() if span]:
        yield ", ".join(words)
    for hop in statement.chain:
        yield from _about(hop)


def _about(hop: Hop) -> Iterator[str]:
    mention = hop.mention
    if hop.resolved_from and mention:
        whom, sure = hop.resolved_from.mention, percent(hop.resolved_from.confidence)
        yield f"{_quoted(mention)} taken for {_quoted(whom)}, {sure} sure"
    if hop.inherited:
        yield f"{_quoted(mention) if mention else 'the source'} carried over from another sentence"
    if hop.anonymous and hop.number == "several":
        yield "several unnamed"
    if hop.terms:
        yield f"speaks {_quoted(hop.terms)}"
    if hop.reason:
        yield f"not named because {_quoted(hop.reason)}"


def _anchor(mention: Span | None) -> int | None:
    return mention.start if mention else None


def _quoted(span: Span) -> str:
    return f"“{_short(span.words)}”"


def _short(words: str) -> str:
    if len(words) <= LONGEST:
        return printable(words)
    return f"{printable(words[:LONGEST]).rpartition(' ')[0] or printable(words[:LONGEST])} …"
