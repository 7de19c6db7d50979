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
from schemas import Hop, Sourcing, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

FREE, REPORTING, SILENT = 0, -1, -2
_CLOSING = "\"'”’»)]}.!?…"
_OPENING = "\"'“‘«([{"
_CLAUSE = 3
"""Fewest words of a clause of its own beside a report."""
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "PRON", "INTJ", "X", "SYM")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def statements(page: Page, drafts: Sequence[Draft], chains: Chains) -> tuple[Statement, ...]:
    """All statements, in text order.

    1. each draft's content is its own, less what stands in a report within it; 2. sources, cues and named relays are
    reporting clauses; 3. what is left of a sentence is the article's own voice, if it can stand for a claim.
    """
    owner = np.zeros(len(page.text), np.int32)
    _silence(page, owner)
    hops = {id(d): chains.hops(d) for d in sorted(drafts, key=_told_at) if d.content}
    reported = sorted((draft for draft in drafts if hops.get(id(draft))), key=_depth)
    for number, draft in enumerate(reported, start=1):
        _take(owner, draft.content, number)
        _take(owner, [*draft.source, *draft.cue, *chains.carriers.get(id(draft), [])], REPORTING)
    for draft in drafts:
        if draft.source and not draft.content:
            _take(owner, [*draft.source, *draft.cue], REPORTING, only=FREE)
    made = []
    for number, draft in enumerate(reported, start=1):
        places = list(_stretches(page, owner, number, draft.content))
        made += [_reported(page, draft, part, hops[id(draft)]) for part in _parts(page, draft, places)]
    made += _own_voice(page, owner, [draft for draft in drafts if draft.content and not hops[id(draft)]])
    ordered = sorted(made, key=lambda statement: statement.spans[0].start)
    return tuple(_continued(page, ordered))


def _spoken(page: Page, draft: Draft) -> bool:
    """Whether somebody is said to have said it: a wish within a speech is as sourced as the speech."""
    at: Draft | None = draft
    while at is not None:
        if telling(page, at).mode == "speech":
            return True
        at = at.parent
    return False


def _told_at(draft: Draft) -> tuple[int, int]:
    """Text order by the reporting clause, so that what points back finds what stands before it."""
    return draft.cue[0] if draft.cue else (draft.start, draft.end)


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
        if any(token.pos_ in _CONTENT for token in page.tokens(trimmed)):
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


def _parts(page: Page, draft: Draft, places: Sequence[Range]) -> Iterator[list[Range]]:
    """The stretches of a content that stand together: in one sentence, or quoted without a break."""
    part: list[Range] = []
    for place in sorted(places):
        if part and not _together(page, part[-1], place):
            yield part
            part = []
        part.append(place)
    if part:
        yield part


def _together(page: Page, a: Range, b: Range) -> bool:
    if page.sentence(a)[1] > b[0]:
        return True
    quoted = page.quoted(a) > 0.5 and page.quoted(b) > 0.5
    return quoted and not any(c.isalnum() for c in page.text[a[1] : b[0]])


def _carried_over(page: Page, draft: Draft, places: Sequence[Range]) -> bool:
    """Whether no part of the reporting clause stands in the sentences of these stretches."""
    start, end = page.sentence((places[0][0], places[-1][1]))
    return bool(draft.cue) and not any(start <= cue[0] < end for cue in draft.cue)


def _reported(page: Page, draft: Draft, places: Sequence[Range], hops: Sequence[Hop]) -> Statement:
    told = telling(page, draft)
    sourcing: Sourcing = "sourced" if _spoken(page, draft) else "none-given"
    if _carried_over(page, draft, places):
        hops = [hop.model_copy(update={"inherited": True}) for hop in hops]
        if manner(page, places) == "indirect" and sourcing == "sourced":
            sourcing = "undetermined"
    return Statement(
        article=page.article.id,
        spans=tuple(page.span(place) for place in sorted(places)),
        chain=chain(page.article, hops),
        sourcing=sourcing,
        mode=told.mode,
        manner=manner(page, places),
        polarity=told.polarity,
        stance=told.stance,
        hedge=hedge(page, places[0]),
        occasion=told.occasion,
        cue=page.span(page.trimmed(draft.cue[0])) if draft.cue else None,
        confidence=draft.confidence,
    )


def _own_voice(page: Page, owner: np.ndarray, sourceless: Sequence[Draft]) -> Iterator[Statement]:
    """What nobody is named for; `sourceless` are the reports that name no source ("it is alleged that ...")."""
    alleged = {page.sentence(draft.cue[0]): draft for draft in sourceless if draft.cue}
    for segment in page.segmentation.segments:
        place = segment.span.range
        if not segment.claims or (segment.kind == "caption" and not _asserts(page, place)):
            continue
        free = list(_stretches(page, owner, FREE, [place]))
        if not free:
            continue
        whole = not (owner[place[0] : place[1]] != FREE).any()
        kept = free if whole else _clauses(page, free)
        if not kept:
            _take(owner, [place], REPORTING, only=FREE)
            continue
        yield _own(page, kept, alleged.get(place))


def _own(page: Page, places: Sequence[Range], report: Draft | None) -> Statement:
    """A statement of the article's own voice; a report in it that names no source lends its stance and cue."""
    found = next((h for place in places if (h := hedge(page, place))), None)
    told = telling(page, report) if report is not None else None
    doubted = found is not None or (told is not None and told.stance == "doubt")
    return Statement(
        article=page.article.id,
        spans=tuple(page.span(place) for place in places),
        chain=chain(page.article, ()),
        sourcing="none-given",
        stance="doubt" if doubted else "neutral",
        polarity=told.polarity if told is not None else "affirmed",
        cue=page.span(page.trimmed(report.cue[0])) if report is not None else None,
        manner=None if page.quoted(places[0]) < 0.05 else manner(page, places),
        hedge=found,
    )


def _asserts(page: Page, place: Range) -> bool:
    return any(token.tag_ in _FINITE for token in page.tokens(place))


def _clauses(page: Page, free: Sequence[Range]) -> list[Range]:
    """Of what is left of a sentence, the stretches that have a verb of their own with its subject."""
    return [place for place in free if _sentence_like(page, place)]


def _sentence_like(page: Page, place: Range) -> bool:
    words = page.tokens(place)
    return sum(token.is_alpha for token in words) >= _CLAUSE and any(_predicates(token, place) for token in words)


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
    if opening.startswith(lexicon.CONTINUERS) or " also " in words[:60] or " would " in f" {words} ":
        return True
    return not opening.startswith(lexicon.TURNS) and _present(page, statement.spans[0].range)


def _present(page: Page, place: Range) -> bool:
    """Whether the main verb is in the present, as what a report goes on with often is, and a narrative is not."""
    root = page.head_verb(place)
    if root is None:
        return False
    finite = [root, *(c for c in root.children if c.dep_ in ("aux", "auxpass"))]
    return any(t.tag_ in ("VBZ", "VBP") and t.lemma_ != "have" for t in finite)


def spans_of(page: Page, places: Sequence[Range]) -> tuple[Span, ...]:
    """Ranges as spans, trimmed, without empty ones."""
    trimmed = (page.trimmed(place) for place in places)
    return tuple(page.span(place) for place in trimmed if place[0] < place[1])
