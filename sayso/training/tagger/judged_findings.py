"""Sayso's findings in an annotated article: the evidence for each, and whether it is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.attribute.attribute import attribute, drafted, nested, probable
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.relays import chains_of
from sayso.attribute.sources.resolve import SourceResolver
from sayso.attribute.spans.attribution_features import OfAttribution, attribution_evidence
from sayso.attribute.statements.how_reported import how_reported
from sayso.attribute.statements.reports import is_act
from sayso.attribute.statements.statement_features import (
    OfOwnVoice,
    OfStatement,
    own_voice_evidence,
    statement_evidence,
)
from sayso.attribute.tagger.tagger import Tagger
from sayso.evaluate.agreement import all_agree
from sayso.evaluate.attribution_marks import outcome
from sayso.evaluate.gold_items import GoldItem
from sayso.evaluate.pairing import pair
from sayso.evaluate.standoff import Places
from sayso.evaluate.word_places import HALF, Text, dice
from sayso.language.parse import parse
from sayso.registry import Registry
from sayso.segment import paragraphs, segment
from schemas import Article

TAGGER = Tagger.installed()
REGISTRY = Registry.installed()


class JudgedItem(NamedTuple):
    """The evidence for one finding, and whether it is right."""

    evidence: OfAttribution | OfOwnVoice | OfStatement
    right: bool


def parsed_article(text: str) -> ParsedArticle:
    """The article as the engine sees it."""
    breaks = paragraphs(text)
    doc = parse(text, [place.start for place in breaks])
    return ParsedArticle(Article(text=text), doc, segment(text, doc, breaks, None), REGISTRY)


def judged_attributions(parsed: ParsedArticle, gold: Sequence[Places]) -> Iterator[JudgedItem]:
    """An attribution is right if `evaluate` pairs it with a gold one and counts its source as right."""
    text = Text(parsed.text)
    drafts = [draft for draft in drafted(parsed, TAGGER.tag(parsed.text, parsed.doc)) if draft.content]
    found = [Places(tuple(draft.source), tuple(draft.cue), tuple(draft.content)).annotation(text) for draft in drafts]
    annotated = [places.annotation(text) for places in gold]
    right = {
        matched.predicted
        for matched in pair(annotated, found)
        if outcome(annotated[matched.gold], found[matched.predicted])["attribution"]
    }
    for number, draft in enumerate(drafts):
        yield JudgedItem(attribution_evidence(parsed, draft), number in right)


def judged_own_voice(parsed: ParsedArticle, gold: Sequence[Places]) -> Iterator[JudgedItem]:
    """A sentence is the article's own if gold gives a source for no more than half of its words."""
    text = Text(parsed.text)
    said = text.words([place for marked in gold if marked.source for place in marked.content])
    tagging = TAGGER.tag(parsed.text, parsed.doc)
    _, statements = attribute(parsed.article, parsed.doc, parsed.segmentation, TAGGER, REGISTRY)
    for statement in statements:
        if statement.origin is None:
            places = [span.range for span in statement.spans]
            own = text.words(places)
            yield JudgedItem(own_voice_evidence(parsed, places, tagging), len(own & said) <= HALF * len(own))


def judged_chains(parsed: ParsedArticle, gold: Sequence[GoldItem]) -> Iterator[JudgedItem]:
    """A chain is right if it equals that of the gold content it overlaps most: every hop, and none added."""
    text = Text(parsed.text)
    drafts = nested(parsed, probable(parsed, drafted(parsed, TAGGER.tag(parsed.text, parsed.doc))))
    found = chains_of(parsed, drafts, SourceResolver(parsed))
    theirs = [(text.words([item.content]), item.chain) for item in gold]
    for draft, chain in zip(drafts, found, strict=True):
        if not chain.hops or is_act(parsed, draft, chain, how_reported(parsed, draft).mode):
            continue
        mine = text.words(draft.content)
        content, annotated = max(theirs, key=lambda their: dice(mine, their[0]), default=(frozenset(), ()))
        right = dice(mine, content) >= HALF and all_agree(annotated, [link.hop for link in chain.hops], text)
        yield JudgedItem(statement_evidence(draft, chain), right)
