"""Who says what in one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.confidence import confidence
from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.relays import chains_of
from sayso.attribute.sources.resolve import SourceResolver
from sayso.attribute.spans.asides import with_asides
from sayso.attribute.spans.assemble import assemble
from sayso.attribute.spans.attribution_features import LEAST_CONFIDENCE, attribution_evidence
from sayso.attribute.spans.containment import with_parents
from sayso.attribute.spans.embedded_reports import with_embedded_reports
from sayso.attribute.spans.gapped import with_gapped_reports
from sayso.attribute.spans.lost_contents import reclaim_contents
from sayso.attribute.spans.placed_quotations import place_quotations
from sayso.attribute.spans.repair import repair
from sayso.attribute.spans.told_stories import with_stories
from sayso.attribute.spans.transcripts import with_turns
from sayso.attribute.spans.unattributed_quotations import inherit_sources
from sayso.attribute.statements.how_reported import how_reported
from sayso.attribute.statements.statements import spans_of, statements
from sayso.attribute.tagger.tagger import Tagger, Tagging
from sayso.registry import Registry
from schemas import Article, Attribution, Segmentation, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc


def attribute(
    article: Article, doc: Doc, segmentation: Segmentation, tagger: Tagger, registry: Registry
) -> tuple[tuple[Attribution, ...], tuple[Statement, ...]]:
    """The attributions of an article and the statements made of them, both in text order.

    1. The tagger's fragments; 2. assembled into drafts; 3. repaired by the parse, continued quotations given their
    source, transcripts cut into turns, and the improbable dropped; 4. reports within reports; 5. chains, whose names
    `registry` resolves; 6. the text divided into statements.
    """
    parsed = ParsedArticle(article, doc, segmentation, registry)
    tagging = tagger.tag(article.text, doc)
    drafts = nested(parsed, with_turns(parsed, probable(parsed, drafted(parsed, tagging))))  # 1 to 4
    found = chains_of(parsed, drafts, SourceResolver(parsed))  # 5
    return tuple(_attributions(parsed, drafts)), statements(parsed, drafts, found, tagging)  # 6


def drafted(parsed: ParsedArticle, tagging: Tagging) -> list[Draft]:
    """The spans of possible attributions, before their sources are resolved."""
    placed = place_quotations(parsed, repair(parsed, assemble(parsed.text, tagging.fragments)))
    drafts = inherit_sources(parsed, placed)
    return with_asides(parsed, reclaim_contents(parsed, drafts))


def probable(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with their confidence, without the improbable ones."""
    weighed = [replace(draft, confidence=_sureness(parsed, draft)) if draft.content else draft for draft in drafts]
    return [draft for draft in weighed if not draft.content or draft.confidence >= LEAST_CONFIDENCE]


def _sureness(parsed: ParsedArticle, draft: Draft) -> float:
    return draft.placing.value if draft.placing is not None else confidence(attribution_evidence(parsed, draft))


def nested(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts and the reports found within their contents; each names its parent by number."""
    embedded = with_embedded_reports(parsed, with_parents(parsed, drafts))
    return with_gapped_reports(parsed, with_stories(parsed, embedded))


def _attributions(parsed: ParsedArticle, drafts: Sequence[Draft]) -> Iterator[Attribution]:
    """Drafts as attributions, outer ones first, because an attribution refers to its parent's id."""
    made: dict[int, Attribution] = {}
    for number in sorted(range(len(drafts)), key=lambda i: (drafts[i].start, -drafts[i].end)):
        if drafts[number].content:
            _make(parsed, drafts, number, made)
    yield from made.values()


def _make(parsed: ParsedArticle, drafts: Sequence[Draft], number: int, made: dict[int, Attribution]) -> None:
    """Make a draft's attribution, after those of the drafts that contain it."""
    line = [number]
    while (parent := drafts[line[-1]].parent) is not None and parent not in made:
        line.append(parent)
    for i in reversed(line):
        if i not in made and (content := spans_of(parsed, drafts[i].content)):
            made[i] = _made(parsed, drafts[i], content, made)


def _made(parsed: ParsedArticle, draft: Draft, content: tuple[Span, ...], made: dict[int, Attribution]) -> Attribution:
    parent = made.get(draft.parent) if draft.parent is not None else None
    return Attribution(
        article=parsed.article.id,
        source=spans_of(parsed, draft.source),
        cue=spans_of(parsed, draft.cue),
        content=content,
        parent=parent.id if parent else None,
        confidence=draft.confidence,
        **how_reported(parsed, draft)._asdict(),
    )
