"""Right of reply: every accusation of an article with the answer of whoever is accused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from sayso.clear.answered_by import speakers
from sayso.clear.asked import a_body_was_asked, asked
from sayso.clear.clearing_reading import ClearingReading, reading_of
from sayso.clear.court_findings import found_by_a_court
from sayso.clear.names import Cast, tokens
from sayso.language.english import FUNCTION_WORDS
from schemas import Article, Extraction, Hop, Span, Statement
from schemas.record import Record, Words

ReplyKind = Literal["printed", "sought", "absent"]

LEAST, SURE = 0.5, 0.9
"""The least probability that somebody is accused; and from when on it is certain that a reply answers."""
_SMALL = FUNCTION_WORDS.pronouns | FUNCTION_WORDS.determiners
_SMALL |= set("a an the of in on at to from for with by and or that had has have was were is are be been not".split())
_PRONOUNS = frozenset("he she they it him her them his hers its their who whom whose".split())


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
    """A sentence that accuses somebody, its number in the draft, and its statement that does."""

    number: int
    statement: Statement
    accused: str


def rights_of_reply(article: Article, extraction: Extraction) -> tuple[RightOfReply, ...]:
    """Each accusation of somebody whom the article names, in text order, with the reply that it prints."""
    return rights_in(reading_of(Cast(article, extraction)))


def rights_in(reading: ClearingReading) -> tuple[RightOfReply, ...]:
    """The same, for whoever has read the draft.

    1. Whom the sentences accuse; 2. for each, the sentence that most probably answers, unless none does.
    """
    found = list(_accusations(reading))  # 1
    accused = frozenset(one.accused for one in found)
    return tuple(_paired(reading, one, accused) for one in found)  # 2


def _accusations(reading: ClearingReading) -> Iterator[Accusation]:
    """Whom each statement accuses, each once: not who says so himself, nor of what a court has found."""
    known = set()
    cast, probable = reading.cast, reading.accusing
    for number, sentence in enumerate(reading.sentences):
        likely = sorted(name for name, each in probable.items() if each[number] >= LEAST)
        for accused in _meant(reading, sentence, likely):
            statement = _statement(cast.extraction, sentence, _named(reading, sentence, accused))
            if statement is None or (statement.id, accused) in known or _by_himself(cast, statement, accused):
                continue
            known.add((statement.id, accused))
            if not found_by_a_court(cast.extraction, statement):
                yield Accusation(number, statement, accused)


def _meant(reading: ClearingReading, sentence: Span, likely: Sequence[str]) -> list[str]:
    """Those whom a sentence names; others where it has a word for them, or names none of them and "the" somebody."""
    named = [name for name in likely if reading.names(sentence, name)]
    said = tokens(sentence.words)
    meant = not said.isdisjoint(_PRONOUNS) or (not named and "the" in said)
    return list(likely) if meant else named


def _named(reading: ClearingReading, sentence: Span, accused: str) -> int:
    """Where a sentence names the accused; where it begins if it does not."""
    return next(iter(reading.names(sentence, accused)), sentence.start)


def _by_himself(cast: Cast, statement: Statement, accused: str) -> bool:
    origin = statement.origin
    return origin is not None and cast.meant(origin.called or "", statement.spans[0].start) == accused


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


def _paired(reading: ClearingReading, accusation: Accusation, accused: frozenset[str]) -> RightOfReply:
    cast, statement = reading.cast, accusation.statement
    answers = reading.answers([accusation.number], accusation.accused, accused)
    best, plain = int(answers.each.argmax()), _plain_denial(reading, accusation)
    reply = plain or (reading.sentences[best] if answers.each[best] > answers.none else None)
    printed = plain is not None or bool(answers.printed[best] >= LEAST)
    if reply is not None and not printed and a_body_was_asked(reply) and cast.persons(accusation.accused):
        reply = None  # a body was asked, a person is accused
    asked_for = reply is not None and not printed
    how, when = asked(cast.article.text, cast.extraction, reply) if reply is not None and asked_for else (None, None)
    return RightOfReply(
        statement=statement.id,
        words=_told(reading, accusation),
        accused=accusation.accused,
        chain=statement.chain,
        kind="absent" if reply is None else "printed" if printed else "sought",
        reply=reply,
        when=when,
        how=how,
        denies=plain is not None or (reply is not None and printed and float(answers.each[best]) >= SURE),
    )


def _plain_denial(reading: ClearingReading, accusation: Accusation) -> Span | None:
    """The first sentence in which the accused denies, in half of its words or more, what the accusation says."""
    said = _content(reading.sentences[accusation.number].words)
    for sentence in reading.sentences:
        if accusation.accused in speakers(reading.cast, sentence):
            inside = [
                one for one in reading.cast.extraction.statements if sentence.start <= one.spans[0].start < sentence.end
            ]
            denied = [_content(one.text) for one in inside if one.polarity == "denied"]
            if any(words and len(words & said) >= len(words) / 2 for words in denied):
                return sentence
    return None


def _content(words: str) -> frozenset[str]:
    return tokens(words) - _SMALL


def _told(reading: ClearingReading, accusation: Accusation) -> tuple[Span, ...]:
    """The words that accuse: the statement's in the sentence; the whole sentence if it names the accused elsewhere."""
    sentence = reading.sentences[accusation.number]
    place = _named(reading, sentence, accusation.accused)
    words = tuple(_within(reading.cast.article.text, accusation.statement, sentence))
    elsewhere = place != sentence.start and not any(span.start <= place < span.end for span in words)
    return (sentence,) if elsewhere or not words else words


def _within(text: str, statement: Statement, sentence: Span) -> Iterator[Span]:
    for span in statement.spans:
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        if start < end:
            yield Span.of(text, start, end)
