"""Everything that a reading of a draft leaves open, as lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile

from sayso.clear.clearing_reading import reading_of
from sayso.clear.commonplace import grave, wrongdoing
from sayso.clear.house_rule import HouseRule
from sayso.clear.line import AnsweredAccusation, ClearedCounts, Findings, Line
from sayso.clear.names import Cast
from sayso.clear.overstatements import Overstatement, keeps_open, overstated_in
from sayso.clear.replies import RightOfReply, rights_in
from sayso.clear.source_lines import source_lines
from sayso.present.chain import REPORT, chain
from sayso.present.safe import plain
from schemas import Article, Extraction, Segment, Span

_LAWYER = "reporter, lawyer"


def findings(article: Article, extraction: Extraction, rule: HouseRule) -> Findings:
    """What somebody has to answer before the draft runs, in the draft's order.

    1. who is accused, and whether he has replied; 2. headlines that say more than the body; 3. what nobody named says,
    unless it is asked already, as an accusation without a reply in the draft's own voice.
    """
    cast = Cast(article, extraction)
    reading = reading_of(cast)
    rights = [one for one in rights_in(reading) if not cast.place(one.accused)]  # 1
    replied = {right.reply.start for right in rights if right.reply}
    headlines = list(_headlines(cast, overstated_in(reading)))  # 2
    sources, counted = source_lines(cast, rule, {right.statement for right in rights}, replied)  # 3
    counted["headlines"] -= len(headlines)
    asked = {_sentence(cast, right.words[0]).span.start for right in rights if right.kind == "absent"}
    sources = [line for line in sources if not (line.why == ("own-voice",) and line.start in asked)]
    lines = sorted([*_unanswered(cast, rights), *headlines, *sources], key=lambda line: (line.start, line.point))
    return Findings(lines=tuple(lines), pairs=tuple(_pairs(cast, rights)), counts=ClearedCounts(**counted))


def _unanswered(cast: Cast, rights: Iterable[RightOfReply]) -> Iterator[Line]:
    """A line for each who is accused and has not replied, with all that he is accused of; by where it begins."""
    left: defaultdict[tuple[str, bool], list[RightOfReply]] = defaultdict(list)
    for right in rights:
        if right.kind == "absent" or (right.kind == "printed" and not right.denies):
            left[right.accused, right.kind == "absent"].append(right)
    used: set[str] = set()
    for (accused, absent), found in left.items():
        sentences = {segment.span.start: segment for one in found for segment in [_sentence(cast, one.words[0])]}
        words = " … ".join(plain(sentence.span.words) for sentence in sentences.values())
        said = next((plain(one.reply.words) for one in found if one.reply), "")
        first = next(iter(sentences.values()))
        claims = tuple(dict.fromkeys(claim for one in found for claim in _claims(cast, one)))
        about = next((one for one in (*claims, found[0].statement) if one not in used), claims[0])
        used.add(about)
        yield Line(
            point="reply",
            accused=accused,
            about=about,
            claims=claims,
            start=first.span.start,
            end=first.span.end,
            paragraph=first.paragraph + 1,
            words=words,
            who="; ".join(dict.fromkeys(_who(cast, one) for one in found)),
            why=("absent",) if absent else ("unclear",),
            missing=_no_reply(accused) if absent else f"is this a reply by {accused}? “{said}”",
            asks=_LAWYER,
            grave=True,
        )


def _no_reply(accused: str) -> str:
    return f"no reply by {accused}, and the draft does not say that one was sought"


def _headlines(cast: Cast, found: Iterable[Overstatement]) -> Iterator[Line]:
    """A line for each headline above the body that says more than it, or accuses on nobody's word."""
    by_place = {one.headline.start: one for one in found}
    for segment in takewhile(lambda one: one.kind == "headline", cast.extraction.segmentation.segments):
        over = by_place.get(segment.span.start)
        statements = [one for one in cast.extraction.statements if _within(one.spans[0], segment)]
        told = next((one for one in cast.extraction.statements if over and one.id == over.statement), None)
        if told is None and (not statements or not _accuses(segment.span.words)):
            continue
        body = told or statements[0]
        own = tuple(claim.id for claim in cast.extraction.claims if _within(claim.spans[0], segment))
        claims = own or tuple(claim.id for claim in cast.extraction.claims_of(body)) or (body.id,)
        allegation = over is None or over.kind == "allegation"
        yield Line(
            point="headline",
            about=claims[0],
            claims=claims,
            start=segment.span.start,
            end=segment.span.end,
            paragraph=segment.paragraph + 1,
            words=plain(segment.span.words),
            who=plain(chain(body, REPORT)),
            why=("overstated" if over else "accusing",),
            missing=plain(over.why) if over else "the headline accuses in its own voice: does the body bear it out?",
            asks="desk, lawyer" if allegation else "desk",
            grave=allegation or grave(segment.span.words),
        )


def _accuses(headline: str) -> bool:
    """Whether a headline speaks of wrongdoing, and leaves nothing open."""
    return wrongdoing(headline) and not keeps_open(headline)


def _pairs(cast: Cast, rights: Iterable[RightOfReply]) -> Iterator[AnsweredAccusation]:
    """Each accusation that has its reply, once for each accused and reply."""
    seen: set[tuple[str, int]] = set()
    for right in rights:
        if right.reply is None or not (right.denies or right.kind == "sought"):
            continue
        if (key := (right.accused, right.reply.start)) in seen:
            continue
        seen.add(key)
        sentence = _sentence(cast, right.words[0])
        yield AnsweredAccusation(
            accused=right.accused,
            words=plain(sentence.span.words),
            paragraph=sentence.paragraph + 1,
            kind="printed" if right.kind == "printed" else "sought",
            reply=plain(right.reply.words),
            when=right.when.words if right.when else None,
            how=right.how.words if right.how else None,
        )


def _sentence(cast: Cast, span: Span) -> Segment:
    return next(one for one in cast.extraction.segmentation.segments if _within(span, one))


def _within(span: Span, segment: Segment) -> bool:
    return segment.span.start <= span.start < segment.span.end


def _claims(cast: Cast, right: RightOfReply) -> tuple[str, ...]:
    """The claims (ids) of an accusation; its statement where it makes none."""
    statement = next(one for one in cast.extraction.statements if one.id == right.statement)
    return tuple(claim.id for claim in cast.extraction.claims_of(statement)) or (statement.id,)


def _who(cast: Cast, right: RightOfReply) -> str:
    return plain(chain(next(one for one in cast.extraction.statements if one.id == right.statement), REPORT))
