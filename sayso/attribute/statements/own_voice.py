"""Statements in the article's own voice: the sentences and clauses that are part of no report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.attribute.confidence import confidence
from sayso.attribute.draft import Draft
from sayso.attribute.grammar import FINITE
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, inside
from sayso.attribute.statements.acts import Act
from sayso.attribute.statements.how_reported import hedge, how_reported
from sayso.attribute.statements.manner import manner
from sayso.attribute.statements.partition import FREE, REPORTING, TOLD, Owner, assign, release, stretches
from sayso.attribute.statements.statement_features import own_voice_evidence
from sayso.attribute.statements.whole_chain import whole_chain
from sayso.attribute.tagger.tagger import Tagging
from schemas import Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE = 3
"""The fewest words of a clause that is a statement of its own beside a report."""


def own_voice(
    parsed: ParsedArticle, owner: Owner, sourceless: Sequence[Draft], acts: Sequence[Act], tagging: Tagging
) -> Iterator[Statement]:
    """The statements without a source; `sourceless`: the reports that name none ("it is alleged that ...")."""
    alleged = {parsed.sentence(draft.cue[0]): draft for draft in sourceless if draft.cue}
    by_sentence: dict[Range, list[Act]] = {}
    for act in acts:
        by_sentence.setdefault(parsed.sentence(act.draft.cue[0]), []).append(act)
    for segment in parsed.segmentation.segments:
        place = segment.span.range
        if not segment.claims or (segment.kind == "caption" and not _asserts(parsed, place)):
            continue
        release(owner, place)
        here = by_sentence.get(place, [])
        contents = [content for act in here for content in act.draft.content]
        for told, places in _statements_of(parsed, owner, segment.span, here):
            sure = confidence(own_voice_evidence(parsed, places, tagging, contents))
            yield _statement(parsed, places, alleged.get(place), told, sure)
        assign(owner, [place], REPORTING, only=FREE)


def _statements_of(
    parsed: ParsedArticle, owner: Owner, sentence: Span, acts: Sequence[Act]
) -> Iterator[tuple[Act | None, list[Range]]]:
    """The places of each statement that a sentence makes in the article's own voice, and the act that it tells.

    Nothing of it is reported: the sentence is one statement. Else each act is one, and the other clauses another.
    """
    place = sentence.range
    whole = not (owner[place[0] : place[1]] != FREE).any()
    free = list(stretches(parsed, owner, FREE, [place]))
    if whole:
        free = free or ([place] if len(sentence.words.split()) >= _CLAUSE else [])
        if free:
            yield next(iter(acts), None), free
        return
    rest = clauses(parsed, free)
    for act in acts:
        part = next((part for part in free if part[0] <= act.draft.cue[0][0] < part[1]), None)
        if part is None or not (part in rest or act.by_verb(parsed)):
            continue
        rest = [other for other in rest if other != part]
        free.remove(part)
        named = [source for source in act.draft.source if _unused(owner, source, place)]
        assign(owner, [part, *named], TOLD)
        yield act, sorted([*named, part])
    if rest:
        yield None, rest


def _unused(owner: Owner, source: Range, sentence: Range) -> bool:
    """Whether a source stands in this sentence's reporting clauses, so that an act can be told with its subject."""
    return inside(source, [sentence]) and bool((owner[slice(*source)] == REPORTING).all())


def _statement(
    parsed: ParsedArticle, places: Sequence[Range], report: Draft | None, act: Act | None, sure: float
) -> Statement:
    """A statement in the article's own voice: with stance, polarity and cue of a `report` in it without a source.

    Or with mode, holder and cue of an `act`: what is denied or doubted in what the act is about is not so in the whole.
    """
    found = next((h for place in places if (h := hedge(parsed, place))), None)
    how = how_reported(parsed, report) if report is not None and act is None else None
    doubted = found is not None or (how is not None and how.stance == "doubt")
    draft = act.draft if act is not None else report
    return Statement(
        article=parsed.article.id,
        spans=tuple(parsed.span(place) for place in places),
        chain=whole_chain(parsed.article, ()),
        sourcing="none-given",
        mode=act.mode if act is not None else "speech",
        stance="doubt" if doubted else "neutral",
        polarity=how.polarity if how is not None else "affirmed",
        cue=parsed.span(parsed.trimmed(draft.cue[0])) if draft is not None else None,
        manner=None if parsed.quoted(places[0]) < 0.05 else manner(parsed, places),
        hedge=found,
        holder=act.holder.model_copy(update={"role": "origin"}) if act is not None else None,
        confidence=sure,
    )


def _asserts(parsed: ParsedArticle, place: Range) -> bool:
    return any(token.tag_ in FINITE for token in parsed.tokens(place))


def clauses(parsed: ParsedArticle, free: Sequence[Range]) -> list[Range]:
    """The stretches, among those left of a sentence or content, that have their own verb and subject."""
    return [place for place in free if _sentence_like(parsed, place)]


def _sentence_like(parsed: ParsedArticle, place: Range) -> bool:
    words = parsed.tokens(place)
    return sum(token.is_alpha for token in words) >= _CLAUSE and any(_predicates(token, place) for token in words)


def _predicates(token: Token, place: Range) -> bool:
    if token.tag_ not in FINITE:
        return False
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")]
    subjects += [c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")] if verb.dep_ == "conj" else []
    return place[0] <= verb.idx < place[1] and any(place[0] <= s.idx < place[1] for s in subjects)
