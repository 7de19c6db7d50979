"""Divides the text: every word is in one statement, in a reporting clause, or in a segment without claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from sayso.attribute.confidence import confidence
from sayso.attribute.draft import Draft
from sayso.attribute.grammar import names_source
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.relays import DraftChain
from sayso.attribute.statements.continuations import mark_continuations
from sayso.attribute.statements.how_reported import HowReported, hedge, how_reported, topical
from sayso.attribute.statements.manner import manner
from sayso.attribute.statements.own_voice import clauses, own_voice
from sayso.attribute.statements.partition import EMPTY, FREE, REPORTING, Owner, assign, mark_silent, stretches
from sayso.attribute.statements.statement_features import statement_evidence
from sayso.attribute.statements.unsaid import unsaid
from sayso.attribute.statements.whole_chain import whole_chain
from sayso.attribute.tagger.tagger import Tagging
from schemas import Sourcing, Span, Statement


def statements(
    parsed: ParsedArticle, drafts: Sequence[Draft], chains: Sequence[DraftChain], tagging: Tagging
) -> tuple[Statement, ...]:
    """All statements of an article, in text order; `chains`: the chain of each draft.

    1. A draft's content is its own, without the reports within it; 2. sources, cues and named relays are reporting
    clauses; 3. what is left of a sentence is in the article's own voice, if it can be a claim.
    """
    ordered = outermost_first(drafts)
    how = {i: how_reported(parsed, drafts[i]) for i in ordered}
    not_said = _with_nested(drafts, ordered, lambda i: topical(parsed, drafts[i]) or unsaid(parsed, drafts[i]))
    spoken = _with_nested(drafts, ordered, lambda i: how[i].mode == "speech")
    reported = [i for i in ordered if chains[i].hops and not names_source(parsed, drafts[i]) and i not in not_said]
    owner = _partition(parsed, drafts, chains, reported)
    outer = {drafts[i].parent for i in reported}
    made = []
    for number, i in enumerate(reported, start=1):
        draft = drafts[i]
        places = list(stretches(parsed, owner, number, draft.content))
        if i in outer and not draft.verbatim:
            places = clauses(parsed, places)
        sourcing: Sourcing = "sourced" if i in spoken else "none-given"
        for part in _parts(parsed, draft, places):
            made.append(_reported(parsed, draft, part, chains[i], how[i], sourcing))
    sourceless = [draft for draft, chain in zip(drafts, chains, strict=True) if draft.content and not chain.hops]
    made += own_voice(parsed, owner, sourceless, tagging)
    return tuple(mark_continuations(parsed, sorted(made, key=lambda statement: statement.spans[0].start)))


def _partition(
    parsed: ParsedArticle, drafts: Sequence[Draft], chains: Sequence[DraftChain], reported: Sequence[int]
) -> Owner:
    """The owner of each character; the first of the `reported` drafts has the number 1, inner ones come after outer."""
    owner = np.zeros(len(parsed.text), np.int32)
    mark_silent(parsed, owner)
    for number, i in enumerate(reported, start=1):
        draft = drafts[i]
        assign(owner, draft.content, number)
        named = () if draft.inherited else draft.source
        assign(owner, [*named, *draft.cue, *chains[i].carriers], REPORTING)
    for draft in drafts:
        if draft.source and not draft.content:
            assign(owner, [*draft.source, *draft.cue], EMPTY, only=FREE)
    for draft in drafts:
        if names_source(parsed, draft):
            assign(owner, draft.content, REPORTING, only=FREE)
    return owner


def outermost_first(drafts: Sequence[Draft]) -> list[int]:
    """The numbers of the drafts with content, those nested in the fewest others first, else in their order."""
    depths: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        line: list[int] = []
        at = number if draft.content else None
        while at is not None and at not in depths:
            line.append(at)
            at = drafts[at].parent
        depth = depths[at] + 1 if at is not None else 0
        depths |= {i: depth + above for above, i in enumerate(reversed(line))}
    return sorted((i for i, draft in enumerate(drafts) if draft.content), key=depths.__getitem__)


def _with_nested(drafts: Sequence[Draft], ordered: Sequence[int], holds: Callable[[int], bool]) -> set[int]:
    """The drafts for which `holds` is true, and all drafts nested in them; `ordered` has the outermost first.

    What is reported within an unsaid report was not said either; a wish within a speech is as sourced as the speech.
    """
    out: set[int] = set()
    for i in ordered:
        if drafts[i].parent in out or holds(i):
            out.add(i)
    return out


def _parts(parsed: ParsedArticle, draft: Draft, places: Sequence[Range]) -> Iterator[list[Range]]:
    """The stretches of a content that form one statement: in one sentence, in one turn, or quoted without a break."""
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
    """Whether the sentences of these stretches contain no part of the reporting clause."""
    start, end = parsed.sentence((places[0][0], places[-1][1]))
    return bool(draft.cue) and not any(start <= cue[0] < end for cue in draft.cue)


def _reported(
    parsed: ParsedArticle,
    draft: Draft,
    places: Sequence[Range],
    chain: DraftChain,
    how: HowReported,
    sourcing: Sourcing,
) -> Statement:
    hops = [found.hop for found in chain.hops]
    quoted = "direct" if draft.verbatim else manner(parsed, places)
    if _carried_over(parsed, draft, places):
        hops = [hop.model_copy(update={"inherited": True}) for hop in hops]
        if quoted == "indirect" and sourcing == "sourced":
            sourcing = "undetermined"
    if draft.open and sourcing == "sourced":
        sourcing = "undetermined"
    return Statement(
        article=parsed.article.id,
        spans=tuple(parsed.span(place) for place in sorted(places)),
        chain=whole_chain(parsed.article, hops),
        sourcing=sourcing,
        mode=how.mode,
        manner=quoted,
        polarity=how.polarity,
        stance=how.stance,
        hedge=hedge(parsed, places[0]),
        occasion=how.occasion,
        cue=parsed.span(parsed.trimmed(draft.cue[0])) if draft.cue else None,
        confidence=confidence(statement_evidence(draft, chain, how.mode == "attitude")),
    )


def spans_of(parsed: ParsedArticle, places: Sequence[Range]) -> tuple[Span, ...]:
    """The places as trimmed spans, without empty ones."""
    trimmed = (parsed.trimmed(place) for place in places)
    return tuple(parsed.span(place) for place in trimmed if place[0] < place[1])
