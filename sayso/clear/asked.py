"""When and how somebody was asked for a reply, where a sentence says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.clear.clearing_words import CLEARING
from schemas import Extraction, Span

_BY = re.compile(r"\bby (?:e-?mail|letter|mail|message|phone|post|telephone|text)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:(?:an?|one|two|three|four|five|several|repeated|multiple|numerous) )?"
    r"(?:calls?|e-?mails?|letters?|messages?|questions?"
    r"|requests?(?: for (?:an? )?(?:comment|interview|response|statement))?)\b",
    re.IGNORECASE,
)
_TO_A_BODY = re.compile(r"\b(?:calls?|e-?mails?|letters?|messages?|questions?|requests?) to the ([a-z]+(?: [a-z]+)?)")


def asked(text: str, extraction: Extraction, sentence: Span) -> tuple[Span | None, Span | None]:
    """How and when, as spans of a sentence of an article's text; None where it does not say."""
    way = _BY.search(sentence.words) or _ASKED.search(sentence.words)
    how = Span.of(text, sentence.start + way.start(), sentence.start + way.end()) if way else None
    when = next((span for words in _times(extraction, sentence) if (span := _found(text, sentence, words))), None)
    return how, when


def a_body_was_asked(sentence: Span) -> bool:
    """Whether a sentence says that it was a body who was asked: "Calls to the bank went unanswered"."""
    match = _TO_A_BODY.search(sentence.words)
    return match is not None and not CLEARING.bodies.isdisjoint(match[1].casefold().split())


def _times(extraction: Extraction, sentence: Span) -> Iterator[str]:
    for claim in extraction.claims:
        if sentence.start <= claim.spans[0].start < sentence.end:
            yield from claim.slots.when


def _found(text: str, sentence: Span, words: str) -> Span | None:
    at = sentence.words.find(words)
    return Span.of(text, sentence.start + at, sentence.start + at + len(words)) if words and at >= 0 else None
