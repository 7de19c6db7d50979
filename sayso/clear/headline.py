"""What a headline or standfirst asserts, and the body hedges or only reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from sayso.clear.clearing_words import CLEARING
from sayso.clear.content import is_wrong
from sayso.language.english import DENIALS
from sayso.present.chain import name_of
from schemas import Article, Extraction, Segment, Span, Statement
from schemas.record import Record, Words

OverstatementKind = Literal["hedge", "source", "number", "allegation", "plan"]

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NUMBER = re.compile(
    r"(?P<sign>[$£€])?(?P<digits>\d+(?:[.,]\d+)*)"
    r"(?:\s?(?P<scale>k|m|bn|million|billion|trillion|thousand)\b)?(?P<share>\s?(?:%|per ?cent))?",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"\b(?:allegedly|alleged|reportedly|suspect\w*|may|might|could|appears?|appeared|seems?|perhaps|possibly|probably"
    r"|believed to|unconfirmed)\b",
    re.IGNORECASE,
)
_LARGE = re.compile(
    r"\b(?P<unit>tens of thousands|hundreds of thousands|dozens|scores|hundreds|thousands|millions|billions)\b",
    re.IGNORECASE,
)
_SIZES = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "tens of thousands": 20_000,
    "hundreds of thousands": 200_000, "millions": 2_000_000, "billions": 2e9,
}  # fmt: skip
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "trillion": 1e12}
_KEEPS = re.compile(r"[?“”\"‘]|(?<!\w)['’]|:|['’](?!\w)")
_TO_DO = re.compile(r"\bto [a-z]+\b")
_STILL = re.compile(rf"\b(?:{'|'.join(CLEARING.still_to_come)})\b", re.IGNORECASE)
_AT_MOST = re.compile(rf"\b(?:{'|'.join(CLEARING.at_most)}) [$£€]?\d", re.IGNORECASE)
_REPORTED = re.compile(r"\b(?:according to|claims?|claimed|it is said)\b", re.IGNORECASE)
_TOP, _SHARE = 3, 0.6
_STEM = 4
_EMPTY = frozenset(
    "a an the and or had has have of in on at for from with by over after before as is are was were be been to its his"
    " her their this that it into up out who".split()
)


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
    """What the headlines above the body overstate, in text order, each at most once.

    1. The headline keeps a source, a hedge or a question: nothing but its numbers can be too much. 2. The statements
    of the body that say the same; 3. one of them says it plainly: nothing is. 4. Else what the nearest one has and the
    headline lacks: a hedge, a plan, a smaller number, an accuser, a source.
    """
    body = [statement for statement in extraction.statements if not _above(extraction, statement.spans[0])]
    found = (_overstated(extraction, headline, body) for headline in _headlines(extraction))
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


def _overstated(extraction: Extraction, headline: Segment, body: Sequence[Statement]) -> Overstatement | None:
    wanted = _stems(headline.span.words)
    near = sorted(
        (
            (len(wanted & _stems(f"{statement.text} {_source(statement)}")), -number, statement)
            for number, statement in enumerate(body)
        ),
        key=lambda found: found[:2],
        reverse=True,
    )
    alike = [statement for many, _, statement in near if many >= 2 and many >= _SHARE * len(wanted)]
    smaller = _smaller(headline.span.words, [statement for many, _, statement in near if many >= len(wanted) / 3], body)
    if smaller is not None:
        return _made(extraction, "number", headline.span, smaller)
    if not alike:
        return None
    first = alike[0]
    as_near = [statement for many, _, statement in near if many == near[0][0]]
    kinds = [_kind(headline.span.words, statement, body) for statement in as_near]
    kind = None if None in kinds else kinds[0]
    if kind is None or _keeps(headline.span.words, kind):
        return None
    return _made(extraction, kind, headline.span, first)


def _kind(headline: str, statement: Statement, body: Sequence[Statement]) -> OverstatementKind | None:
    """What a statement of the body has and the headline lacks; None if it says it as plainly."""
    cue = statement.cue.words if statement.cue else ""
    hedged = statement.hedge is not None or bool(_DOUBTED.search(f"{statement.text} {cue}"))
    unsourced = _reported(statement) and _stems(headline).isdisjoint(_stems(_source(statement)))
    if (hedged or unsourced) and any(map(is_wrong, _WORD.findall(headline))):
        return "allegation"
    if hedged or (_AT_MOST.search(statement.text) and any(_numbers(headline))):
        return "hedge"
    if _STILL.search(statement.text):
        return "plan"
    doubtful = statement.stance == "doubt" or (unsourced and _vague(statement))
    return "source" if doubtful or _of_an_outlet(statement) or _disputed(statement, body) else None


def _reported(statement: Statement) -> bool:
    """Whether somebody says so, even if the engine found nobody."""
    return statement.origin is not None or bool(_REPORTED.search(statement.text))


def _vague(statement: Statement) -> bool:
    """Whether its source is nobody, or unnamed; who speaks for a person ("his agent") is known well enough."""
    speaks = not CLEARING.speaking_for.isdisjoint(_WORD.findall(_source(statement).casefold()))
    return statement.origin is None or (statement.unnamed and not speaks)


def _of_an_outlet(statement: Statement) -> bool:
    return statement.origin is not None and statement.origin.kind in ("news_outlet", "news_agency")


def _disputed(statement: Statement, body: Sequence[Statement]) -> bool:
    """Whether a named source says it, and somebody else right behind it denies it."""
    if statement.origin is None or statement.unnamed:
        return False
    at = body.index(statement)
    return any(
        other.polarity == "denied" or not DENIALS.verbs.isdisjoint(_WORD.findall(other.text.casefold()))
        for other in body[at + 1 : at + 2]
    )


def _source(statement: Statement) -> str:
    hop = statement.origin
    return "" if hop is None else f"{hop.called or ''} {hop.mention.words if hop.mention else ''}"


def keeps_open(headline: str) -> bool:
    """Whether a headline names a source, quotes, asks, or hedges."""
    return _keeps(headline, "allegation")


def _keeps(headline: str, kind: OverstatementKind) -> bool:
    """Whether a headline has a source or a hedge; of a plan, whether it says that it is one."""
    words = {word.casefold() for word in _WORD.findall(headline)}
    if _KEEPS.search(headline) or not words.isdisjoint(CLEARING.keeping):
        return True
    return kind == "plan" and (not words.isdisjoint(CLEARING.planning) or bool(_TO_DO.search(headline)))


def _smaller(headline: str, alike: Sequence[Statement], body: Sequence[Statement]) -> Statement | None:
    """The statement nearest to the headline whose number is smaller than the headline's; None if one has as much."""
    for size, unit in _numbers(headline):
        near = [(other, statement) for statement in alike for other, kind in _numbers(statement.text) if kind == unit]
        if near and all(other < size * 0.995 for other, _ in near) and not _said(size, unit, body):
            largest = max(near, key=lambda found: found[0])
            if largest[0] > size / 20:
                return largest[1]
    return None


def _said(size: float, unit: str, body: Sequence[Statement]) -> bool:
    return any(kind == unit and other >= size * 0.995 for statement in body for other, kind in _numbers(statement.text))


def _numbers(words: str) -> Iterator[tuple[float, str]]:
    """Each number with what kind it is: a share, an amount of money, or a count; years are none."""
    for match in _NUMBER.finditer(words):
        size = _size(match["digits"]) * _SCALES.get((match["scale"] or "").lower(), 1)
        if match["scale"] or not 1500 <= size <= 2100 or "," in match["digits"]:
            yield size, "share" if match["share"] else (match["sign"] or "count")
    for match in _LARGE.finditer(words):
        yield _SIZES[match["unit"].lower()], "count"


def _size(digits: str) -> float:
    """A number as it is written; of "1.2.3" only what stands before the second point."""
    whole, _, rest = digits.replace(",", "").partition(".")
    return float(f"{whole}.{rest.partition('.')[0] or 0}")


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


def _stems(words: str) -> frozenset[str]:
    """How its words begin, plural endings and function words apart."""
    found = (word.casefold() for word in _WORD.findall(words))
    return frozenset(word.removesuffix("s")[:_STEM] for word in found if word not in _EMPTY)
