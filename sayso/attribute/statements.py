"""The text, divided: every word stands in one statement, in a reporting clause, or in no claim at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from sayso.attribute import lexicon
from sayso.attribute.assemble import Draft
from sayso.attribute.chains import Chains, chain
from sayso.attribute.manner import hedge, manner, telling
from sayso.attribute.page import Page, Range
from schemas import Hop, Segment, Sourcing, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

FREE, REPORTING, SILENT = 0, -1, -2
_CLOSING = "\"'”’»)]}.!?…"
_OPENING = "\"'“‘«([{"
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def statements(page: Page, drafts: Sequence[Draft], chains: Chains) -> tuple[Statement, ...]:
    """All statements, in text order.

    1. each draft's content is its own, less what stands in a report within it; 2. sources, cues and named relays are
    reporting clauses; 3. what is left of a sentence is the article's own voice, if it can stand for a claim.
    """
    owner = np.zeros(len(page.text), np.int32)
    _silence(page, owner)
    reported = [draft for draft in drafts if draft.content]
    hops = {id(draft): chains.hops(draft) for draft in sorted(reported, key=lambda d: (d.start, -d.end))}
    for number, draft in enumerate(sorted(reported, key=_depth), start=1):
        _take(owner, draft.content, number)
        _take(owner, [*draft.source, *draft.cue, *chains.carriers.get(id(draft), [])], REPORTING)
    for draft in drafts:
        if not draft.content:
            _take(owner, [*draft.source, *draft.cue], REPORTING, only=FREE)
    made = []
    for number, draft in enumerate(sorted(reported, key=_depth), start=1):
        places = list(_stretches(page, owner, number, draft.content))
        if places:
            made.append(_reported(page, draft, places, hops[id(draft)]))
    made.extend(_own_voice(page, owner))
    ordered = sorted(made, key=lambda statement: statement.spans[0].start)
    return tuple(_continued(page, ordered))


def _depth(draft: Draft) -> int:
    depth, at = 0, draft
    while at.parent is not None:
        depth, at = depth + 1, at.parent
    return depth


def _silence(page: Page, owner: np.ndarray) -> None:
    """What makes no claims, and what lies between segments."""
    owner[:] = SILENT
    for segment in page.segmentation.segments:
        if segment.claims:
            owner[segment.span.start : segment.span.end] = FREE


def _take(owner: np.ndarray, places: Sequence[Range], value: int, only: int | None = None) -> None:
    for start, end in places:
        part = owner[start:end]
        part[(part != SILENT) if only is None else (part == only)] = value


def _stretches(page: Page, owner: np.ndarray, value: int, within: Sequence[Range]) -> Iterator[Range]:
    """Runs of characters of one owner, cut at paragraphs, without white space at their ends."""
    for start, end in within:
        mine = np.flatnonzero(owner[start:end] == value) + start
        if not len(mine):
            continue
        for run in np.split(mine, np.flatnonzero(np.diff(mine) > 1) + 1):
            yield from _lines(page, (int(run[0]), int(run[-1]) + 1))


def _lines(page: Page, place: Range) -> Iterator[Range]:
    at = place[0]
    while at < place[1]:
        stop = page.text.find("\n", at, place[1])
        stop = place[1] if stop < 0 else stop
        trimmed = page.trimmed((at, stop))
        if any(c.isalnum() for c in page.text[slice(*trimmed)]):
            yield trimmed
        at = stop + 1


def _widened(page: Page, place: Range, owner: np.ndarray) -> Range:
    """The place with the quotation marks and full stop that belong to it."""
    start, end = place
    while start > 0 and page.text[start - 1] in _OPENING and owner[start - 1] in (FREE, REPORTING):
        start -= 1
    while end < len(page.text) and page.text[end] in _CLOSING and owner[end] in (FREE, REPORTING):
        end += 1
    return start, end


def _reported(page: Page, draft: Draft, places: Sequence[Range], hops: Sequence[Hop]) -> Statement:
    told = telling(page, draft)
    sourcing: Sourcing = "sourced" if hops and told.mode == "speech" else "none-given"
    return Statement(
        article=page.article.id,
        spans=tuple(page.span(place) for place in sorted(places)),
        chain=chain(page.article, hops),
        sourcing=sourcing,
        mode=told.mode,
        manner=told.manner,
        polarity=told.polarity,
        stance=told.stance,
        hedge=told.hedge or (hedge(page, places[0]) if not hops else None),
        occasion=told.occasion,
        cue=page.span(page.trimmed(draft.cue[0])) if draft.cue else None,
        confidence=draft.confidence,
    )


def _own_voice(page: Page, owner: np.ndarray) -> Iterator[Statement]:
    for segment in page.segmentation.segments:
        if not segment.claims:
            continue
        place = segment.span.range
        free = list(_stretches(page, owner, FREE, [place]))
        if not free:
            continue
        whole = not (owner[place[0] : place[1]] != FREE).any()
        kept = free if whole else _clauses(page, free)
        if not kept:
            _take(owner, [place], REPORTING, only=FREE)
            continue
        yield _own(page, segment, kept)


def _own(page: Page, segment: Segment, places: Sequence[Range]) -> Statement:
    found = next((h for place in places if (h := hedge(page, place))), None)
    return Statement(
        article=page.article.id,
        spans=tuple(page.span(place) for place in places),
        chain=chain(page.article, ()),
        sourcing="none-given",
        stance="doubt" if found else "neutral",
        manner=None if page.quoted(places[0]) < 0.05 else manner(page, places),
        hedge=found,
    )


def _clauses(page: Page, free: Sequence[Range]) -> list[Range]:
    """Of what is left of a sentence, the stretches that have a verb of their own with its subject."""
    return [place for place in free if any(_predicates(token, place) for token in page.tokens(place))]


def _predicates(token: Token, place: Range) -> bool:
    if token.tag_ not in _FINITE:
        return False
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")]
    subjects += [c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")] if verb.dep_ == "conj" else []
    return place[0] <= verb.idx < place[1] and any(place[0] <= s.idx < place[1] for s in subjects)


def _continued(page: Page, ordered: Sequence[Statement]) -> Iterator[Statement]:
    """Mark as undetermined what may go on with a report without saying so."""
    before: Statement | None = None
    for statement in ordered:
        if before is not None and _may_continue(page, before, statement):
            yield statement.model_copy(update={"sourcing": "undetermined"})
        else:
            yield statement
            before = statement


def _may_continue(page: Page, before: Statement, statement: Statement) -> bool:
    """An own-voice sentence right after an indirect report, in its paragraph, that opens as a continuation."""
    own = statement.origin is None and statement.sourcing == "none-given" and statement.hedge is None
    if not own or before.sourcing != "sourced" or before.manner == "direct":
        return False
    start = statement.spans[0].start
    if page.paragraph(start) != page.paragraph(before.spans[-1].start):
        return False
    words = " ".join(span.words for span in statement.spans).lower()
    opening = words.lstrip(_OPENING)
    return opening.startswith(lexicon.CONTINUERS) or " also " in words[:60] or " would " in f" {words} "


def spans_of(page: Page, places: Sequence[Range]) -> tuple[Span, ...]:
    """Ranges as spans, trimmed, without empty ones."""
    trimmed = (page.trimmed(place) for place in places)
    return tuple(page.span(place) for place in trimmed if place[0] < place[1])
