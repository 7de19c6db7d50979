"""The note beside a statement: who says so, how it is said, how confident that is, and its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sayso.export.html.pane import Numbered
from sayso.present.chain import PAGE, chain_links, wants
from sayso.present.numbers import percent
from sayso.present.other_reading import read_otherwise
from sayso.present.safe import printable
from sayso.present.sourcing import PAGE_SIGNS, PAGE_WORDS, PageClass
from schemas import Claim, Hop, Manner, Span, Statement

UNSURE = 0.7
"""Statements less confident than this are marked."""

LONGEST = 120
"""The most characters of the article that a note repeats."""

_MANNERS: dict[Manner, str] = {"direct": "quoted", "indirect": "in other words", "mixed": "partly quoted"}


class NoteLink(NamedTuple):
    """A link of a chain: the words `before` it ("via"), its name, and the offset at which the text names it."""

    before: str
    called: str
    anchor: int | None


@dataclass(frozen=True)
class Note:
    """The note of statement `number`. `facts` are short; `remarks` are a line each."""

    number: int
    slot: int
    id: str
    kind: PageClass
    sign: str
    chain: tuple[NoteLink, ...]
    confidence: str
    unsure: bool
    facts: tuple[str, ...]
    remarks: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def who(self) -> str:
        """The chain in one line."""
        return "".join(link.before + link.called for link in self.chain)


def note(numbered: Numbered, claims: Iterable[Claim]) -> Note:
    """The note of a statement, whose claims are `claims`."""
    statement = numbered.statement
    return Note(
        number=numbered.number,
        slot=numbered.slot,
        id=statement.id,
        kind=numbered.kind,
        sign=PAGE_SIGNS[numbered.kind],
        chain=tuple(_chain(statement)),
        confidence=percent(statement.confidence),
        unsure=statement.confidence < UNSURE,
        facts=tuple(_facts(statement, numbered.kind)),
        remarks=tuple(_remarks(statement)),
        claims=tuple(printable(claim.proposition) for claim in claims),
    )


def _chain(statement: Statement) -> Iterator[NoteLink]:
    for link in chain_links(statement, PAGE, _short):
        yield NoteLink(link.before, link.called, link.mention.start if link.mention else None)


def _facts(statement: Statement, kind: PageClass) -> Iterator[str]:
    if kind == "attitude":
        yield wants(statement.holder, PAGE, _short) if statement.holder else PAGE_WORDS[kind]
    if statement.manner:
        yield _MANNERS[statement.manner]
    if statement.cue:
        yield _quoted(statement.cue)
    if statement.polarity == "denied":
        yield "denied"
    if statement.stance == "doubt":
        yield "put in doubt"
    if statement.stance == "factive":
        yield "stated as a fact"
    if len(statement.spans) > 1:
        yield f"in {len(statement.spans)} parts"


def _remarks(statement: Statement) -> Iterator[str]:
    occasion = statement.occasion
    circumstances = {
        "hedged:": statement.hedge,
        "to": occasion and occasion.audience,
        "when:": occasion and occasion.when,
        "where:": occasion and occasion.where,
    }
    if words := [f"{what} {_quoted(span)}" for what, span in circumstances.items() if span]:
        yield ", ".join(words)
    if otherwise := read_otherwise(statement):
        yield _short(otherwise)
    for hop in statement.mentioned:
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


def _quoted(span: Span) -> str:
    return f"“{_short(span.words)}”"


def _short(words: str) -> str:
    if len(words) <= LONGEST:
        return printable(words)
    return f"{printable(words[:LONGEST]).rpartition(' ')[0] or printable(words[:LONGEST])} …"
