"""The text, divided: every word stands in one statement, in a reporting clause, or in no claim at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from sayso.attribute.confidence import confidence
from sayso.attribute.draft import Draft
from sayso.attribute.grammar import names_source
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.relays.chains import Chains, Found, chain
from sayso.attribute.statements.continuations import continued
from sayso.attribute.statements.features import of_statement
from sayso.attribute.statements.manner import Telling, hedge, manner, telling, topical
from sayso.attribute.statements.own_voice import clauses, own_voice
from sayso.attribute.statements.partition import EMPTY, FREE, REPORTING, silence, stretches, take
from sayso.attribute.statements.unsaid import unsaid
from sayso.attribute.tagger.tagger import Tagging
from schemas import Sourcing, Span, Statement


def statements(
    parsed: ParsedArticle, drafts: Sequence[Draft], chains: Chains, tagging: Tagging
) -> tuple[Statement, ...]:
    """All statements, in text order.

    1. each draft's content is its own, less what stands in a report within it; 2. sources, cues and named relays are
    reporting clauses; 3. what is left of a sentence is the article's own voice, if it can stand for a claim.
    """
    owner = np.zeros(len(parsed.text), np.int32)
    silence(parsed, owner)
    found = {id(d): chains.found(d) for d in sorted(drafts, key=_told_at) if d.content}
    ordered = outermost_first(drafts)
    nothing = _or_around(ordered, lambda draft: topical(parsed, draft) or unsaid(parsed, draft))
    reported = [d for d in ordered if found.get(id(d)) and not names_source(parsed, d) and d not in nothing]
    told = {draft: telling(parsed, draft) for draft in ordered}
    spoken = _or_around(ordered, lambda draft: told[draft].mode == "speech")
    for number, draft in enumerate(reported, start=1):
        take(owner, draft.content, number)
        named = [] if draft.inherited else draft.source
        take(owner, [*named, *draft.cue, *chains.carriers.get(id(draft), [])], REPORTING)
    for draft in drafts:
        if draft.source and not draft.content:
            take(owner, [*draft.source, *draft.cue], EMPTY, only=FREE)
    for draft in drafts:
        if names_source(parsed, draft):
            take(owner, draft.content, REPORTING, only=FREE)
    outer = {id(draft.parent) for draft in reported if draft.parent is not None}
    made = []
    for number, draft in enumerate(reported, start=1):
        places = list(stretches(parsed, owner, number, draft.content))
        if id(draft) in outer and not draft.verbatim:
            places = clauses(parsed, places)
        sourcing: Sourcing = "sourced" if draft in spoken else "none-given"
        for part in _parts(parsed, draft, places):
            made.append(_reported(parsed, draft, part, found[id(draft)], told[draft], sourcing))
    sourceless = [draft for draft in drafts if draft.content and not found[id(draft)]]
    made += own_voice(parsed, owner, sourceless, tagging)
    return tuple(continued(parsed, sorted(made, key=lambda statement: statement.spans[0].start)))


def outermost_first(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that report something, those that stand in the fewest others first, else in their order."""
    depths: dict[Draft, int] = {}
    for draft in drafts:
        line, at = [], draft if draft.content else None
        while at is not None and at not in depths:
            line.append(at)
            at = at.parent
        depth = depths[at] + 1 if at is not None else 0
        depths |= {one: depth + number for number, one in enumerate(reversed(line))}
    return sorted((draft for draft in drafts if draft.content), key=depths.__getitem__)


def _or_around(drafts: Sequence[Draft], holds: Callable[[Draft], bool]) -> set[Draft]:
    """The drafts (outermost first) of which something holds, or holds of one that they stand in.

    Within a report by which nobody says anything, nobody does; a wish within a speech is as sourced as the speech.
    """
    out: set[Draft] = set()
    for draft in drafts:
        if draft.parent in out or holds(draft):
            out.add(draft)
    return out


def _told_at(draft: Draft) -> tuple[int, int]:
    """Text order by the reporting clause, so that what points back finds what stands before it."""
    return draft.cue[0] if draft.cue else (draft.start, draft.end)


def _parts(parsed: ParsedArticle, draft: Draft, places: Sequence[Range]) -> Iterator[list[Range]]:
    """The stretches of a content that stand together: in one sentence, in one turn, or quoted without a break."""
    part: list[Range] = []
    for place in sorted(places):
        if part and not (draft.verbatim or _together(parsed, part[-1], place)):
            yield part
            part = []
        part.append(place)
    if part:
        yield part


def _together(parsed: ParsedArticle, a: Range, b: Range) -> bool:
    if parsed.sentence(a)[1] > b[0]:
        return True
    quoted = parsed.quoted(a) > 0.5 and parsed.quoted(b) > 0.5
    return quoted and not any(c.isalnum() for c in parsed.text[a[1] : b[0]])


def _carried_over(parsed: ParsedArticle, draft: Draft, places: Sequence[Range]) -> bool:
    """Whether no part of the reporting clause stands in the sentences of these stretches."""
    start, end = parsed.sentence((places[0][0], places[-1][1]))
    return bool(draft.cue) and not any(start <= cue[0] < end for cue in draft.cue)


def _reported(
    parsed: ParsedArticle,
    draft: Draft,
    places: Sequence[Range],
    found: Sequence[Found],
    told: Telling,
    sourcing: Sourcing,
) -> Statement:
    hops = [one.hop for one in found]
    how = "direct" if draft.verbatim else manner(parsed, places)
    if _carried_over(parsed, draft, places):
        hops = [hop.model_copy(update={"inherited": True}) for hop in hops]
        if how == "indirect" and sourcing == "sourced":
            sourcing = "undetermined"
    return Statement(
        article=parsed.article.id,
        spans=tuple(parsed.span(place) for place in sorted(places)),
        chain=chain(parsed.article, hops),
        sourcing=sourcing,
        mode=told.mode,
        manner=how,
        polarity=told.polarity,
        stance=told.stance,
        hedge=hedge(parsed, places[0]),
        occasion=told.occasion,
        cue=parsed.span(parsed.trimmed(draft.cue[0])) if draft.cue else None,
        confidence=confidence(of_statement(draft, found, told.mode == "attitude")),
    )


def spans_of(parsed: ParsedArticle, places: Sequence[Range]) -> tuple[Span, ...]:
    """Ranges as spans, trimmed, without empty ones."""
    trimmed = (parsed.trimmed(place) for place in places)
    return tuple(parsed.span(place) for place in trimmed if place[0] < place[1])
