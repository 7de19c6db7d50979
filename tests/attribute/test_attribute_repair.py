"""Drafts repaired by the parse."""

from __future__ import annotations

from installed import registry

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.spans.repair import repair
from sayso.language.parse import parse
from sayso.segment import paragraphs, segment
from schemas import Article


def parsed_article(text: str) -> ParsedArticle:
    blocks = paragraphs(text)
    doc = parse(text, [block.start for block in blocks])
    return ParsedArticle(Article(text=text), doc, segment(text, doc, blocks, None), registry)


def test_a_draft_without_places_is_dropped() -> None:
    assert repair(parsed_article('" " " "'), [Draft()]) == []


def test_the_source_of_according_to_is_completed() -> None:
    text = "According to a statement by the Hamburg court, the firm is broke."
    draft = Draft(source=((32, 45),), cue=((0, 12),), content=((47, 64),))
    [repaired] = repair(parsed_article(text), [draft])
    assert [text[start:end] for start, end in repaired.source] == ["a statement by the Hamburg court"]


def test_a_hearer_is_not_the_source() -> None:
    text = "The port is closed, a person familiar with the matter told Reuters."
    draft = Draft(source=((59, 66),), cue=((54, 58),), content=((0, 18),))
    [repaired] = repair(parsed_article(text), [draft])
    assert [text[start:end] for start, end in repaired.source] == ["a person familiar with the matter"]
    assert repaired.addressee == (59, 66)
