"""Sentences in which somebody answers an accusation, or is asked and does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.clear.clearing_words import CLEARING
from sayso.clear.content import DENYING, is_wrong, lemmas_of, stems
from sayso.language.english import DENIALS
from schemas import Extraction, Frame, Hop, Segment, Span, Statement

AnswerKind = Literal["printed", "sought"]
_NOT = r"(?:not|n['’]t|never|yet to)(?: \w+ly| yet| been able to)?"
_GIVE = r"(?:\w+ )?(?:to )?(?:(?:give|make|offer|provide) (?:an? |any )?)?"
_SAY = r"(?:comment|answer|respond|reply|speak|be interviewed|discuss|(?:an )?interview|say anything)"
_SILENT = re.compile(
    rf"\b(?:{_NOT} (?:be )?(?:reached|respond|repl|answer|return|comment|available|contacted)\w*"
    rf"|(?:declin|refus)\w* {_GIVE}{_SAY}\w*"
    r"|hung up|no (?:\w+ )?(?:comment|answer|reply|response)\b"
    r"|(?:was|were|could|can)n['’]t (?:be )?(?:reached|returned|answered|available|contacted)"
    r"|(?:were|went|was) (?:unsuccessful|unanswered|unavailable)"
    r"|(?:was|were|been|has|have) (?:approached|asked|contacted)\b.{0,80} (?:for|to) (?:an? )?(?:comment|repl|respon))",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby (?:e-?mail|letter|mail|message|phone|post|telephone|text)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:(?:an?|one|two|three|four|five|several|repeated|multiple|numerous) )?"
    r"(?:calls?|e-?mails?|letters?|messages?|questions?"
    r"|requests?(?: for (?:an? )?(?:comment|interview|response|statement))?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_ANY_CHARGE = re.compile(
    r"\b(?:the|th[eo]se|this|that|all|any|such) (?:\w+ )?(?:accusation|allegation|charge|claim|suggestion)s?\b"
    r"(?! (?:of|that|about))",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(r"\b(?:last|ago|earlier|once)\b", re.IGNORECASE)
_INSISTING = {"insist", "maintain"}


@dataclass(frozen=True)
class Answer:
    """A sentence by which somebody answers, or does not; `who`: the words for him, at `place`; `hop`: its source.

    `said`: the stems of its words; `about`: of those that say what is answered, none where it answers whatever he is
    accused of. `of_a_wrong`: whether they speak of some wrongdoing. `loose`: he says something, and denies nothing.
    `when` and `how`: how he was asked.
    """

    kind: AnswerKind
    sentence: Span
    who: str
    place: int
    hop: Hop | None
    about: frozenset[str]
    said: frozenset[str] = frozenset()
    of_a_wrong: bool = False
    loose: bool = False
    when: Span | None = None
    how: Span | None = None


def answers(text: str, extraction: Extraction) -> tuple[Answer, ...]:
    """Every answer in an article, in text order."""
    found = [
        answer
        for segment in extraction.segmentation.segments
        if segment.claims
        for answer in _in_sentence(text, extraction, segment)
    ]
    return tuple(sorted(found, key=lambda answer: answer.sentence.start))


def silent(words: str) -> bool:
    """Whether a sentence says that somebody was asked and did not answer."""
    return _SILENT.search(words) is not None


def _in_sentence(text: str, extraction: Extraction, segment: Segment) -> Iterator[Answer]:
    sentence = segment.span
    if match := _SILENT.search(sentence.words):
        yield _silence(text, extraction, sentence, match)
    for statement in extraction.statements:
        if any(span.start < sentence.end and sentence.start < span.end for span in statement.spans):
            yield from _by_statement(extraction, sentence, statement)


def _silence(text: str, extraction: Extraction, sentence: Span, match: re.Match[str]) -> Answer:
    before, after = sentence.words[: match.start()], sentence.words[match.end() :]
    way = _BY.search(sentence.words) or _ASKED.search(sentence.words)
    how = Span.of(text, sentence.start + way.start(), sentence.start + way.end()) if way else None
    when = next((span for words in _times(extraction, sentence) if (span := _found(text, sentence, words))), None)
    who = before if _WORD.search(before) else after
    return Answer("sought", sentence, who, sentence.start, None, frozenset(), when=when, how=how)


def _times(extraction: Extraction, sentence: Span) -> Iterator[str]:
    for claim in extraction.claims:
        if sentence.start <= claim.spans[0].start < sentence.end:
            yield from claim.slots.when


def _found(text: str, sentence: Span, words: str) -> Span | None:
    at = sentence.words.find(words)
    return Span.of(text, sentence.start + at, sentence.start + at + len(words)) if words and at >= 0 else None


def _by_statement(extraction: Extraction, sentence: Span, statement: Statement) -> Iterator[Answer]:
    """A denial or admission by a source, or by whoever the article says so of."""
    cue = statement.cue.words if statement.cue else ""
    if statement.origin is not None:
        answered = statement.polarity == "denied" or not CLEARING.answering.isdisjoint(_lemmas(cue))
        denies = answered or _denies(extraction, statement)
        now = statement.mode == "speech" and not _LONG_AGO.search(cue) and not any(_times(extraction, sentence))
        if denies or now:
            said = f"{statement.text} {lemmas_of(extraction, statement)}"
            who, place = statement.origin.called or "", statement.spans[0].start
            about, wrong = _about(said, cue), _of_a_wrong(said)
            yield Answer("printed", sentence, who, place, statement.origin, about, stems(said), wrong, loose=not denies)
        return
    for claim in extraction.claims_of(statement):
        for frame in claim.slots.frames:
            subject = frame.filler("who")
            if subject and frame.polarity != "denied" and _answers(frame):
                said = " ".join(filler.words for filler in frame.fillers if filler.role not in ("who", "when", "how"))
                who, place = subject.words, claim.spans[0].start
                yield Answer("printed", sentence, who, place, None, _about(said), stems(said), _of_a_wrong(said))


def _answers(frame: Frame) -> bool:
    """Whether a verb denies, owns up, or waves something off: "laughed off the accusation"."""
    return frame.predicate in CLEARING.answering or (
        frame.predicate.partition(" ")[0] in DENIALS.waving_off
        and any(one.head in CLEARING.charges for one in frame.fillers)
    )


def _denies(extraction: Extraction, statement: Statement) -> bool:
    """Whether the words themselves deny something: "I have never lied", "that is false"."""
    said = [word.casefold() for word in _WORD.findall(statement.text)]
    denied = any(claim.slots.polarity == "denied" for claim in extraction.claims_of(statement))
    return denied or any(word.startswith(DENYING) for word in said)


def _about(words: str, cue: str = "") -> frozenset[str]:
    """The stems of what is answered; empty where that is an accusation without saying which."""
    generic = _ANY_CHARGE.search(words) or not _INSISTING.isdisjoint(_lemmas(cue))
    return frozenset() if generic else stems(words, CLEARING.charges)


def _of_a_wrong(words: str) -> bool:
    return any(map(is_wrong, _WORD.findall(words)))


def _lemmas(cue: str) -> set[str]:
    """The words of a cue, and what is left of them without an ending."""
    words = [word.casefold() for word in _WORD.findall(cue)]
    endings = (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("s", ""), ("tted", "t"), ("es", ""))
    return {*words, *(word[: -len(end)] + other for word in words for end, other in endings if word.endswith(end))}
