"""Reports within reports: reports of other sources in the content of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import DEEPEST, Draft
from sayso.attribute.parsed import REACH, ParsedArticle
from sayso.attribute.places import Range, meets
from sayso.attribute.spans.according import report_of_according
from sayso.attribute.spans.asides import report_in_passing
from sayso.attribute.spans.documents import is_document, report_of_document
from sayso.attribute.spans.quoting import report_of_quoting
from sayso.attribute.spans.sayings import report_of_saying
from sayso.language.english import DENIALS, FUNCTION_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SURENESS = 0.9
"""The confidence of a report within a report, as a share of the outer one's."""


def with_embedded_reports(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and the reports that the parse finds within their contents, with their parents.

    A report nested more than `DEEPEST` levels deep within one content stays part of the innermost of them.
    """
    known = {part[0] for draft in drafts for part in draft.cue if draft.content and draft.source}
    out = list(drafts)
    for number, draft in enumerate(drafts):
        if not draft.content:
            continue
        found = [inner for inner in _within(parsed, draft) if not any(part[0] in known for part in inner.cue)]
        nested = _nested(found, number, len(out))
        known |= {inner.cue[0][0] for inner in nested if inner.cue}
        out += [replace(inner, confidence=draft.confidence * _SURENESS) for inner in nested]
    return out


def _nested(found: Sequence[Draft], outer: int, first: int) -> list[Draft]:
    """The reports found in draft `outer`, numbered from `first` on, each with the smallest around it as parent."""
    holders = [[o for o, other in enumerate(found) if o != i and _holds(other, inner)] for i, inner in enumerate(found)]
    kept = [i for i, around in enumerate(holders) if len(around) < DEEPEST]
    numbers = {i: first + number for number, i in enumerate(kept)}
    out = []
    for i in kept:
        parent = min(holders[i], key=lambda o: found[o].end - found[o].start, default=None)
        out.append(replace(found[i], parent=numbers[parent] if parent is not None else outer))
    return out


def _holds(outer: Draft, inner: Draft) -> bool:
    return any(start <= inner.start and inner.end <= end for start, end in outer.content)


def _within(parsed: ParsedArticle, draft: Draft) -> Iterator[Draft]:
    outlet = bool(draft.source) and parsed.outlet(draft.source[0]) is not None
    according = bool(draft.cue) and parsed.words(draft.cue[0]).lower().startswith("according")
    denied = any(token.lemma_.lower() in DENIALS.verbs for token in parsed.words_in(draft.cue))
    for place in _hulls(parsed, draft):
        for token in _begin(parsed, place):
            found = _found(parsed, token, place, outlet or according)
            if found is None or (denied and is_document(parsed, found.source[0])):
                continue  # the denial is of the document's content, which the outer report already has
            if any(meets(part, draft.cue) for part in found.cue):
                continue
            yield found
            if is_document(parsed, found.source[0]):
                yield from _in_document(parsed, found.content[0])


def _found(parsed: ParsedArticle, token: Token, place: Range, outlet: bool) -> Draft | None:
    """The report whose verb, or first word, is this token of a content; else None."""
    return (
        report_of_saying(parsed, token, place, outlet)
        or report_of_quoting(parsed, token, place)
        or report_of_according(parsed, token, place)
        or report_of_document(parsed, token, place)
        or report_in_passing(parsed, token, place)
    )


def _in_document(parsed: ParsedArticle, place: Range) -> Iterator[Draft]:
    """The reports of "he" or "she" within a document's content: these pronouns cannot mean the document."""
    for token in _begin(parsed, place):
        inner = report_of_saying(parsed, token, place, True)
        if inner is not None and parsed.words(inner.source[0]).lower() in FUNCTION_WORDS.others:
            yield inner


def _begin(parsed: ParsedArticle, place: Range) -> Words:
    """The tokens of a content, cut at `REACH` characters, which is longer than any sentence."""
    return parsed.tokens((place[0], min(place[1], place[0] + REACH)))


def _hulls(parsed: ParsedArticle, draft: Draft) -> Iterator[Range]:
    """The parts of the content joined sentence by sentence, each from its first to its last word."""
    hull: Range | None = None
    for place in draft.content:
        if hull is not None and parsed.sentence(hull)[1] > place[0]:
            hull = hull[0], place[1]
            continue
        if hull is not None:
            yield hull
        hull = place
    if hull is not None:
        yield hull
