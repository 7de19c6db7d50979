"""Quotations signed by who said them: after a dash, or on a line of its own below, or named on a line above."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.attribute.draft import Places
from sayso.attribute.grammar import FINITE
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, without
from sayso.attribute.spans.utterances import Utterance

_MOST_WORDS = 16
_LONGEST = 60
"""How many lines of a list are looked back at."""
_SIGNED = re.compile(
    r"\s*(?:(?P<dash>[-–—―~]+|\()\s*)?"
    r"(?P<name>(?:[Tt]he |[Aa]n? )?[^\W\d_a-z](?:[^.?!:;\n]|(?<=\b[A-Z])\.)*?(?<!\s))[.)]?\s*$"
)
_CAPITAL = re.compile(r"[^\W\d_a-z]")


class Signature(NamedTuple):
    """The places of a name, of the outlet behind it if there is one, and of the rest: the dash, the role."""

    name: Range
    outlet: Range | None
    rest: Places


def signature(parsed: ParsedArticle, utterance: Utterance) -> Signature | None:
    """Who signs an utterance: in the rest of its paragraph, or in the line below or above; None if nobody does."""
    paragraphs, number = parsed.segmentation.paragraphs, utterance.paragraph
    rest = (utterance.place[1], paragraphs[number].end)
    found = _signature(parsed, rest, dashed=False)
    if found is not None or not _stands_alone(parsed, number):
        return found
    below = _line(parsed, number + 1)
    if below is None:
        return None
    dashed = _signature(parsed, below, dashed=True)
    return dashed or (_signature(parsed, below, dashed=False) if _signs(parsed, number + 1) else None)


def _signs(parsed: ParsedArticle, number: int) -> bool:
    """Whether a line with a name, without a dash, is below what it signs, in a list that does not begin with a name."""
    first = number
    while first >= max(0, number - _LONGEST) and (_stands_alone(parsed, first) or _is_name(parsed, first)):
        first -= 1
    return not _is_name(parsed, first + 1)


def _is_name(parsed: ParsedArticle, number: int) -> bool:
    line = _line(parsed, number)
    return line is not None and _signature(parsed, line, dashed=False) is not None


def _line(parsed: ParsedArticle, number: int) -> Range | None:
    paragraphs = parsed.segmentation.paragraphs
    return paragraphs[number].range if 0 <= number < len(paragraphs) else None


def _stands_alone(parsed: ParsedArticle, number: int) -> bool:
    """Whether a paragraph is nothing but quotation."""
    line = _line(parsed, number)
    return line is not None and parsed.quoted(line) > 0.95


def _signature(parsed: ParsedArticle, place: Range, *, dashed: bool) -> Signature | None:
    words = parsed.text[slice(*place)]
    found = _SIGNED.match(words) if len(words.split()) <= _MOST_WORDS else None
    if found is None or (dashed and not found["dash"]) or any(mark in words for mark in '“”"«»'):
        return None
    line = place[0] + found.start("name"), place[0] + found.end("name")
    if any(token.tag_ in FINITE and token.pos_ in ("VERB", "AUX") for token in parsed.tokens(line)):
        return None
    parts = _parts(parsed, line)
    outlet = next((part for part in parts[1:] if parsed.outlet(part) is not None), None)
    if not _is_named(parsed, parts[0], sure=bool(found["dash"])):
        return None
    rest = without((place[0], line[1]), [parts[0], *([outlet] if outlet else [])])
    return Signature(parts[0], outlet, tuple(filter(None, (_bare(parsed, part) for part in rest))))


def _bare(parsed: ParsedArticle, place: Range) -> Range | None:
    """A place without white space and commas at its edges; None if nothing is left."""
    words = parsed.text[slice(*place)]
    start, end = place[0] + len(words) - len(words.lstrip(" ,\n\t")), place[0] + len(words.rstrip(" ,\n\t"))
    return (start, end) if start < end else None


def _parts(parsed: ParsedArticle, line: Range) -> list[Range]:
    """The parts of a line between its commas."""
    parts, at = [], line[0]
    for piece in parsed.text[slice(*line)].split(","):
        parts.append(parsed.trimmed((at, at + len(piece))))
        at += len(piece) + 1
    return parts


def _is_named(parsed: ParsedArticle, place: Range, *, sure: bool) -> bool:
    """Whether a place is a name: after a dash any words with a capital, else a person's in full, or an outlet's."""
    words = parsed.words(place).split()
    capitals = sum(_CAPITAL.match(word) is not None for word in words)
    if sure:
        return capitals > 0
    person = any(entity.label_ == "PERSON" for entity in parsed.entities_in(place))
    return capitals >= 2 and len(words) - capitals <= 2 and len(words) <= 6 and (person or capitals == len(words))
