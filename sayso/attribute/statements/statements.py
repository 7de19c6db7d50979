"""Divides the text: every word is in one statement, in a reporting clause, or in a segment without claims."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

import numpy as np

from sayso.attribute.confidence import confidence
from sayso.attribute.draft import Draft
from sayso.attribute.grammar import names_source
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, without
from sayso.attribute.relays import DraftChain
from sayso.attribute.statements.acts import act_of
from sayso.attribute.statements.claiming import has_finite_verb
from sayso.attribute.statements.continuations import mark_continuations
from sayso.attribute.statements.how_reported import HowReported, hedge, how_reported, topical
from sayso.attribute.statements.manner import manner
from sayso.attribute.statements.own_voice import clauses, own_voice
from sayso.attribute.statements.partition import EMPTY, FREE, REPORTING, Owner, assign, mark_silent, stretches
from sayso.attribute.statements.reports import believed, is_act
from sayso.attribute.statements.statement_features import statement_evidence
from sayso.attribute.statements.unsaid import unsaid
from sayso.attribute.statements.whole_chain import whole_chain
from sayso.attribute.tagger.tagger import Tagging
from schemas import Hop, Sourcing, Span, Statement


def statements(
    parsed: ParsedArticle, drafts: Sequence[Draft], chains: Sequence[DraftChain], tagging: Tagging
) -> tuple[Statement, ...]:
    """All statements of an article, in text order; `chains`: the chain of each draft.

    1. A draft's content is its own, without the reports within it; 2. sources, cues and named relays are reporting
    clauses; 3. what is left of a sentence is in the article's own voice, if it can be a claim. What was not said, and
    acts and attitudes, are no reports: their words are the outer report's, or the article's own, with the holder.
    """
    ordered = outermost_first(drafts)
    how = {i: how_reported(parsed, drafts[i]) for i in ordered}
    not_said = _with_nested(drafts, ordered, lambda i: topical(parsed, drafts[i]) or unsaid(parsed, drafts[i]))
    naming = _naming(parsed, drafts)
    told = not_said | {i for i in ordered if is_act(parsed, drafts[i], chains[i], how[i].mode)}
    told |= {i for i in ordered if i not in naming and _only_terms(parsed, drafts[i], chains[i])}
    reported = [i for i in ordered if chains[i].hops and i not in told | naming]
    spoken = _with_nested(drafts, ordered, lambda i: not _is_belief(parsed, drafts[i], how[i]))
    owner = _partition(parsed, drafts, chains, reported, naming)
    outer = {drafts[i].parent for i in reported}
    made = []
    for number, i in enumerate(reported, start=1):
        draft = drafts[i]
        places = list(stretches(parsed, owner, number, draft.content))
        if i in outer and not draft.verbatim:
            places = clauses(parsed, places)
        for part in _parts(parsed, draft, places):
            made.append(_reported(parsed, draft, part, chains[i], how[i], is_belief=i not in spoken))
    sourceless = [draft for draft, chain in zip(drafts, chains, strict=True) if draft.content and not chain.hops]
    acts = [
        act_of(parsed, drafts[i], chains[i].hops[0].hop, how[i].mode)
        for i in ordered
        if i in told and drafts[i].parent not in told and drafts[i].cue and chains[i].hops
    ]
    made += own_voice(parsed, owner, sourceless, acts, tagging)
    return tuple(mark_continuations(parsed, sorted(made, key=lambda statement: statement.spans[0].start)))


def _is_belief(parsed: ParsedArticle, draft: Draft, how: HowReported) -> bool:
    return how.manner == "indirect" and believed(parsed, draft, how.mode)


def _partition(
    parsed: ParsedArticle,
    drafts: Sequence[Draft],
    chains: Sequence[DraftChain],
    reported: Sequence[int],
    naming: Collection[int],
) -> Owner:
    """The owner of each character; the first of the `reported` drafts has the number 1, inner ones come after outer."""
    owner = np.zeros(len(parsed.text), np.int32)
    mark_silent(parsed, owner)
    for number, i in enumerate(reported, start=1):
        draft = drafts[i]
        assign(owner, draft.content, number)
        named = () if draft.inherited else draft.source
        assign(owner, [*named, *draft.cue], REPORTING)
        assign(owner, _carriers(draft, chains[i]), EMPTY)
    for draft in drafts:
        if draft.source and not draft.content:
            assign(owner, [*draft.source, *draft.cue], EMPTY, only=FREE)
    for i in naming:
        assign(owner, drafts[i].content, REPORTING, only=FREE)
    return owner


def _naming(parsed: ParsedArticle, drafts: Sequence[Draft]) -> set[int]:
    """The drafts that only name the source of another report in their sentence: "R, citing S, reported"."""
    found = {i for i, draft in enumerate(drafts) if names_source(parsed, draft)}
    others = [draft for i, draft in enumerate(drafts) if draft.content and draft.cue and i not in found]
    beside = {parsed.sentence(draft.cue[0]) for draft in others}
    return {i for i in found if parsed.sentence(drafts[i].cue[0]) in beside or not has_finite_verb(parsed, drafts[i])}


def _carriers(draft: Draft, chain: DraftChain) -> list[Range]:
    """Where relays and terms are named; not the whole content, which a wrong parse may make a part of the terms."""
    if _beyond(draft, chain):
        return list(chain.carriers)
    return [part for carrier in chain.carriers for part in without(carrier, draft.content)]


def _beyond(draft: Draft, chain: DraftChain) -> bool:
    """Whether a content goes beyond the words that name relays and terms."""
    return any(without(place, chain.carriers) for place in draft.content)


def _only_terms(parsed: ParsedArticle, draft: Draft, chain: DraftChain) -> bool:
    """Whether a draft only tells on what terms its source spoke ("asked that their names not be published")."""
    return bool(draft.cue) and not _beyond(draft, chain) and not has_finite_verb(parsed, draft)


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

    What is reported within an unsaid report was not said either.
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


def _within(hop: Hop, draft: Draft) -> bool:
    """Whether the words that name a hop are all that a draft without a report of its own says ("citing S, that P")."""
    return hop.mention is not None and hop.mention.range in draft.content


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
    *,
    is_belief: bool,
) -> Statement:
    """The statement of a part of a draft; what is only believed, by whomever, is no more sourced than an attitude."""
    hops = [found.hop for found in chain.hops if not _within(found.hop, draft)] or [chain.hops[0].hop]
    sourcing: Sourcing = "none-given" if is_belief else "undetermined" if draft.open else "sourced"
    quoted = "direct" if draft.verbatim else manner(parsed, places)
    if _carried_over(parsed, draft, places):
        hops = [hop.model_copy(update={"inherited": True}) for hop in hops]
        if quoted == "indirect" and not is_belief:
            sourcing = "undetermined"
    return Statement(
        article=parsed.article.id,
        spans=tuple(parsed.span(place) for place in sorted(places)),
        chain=whole_chain(parsed.article, hops),
        sourcing=sourcing,
        mode="attitude" if is_belief else "speech",
        manner=quoted,
        polarity=how.polarity,
        stance=how.stance,
        hedge=hedge(parsed, places[0]),
        occasion=how.occasion,
        cue=parsed.span(parsed.trimmed(draft.cue[0])) if draft.cue else None,
        confidence=confidence(statement_evidence(draft, chain)),
    )


def spans_of(parsed: ParsedArticle, places: Sequence[Range]) -> tuple[Span, ...]:
    """The places as trimmed spans, without empty ones."""
    trimmed = (parsed.trimmed(place) for place in places)
    return tuple(parsed.span(place) for place in trimmed if place[0] < place[1])
