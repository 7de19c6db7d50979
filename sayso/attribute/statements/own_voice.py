"""Statements in the article's own voice: the sentences and clauses that are part of no report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.attribute.confidence import confidence
from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.statements.how_reported import hedge, how_reported
from sayso.attribute.statements.manner import manner
from sayso.attribute.statements.partition import FREE, REPORTING, Owner, assign, release, stretches
from sayso.attribute.statements.statement_features import own_voice_evidence
from sayso.attribute.statements.whole_chain import whole_chain
from sayso.attribute.tagger.tagger import Tagging
from schemas import Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE = 3
"""The fewest words of a clause that is a statement of its own beside a report."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def own_voice(
    parsed: ParsedArticle, owner: Owner, sourceless: Sequence[Draft], tagging: Tagging
) -> Iterator[Statement]:
    """The statements without a source; `sourceless`: the reports that name none ("it is alleged that ...")."""
    alleged = {parsed.sentence(draft.cue[0]): draft for draft in sourceless if draft.cue}
    for segment in parsed.segmentation.segments:
        place = segment.span.range
        if not segment.claims or (segment.kind == "caption" and not _asserts(parsed, place)):
            continue
        release(owner, place)
        whole = not (owner[place[0] : place[1]] != FREE).any()
        free = list(stretches(parsed, owner, FREE, [place]))
        if not free and whole and len(segment.span.words.split()) >= _CLAUSE:
            free = [place]
        if not free:
            continue
        kept = free if whole else clauses(parsed, free)
        if not kept:
            assign(owner, [place], REPORTING, only=FREE)
            continue
        yield _statement(parsed, kept, alleged.get(place), confidence(own_voice_evidence(parsed, kept, tagging)))


def _statement(parsed: ParsedArticle, places: Sequence[Range], report: Draft | None, sure: float) -> Statement:
    """A statement in the article's own voice, with stance, polarity and cue of a `report` in it without a source."""
    found = next((h for place in places if (h := hedge(parsed, place))), None)
    how = how_reported(parsed, report) if report is not None else None
    doubted = found is not None or (how is not None and how.stance == "doubt")
    return Statement(
        article=parsed.article.id,
        spans=tuple(parsed.span(place) for place in places),
        chain=whole_chain(parsed.article, ()),
        sourcing="none-given",
        stance="doubt" if doubted else "neutral",
        polarity=how.polarity if how is not None else "affirmed",
        cue=parsed.span(parsed.trimmed(report.cue[0])) if report is not None else None,
        manner=None if parsed.quoted(places[0]) < 0.05 else manner(parsed, places),
        hedge=found,
        confidence=sure,
    )


def _asserts(parsed: ParsedArticle, place: Range) -> bool:
    return any(token.tag_ in _FINITE for token in parsed.tokens(place))


def clauses(parsed: ParsedArticle, free: Sequence[Range]) -> list[Range]:
    """The stretches, among those left of a sentence or content, that have their own verb and subject."""
    return [place for place in free if _sentence_like(parsed, place)]


def _sentence_like(parsed: ParsedArticle, place: Range) -> bool:
    words = parsed.tokens(place)
    return sum(token.is_alpha for token in words) >= _CLAUSE and any(_predicates(token, place) for token in words)


def _predicates(token: Token, place: Range) -> bool:
    if token.tag_ not in _FINITE:
        return False
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")]
    subjects += [c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")] if verb.dep_ == "conj" else []
    return place[0] <= verb.idx < place[1] and any(place[0] <= s.idx < place[1] for s in subjects)
