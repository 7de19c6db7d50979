"""Right of reply: every accusation of an article with the answer of whoever is accused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from sayso.clear.accused import accusing
from sayso.clear.answered_by import answered_by
from sayso.clear.asked import asked
from sayso.clear.court_findings import found_by_a_court
from sayso.clear.names import Cast
from sayso.clear.network import answers_it, read_sentence
from schemas import Article, Extraction, Hop, Segment, Span, Statement
from schemas.record import Record, Words

ReplyKind = Literal["printed", "sought", "absent"]

LEAST_ANSWER, LEAST_ABOUT, SURE = 0.5, 0.5, 0.9
"""The least probability that a sentence is an answer, and that it answers an accusation; from when on it is certain."""


class RightOfReply(Record):
    """An accusation and its reply; `words`: the accusation, `statement`: its id, `chain`: who says so.

    `reply`: the sentence that answers, or that says that there is no answer; `when` and `how` the accused was asked,
    where the text says so. `denies`: it is all but certain that the printed reply answers the accusation; where it does
    not, a person has to read whether it does.
    """

    statement: str
    words: tuple[Span, ...]
    accused: Words
    chain: tuple[Hop, ...]
    kind: ReplyKind
    reply: Span | None = None
    when: Span | None = None
    how: Span | None = None
    denies: bool = False

    @property
    def short(self) -> str:
        """The pair in a line."""
        said = " ".join(span.words for span in self.words)
        return f"{said} | {self.accused} | {self.kind} | {self.reply.words if self.reply else ''}"


class Accusation(NamedTuple):
    """A sentence that accuses somebody, and its statement that does."""

    sentence: Span
    statement: Statement
    accused: str


class _Answer(NamedTuple):
    """A sentence that may answer, its number among the article's, and how."""

    number: int
    sentence: Span
    kind: ReplyKind


def rights_of_reply(article: Article, extraction: Extraction) -> tuple[RightOfReply, ...]:
    """Each accusation of somebody whom the article names, in text order, with the reply that it prints."""
    return rights_in(Cast(article, extraction))


def rights_in(cast: Cast) -> tuple[RightOfReply, ...]:
    """The same, for whoever has the article's cast at hand.

    1. The sentences that accuse, and whom; 2. the sentences that answer, or say that somebody was asked; 3. of those
    that are about an accusation the most probable one that is printed, else the most probable other.
    """
    sentences = [one for one in cast.extraction.segmentation.segments if one.claims and one.kind != "headline"]
    found = list(_accusations(cast, sentences))  # 1
    accused = frozenset(one.accused for one in found)
    answers = list(_answers(cast.article, sentences))  # 2
    return tuple(_paired(cast, sentences, one, accused, answers) for one in found)  # 3


def _accusations(cast: Cast, sentences: Sequence[Segment]) -> Iterator[Accusation]:
    """Whom each statement accuses, each once: not who says so himself, nor of what a court has found."""
    known = set()
    for segment in sentences:
        one = accusing(cast, segment)
        for accused, place in one.accused if one else ():
            statement = _statement(cast.extraction, segment.span, place)
            if statement is None or (statement.id, accused) in known or _by_himself(cast, statement, accused):
                continue
            known.add((statement.id, accused))
            if not found_by_a_court(cast.extraction, statement):
                yield Accusation(segment.span, statement, accused)


def _by_himself(cast: Cast, statement: Statement, accused: str) -> bool:
    origin = statement.origin
    return origin is not None and cast.meant(origin.called or "", statement.spans[0].start) == accused


def _answers(article: Article, sentences: Sequence[Segment]) -> Iterator[_Answer]:
    for number, segment in enumerate(sentences):
        span = segment.span
        reading = read_sentence(article.text, span.start, span.end)
        if reading.printed + reading.sought >= LEAST_ANSWER:
            yield _Answer(number, span, "printed" if reading.printed >= reading.sought else "sought")


def _statement(extraction: Extraction, sentence: Span, place: int) -> Statement | None:
    """The statement of a sentence that accuses whoever is named at `place`: the one there, else the first sourced."""
    inside = [
        one
        for one in extraction.statements
        for span in one.spans
        if span.start < sentence.end and sentence.start < span.end
    ]
    there = [one for one in inside if any(span.start <= place < span.end for span in one.spans)]
    sourced = [one for one in inside if one.origin is not None]
    return next(iter([one for one in there if one.origin is not None] or sourced or there or inside), None)


def _paired(
    cast: Cast,
    sentences: Sequence[Segment],
    accusation: Accusation,
    accused: frozenset[str],
    answers: Sequence[_Answer],
) -> RightOfReply:
    text, sentence, statement = cast.article.text, accusation.sentence, accusation.statement
    scored = []
    for answer in answers:
        by = answered_by(cast, answer.sentence, accused)
        if accusation.accused in by and (answer.sentence != sentence or answer.kind == "printed"):
            before = sentences[answer.number - 1].span.words if answer.number else ""
            about = answers_it(accusation.accused, sentence.words, before, answer.sentence.words)
            if about >= LEAST_ABOUT:
                scored.append((answer.kind == "printed", about, answer))
    _, sure, best = max(scored, key=lambda one: one[:2], default=(False, 0.0, None))
    how, when = asked(text, cast.extraction, best.sentence) if best and best.kind == "sought" else (None, None)
    return RightOfReply(
        statement=statement.id,
        words=tuple(_within(text, statement, sentence)) or (sentence,),
        accused=accusation.accused,
        chain=statement.chain,
        kind=best.kind if best else "absent",
        reply=best.sentence if best else None,
        when=when,
        how=how,
        denies=best is not None and best.kind == "printed" and sure >= SURE,
    )


def _within(text: str, statement: Statement, sentence: Span) -> Iterator[Span]:
    for span in statement.spans:
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        if start < end:
            yield Span.of(text, start, end)
