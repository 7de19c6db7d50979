"""Who says so, hop by hop, each with the words that it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.present.chain import given, who_says_so
from sayso.present.numbers import percent
from sayso.present.other_reading import read_otherwise
from sayso.present.safe import plain
from sayso.review.marked import Mark
from schemas import Hop, Span, Statement

ROLES = {"origin": "said by", "relay": "passed on by", "publisher": "printed by"}


@dataclass(frozen=True)
class HopLine:
    """A hop: `number` is that of its words on the page, 0 where the article does not name it."""

    number: int
    role: str
    name: str
    unnamed: bool
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class ReadingLine:
    """A statement as it is read: its words, who says so, hop by hop, and its claims (id and words).

    `typed`, `via`: its origin, and those who pass it on, as `sayso correct` takes them.
    """

    id: str
    words: str
    who: str
    sure: str
    hops: tuple[HopLine, ...]
    remarks: tuple[str, ...]
    typed: str
    via: str
    corrected: bool
    claims: tuple[tuple[str, str], ...]


def reading_line(statement: Statement, first: int, claims: tuple[tuple[str, str], ...]) -> ReadingLine:
    """The line of a statement, the hops that the article names numbered from `first`."""
    hops, number = [], first
    for hop in statement.chain:
        named = bool(_spans(hop))
        hops.append(_line(hop, number if named else 0))
        number += named
    return ReadingLine(
        id=statement.id,
        words=plain(statement.text),
        who=plain(who_says_so(statement)),
        sure=percent(statement.confidence),
        hops=tuple(hops),
        remarks=tuple(map(plain, _remarks(statement))),
        typed=plain(_typed(statement)[0]),
        via=plain(_typed(statement)[2]),
        corrected=bool(statement.read_as),
        claims=claims,
    )


def marks_of(statement: Statement, line: ReadingLine) -> Iterator[Mark]:
    """The marks of a statement: its words, those of each hop, and the words that report it."""
    yield from (Mark(span.start, span.end, "said") for span in statement.spans)
    for hop, shown in zip(statement.chain, line.hops, strict=True):
        yield from (Mark(span.start, span.end, "source", shown.number) for span in _spans(hop))
        if hop.cue:
            yield Mark(hop.cue.start, hop.cue.end, "cue", shown.number)
    if statement.cue:
        yield Mark(statement.cue.start, statement.cue.end, "cue")


def _typed(statement: Statement) -> tuple[str, str, str]:
    chain = statement.chain
    known = chain[0].role == "origin" and statement.sourcing == "sourced"
    return (given(chain) if known else "").partition(" via ")


def _line(hop: Hop, number: int) -> HopLine:
    name = hop.called or ("not described" if hop.anonymous else "not known")
    return HopLine(number, ROLES[hop.role], plain(name), hop.anonymous, tuple(map(plain, _about(hop))))


def _spans(hop: Hop) -> list[Span]:
    found = [hop.mention, *(member.mention for member in hop.members)]
    found += [hop.resolved_from.mention] if hop.resolved_from else []
    return [span for span in found if span]


def _about(hop: Hop) -> Iterator[str]:
    if hop.resolved_from and hop.mention:
        sure = percent(hop.resolved_from.confidence)
        yield f"“{hop.mention.words}” taken for “{hop.resolved_from.mention.words}”, {sure} sure"
    if hop.inherited:
        yield "carried over from another sentence"
    if hop.terms:
        yield f"speaks “{hop.terms.words}”"
    if hop.reason:
        yield f"not named because “{hop.reason.words}”"


def _remarks(statement: Statement) -> Iterator[str]:
    if statement.read_as:
        yield f"corrected by a person; it was read as: {given(statement.read_as)}"
    if statement.polarity == "denied":
        yield "denied"
    if statement.stance == "doubt":
        yield "put in doubt"
    if statement.hedge:
        yield f"hedged: “{statement.hedge.words}”"
    if otherwise := read_otherwise(statement):
        yield otherwise
