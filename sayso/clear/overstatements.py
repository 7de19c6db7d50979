"""What a headline asserts, and the body hedges or only reports; numbers of a standfirst too."""

from __future__ import annotations

import re
from typing import Literal, get_args

from sayso.clear.clearing_reading import ClearingReading, reading_of
from sayso.clear.clearing_words import CLEARING
from sayso.clear.headline_number import counts, has_number_of, smaller
from sayso.clear.names import Cast
from sayso.clear.network import Floats
from sayso.present.chain import name_of
from schemas import Article, Extraction, Segment, Span, Statement
from schemas.record import Record, Words

OverstatementKind = Literal["hedge", "source", "number", "allegation", "plan"]
KINDS: tuple[OverstatementKind, ...] = get_args(OverstatementKind)
LEAST = 0.8
"""The least probability that a headline says more than the body."""

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_KEEPS = re.compile(r"[?“”\"‘]|(?<!\w)['’]|:|['’](?!\w)")
_TOP = 3


class Overstatement(Record):
    """A headline that says more than the body: both places, and a sentence about what the body says instead."""

    kind: OverstatementKind
    headline: Span
    body: Span
    statement: str
    why: Words

    @property
    def short(self) -> str:
        """The finding in a line."""
        return f"{self.kind} | {self.headline.words} | {self.body.words} | {self.why}"


def overstatements(article: Article, extraction: Extraction) -> tuple[Overstatement, ...]:
    """What the headlines above the body overstate, in text order, each at most once."""
    return overstated_in(reading_of(Cast(article, extraction)))


def overstated_in(reading: ClearingReading) -> tuple[Overstatement, ...]:
    """The same, for whoever has read the draft.

    1. The headline is read with the body; 2. a number in it or in the standfirst that is larger than every number of
    its kind near by is found by reckoning. The network has not learnt what standfirsts overstate.
    """
    found = (_overstated(reading, headline) for headline in _headlines(reading.cast.extraction))
    return tuple(over for over in found if over is not None)


def _headlines(extraction: Extraction) -> list[Segment]:
    """The headline and standfirst: segments of headlines before the first other one."""
    found = []
    for segment in extraction.segmentation.segments[:_TOP]:
        if segment.kind != "headline":
            break
        found.append(segment)
    return found


def _above(extraction: Extraction, span: Span) -> bool:
    return any(one.span.start <= span.start < one.span.end for one in _headlines(extraction))


def _overstated(reading: ClearingReading, headline: Segment) -> Overstatement | None:
    extraction = reading.cast.extraction
    body = [statement for statement in extraction.statements if not _above(extraction, statement.spans[0])]
    found = reading.overstating() if headline.span == reading.headline else None  # 1
    if found is not None and 1 - found.none >= LEAST:
        best = int(found.each.argmax())
        place = reading.sentences[best]
        inside = [one for one in body if any(place.start <= span.start < place.end for span in one.spans)]
        kind = _kind(found.kinds[best], headline.span.words, place.words)
        if inside and kind is not None:
            return _made(extraction, kind, headline.span, inside[0])
    less = smaller(headline.span.words, body)  # 2
    return None if less is None else _made(extraction, "number", headline.span, less)


def _kind(odds: Floats, headline: str, body: str) -> OverstatementKind | None:
    """The most probable kind: no number that the body has too; None for one that the headline does not have."""
    first, second = (KINDS[int(number)] for number in (-odds).argsort()[:2])
    if first != "number" or not counts(headline):
        return None if first == "number" else first
    return second if has_number_of(headline, body) else first


def keeps_open(headline: str) -> bool:
    """Whether a headline names a source, quotes, asks, or hedges."""
    words = {word.casefold() for word in _WORD.findall(headline)}
    return bool(_KEEPS.search(headline)) or not words.isdisjoint(CLEARING.keeping)


def _made(extraction: Extraction, kind: OverstatementKind, headline: Span, statement: Statement) -> Overstatement:
    start = statement.spans[0].start
    sentences = (segment.span for segment in extraction.segmentation.segments)
    body = next((span for span in sentences if span.start <= start < span.end), statement.spans[0])
    return Overstatement(
        kind=kind, headline=headline, body=body, statement=statement.id, why=_why(kind, statement, body)
    )


def _why(kind: OverstatementKind, statement: Statement, body: Span) -> str:
    """A sentence that says how far the body goes."""
    who = f", from {name_of(statement.origin)}" if statement.origin else ""
    told = {
        "hedge": "leaves it open",
        "number": "has a smaller number",
        "plan": "has it as a plan",
        "allegation": f"has it as an allegation{who}",
        "source": f"only reports it{who}",
    }
    return f"The body {told[kind]}: “{body.words}”"
