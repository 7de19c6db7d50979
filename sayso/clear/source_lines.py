"""Sentences of a draft that nobody named answers for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from sayso.clear.clearing_words import CLEARING
from sayso.clear.commonplace import commonplace, grave
from sayso.clear.house_rule import HouseRule
from sayso.clear.line import Line, Why
from sayso.clear.names import Cast, tokens
from sayso.clear.silence import silent
from sayso.present.chain import REPORT, chain, name_of
from sayso.present.safe import plain
from sayso.present.sourcing import allegation, report_class
from schemas import Hop, Segment, Statement

_NAMED_LAST = re.compile(r"^(?!.*\b(?:of|with|to|in|at|from|by|for|on|near|who)\b).* [A-Z][\w’'-]+$")
"""What it is, and then its name: "industry analysts Screen Digest"."""
_OPEN: frozenset[Why] = frozenset(("own-voice", "left-open"))


class DraftSentence(NamedTuple):
    """A segment with its statements; `place` counts the segments of sentences."""

    segment: Segment
    statements: tuple[Statement, ...]


def source_lines(
    cast: Cast, rule: HouseRule, accusing: Collection[str], replies: Collection[int]
) -> tuple[list[Line], Counter[str]]:
    """The lines about who says so, in text order, and how many sentences are only counted, by why.

    `accusing`: the statements (ids) that accuse somebody; `replies`: where sentences begin that answer.
    """
    lines: list[Line] = []
    counted: Counter[str] = Counter()
    before: DraftSentence | None = None
    for sentence in _sentences(cast):
        kind = _kind(sentence.segment)
        if kind is None:
            runs_on = before is not None and _goes_on(before, sentence, accusing)
            made = _line(cast, rule, sentence, before if runs_on else None, replies)
            before = sentence
            if isinstance(made, Line):
                lines.append(made)
                continue
            kind = made
        counted[kind] += 1
    return lines, counted


def _sentences(cast: Cast) -> Iterator[DraftSentence]:
    for segment in cast.extraction.segmentation.segments:
        inside = tuple(
            statement
            for statement in cast.extraction.statements
            if any(span.start < segment.span.end and segment.span.start < span.end for span in statement.spans)
        )
        yield DraftSentence(segment, inside)


def _kind(segment: Segment) -> str | None:
    match segment.kind:
        case "caption":
            return "captions"
        case "headline":
            return "headlines"
        case "sentence":
            return None
    return "furniture"


def _goes_on(before: DraftSentence, sentence: DraftSentence, accusing: Collection[str]) -> bool:
    """Whether a sentence stands right behind an accusation, in its paragraph."""
    return before.segment.paragraph == sentence.segment.paragraph and any(
        statement.id in accusing for statement in before.statements
    )


def _line(
    cast: Cast, rule: HouseRule, sentence: DraftSentence, accused_before: DraftSentence | None, replies: Collection[int]
) -> Line | str:
    """The sentence as a line, or the name under which it is counted."""
    span = sentence.segment.span
    if span.start in replies or silent(span.words):
        return "replies"
    whys = [(statement, why) for statement in sentence.statements if (why := _why(statement))]
    if not whys:
        return "sourced"
    open_only = all(why in _OPEN for _, why in whys)
    claims = tuple(
        claim
        for statement, _ in whys
        for claim in cast.extraction.claims_of(statement)
        if span.start <= claim.spans[0].start < span.end
    )
    if open_only and accused_before:
        whys = [(statement, "runs-on") for statement, _ in whys]
    elif open_only and (not claims or commonplace(cast, span.words, claims)):
        return "commonplace"
    first = whys[0][0]
    ids = tuple(claim.id for claim in claims) or (first.id,)
    serious = grave(span.words) or any(why in ("alleged", "runs-on") for _, why in whys)
    return Line(
        point="source",
        about=ids[0],
        claims=ids,
        start=span.start,
        end=span.end,
        paragraph=sentence.segment.paragraph + 1,
        words=plain(span.words),
        who="; ".join(dict.fromkeys(plain(chain(statement, REPORT)) for statement, _ in whys)),
        why=tuple(dict.fromkeys(why for _, why in whys)),
        missing=plain(" / ".join(dict.fromkeys(_missing(one, why, rule, accused_before) for one, why in whys))),
        asks=_asks([why for _, why in whys], rule, serious=serious),
        grave=serious,
        unnamed=any(why == "unnamed" for _, why in whys),
    )


def _why(statement: Statement) -> Why | None:
    match report_class(statement):
        case "sourced" if _unnamed_document(statement.chain[0]):
            return "document"
        case "unnamed":
            source = statement.held_by or statement.chain[0]
            if statement.mode == "attitude":
                return "own-voice"
            if _document(source):
                return "document"
            return None if _speaks_openly(source) else "unnamed"
        case "undetermined":
            return "left-open"
        case "none-given":
            return "alleged" if allegation(statement) else "own-voice"
    return None


def _document(hop: Hop) -> bool:
    return not CLEARING.documents.isdisjoint(tokens((hop.called or "").partition(",")[0]))


def _unnamed_document(hop: Hop) -> bool:
    """Whether it is a document that the words do not name: "documents", "a draft bill"."""
    words = (hop.called or "").split()
    return hop.kind == "document" and bool(words) and not any(word[0].isupper() for word in words[1:])


def _speaks_openly(hop: Hop) -> bool:
    """Whether a source without a name speaks for a body or by its office, and does not hide: "police"."""
    if hop.reason or hop.terms:
        return False
    words = f"{hop.called or ''} {hop.mention.words if hop.mention else ''}"
    said = tokens(words)
    if _NAMED_LAST.search(hop.called or "") and CLEARING.hiding.isdisjoint(said):
        return True
    return CLEARING.hiding.isdisjoint(said) and (
        not CLEARING.openly.isdisjoint(said) or hop.kind in ("government", "organisation")
    )


def _missing(statement: Statement, why: Why, rule: HouseRule, before: DraftSentence | None) -> str:
    match why:
        case "unnamed":
            source = statement.chain[0]
            clauses = rule.missing(source)
            return "; ".join(clauses) or "the house's rule is kept: is it true?"
        case "document":
            return "which document is it, and is it on file?"
        case "alleged":
            mark = statement.hedge or statement.cue
            return f"nobody is named for the allegation{f' (“{mark.words}”)' if mark else ''}: who makes it?"
        case "left-open":
            return f"does {name_of(statement.origin)} say so, or the paper itself?"
        case "runs-on":
            who = next((name_of(one.origin) for one in (before.statements if before else ()) if one.origin), None)
            return f"{f'is it still from {who}' if who else 'who says so'}, now that the accusation goes on?"
    return "how is it known?"


def _asks(whys: list[Why], rule: HouseRule, *, serious: bool) -> str:
    who = ["reporter"]
    if "unnamed" in whys and rule.known:
        who.append("whoever knows the source")
    if serious:
        who.append("lawyer")
    return ", ".join(who)
