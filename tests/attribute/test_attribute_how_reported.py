"""Speech, and what is only wanted, thought or felt."""

from __future__ import annotations

import pytest
from installed import registry

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.statements.how_reported import how_reported
from sayso.language.parse import parse
from sayso.segment import paragraphs, segment
from schemas import Article


def mode_of(text: str, cue: str) -> str:
    """The mode of a report whose source is before `cue` and whose content is after it."""
    blocks = paragraphs(text)
    doc = parse(text, [block.start for block in blocks])
    parsed = ParsedArticle(Article(text=text), doc, segment(text, doc, blocks, None), registry)
    start = text.index(cue)
    end = start + len(cue)
    source = ((0, start - 1),) if start else ()
    return how_reported(parsed, Draft(source, ((start, end),), ((end + 1, len(text) - 1),))).mode


ATTITUDES = [
    ("The mayor wants to close the harbour.", "wants"),
    ("The mayor hopes that the ferry will come.", "hopes"),
    ("Voters believe that the count was fair.", "believe"),
    ("The bank is expected to raise rates.", "is expected to"),
    ("Farmers fear that the frost will return.", "fear"),
    ("The firm plans to sell two ships.", "plans"),
    ("The firm plans to announce the sale of two ships.", "plans to announce"),
    ("The judge is expected to say that the law is void.", "is expected to say"),
    ("Analysts doubt that the plan will work.", "doubt"),
    ("The minister is confident that prices will fall.", "is confident"),
    ("The minister has doubts about the bridge.", "has doubts about"),
    ("Teachers are worried that schools will close.", "are worried"),
    ("The union’s fear that wages would fall grew.", "fear"),
    ("Residents learned that the mine had closed.", "learned"),
    ("The governor opposes the new tax.", "opposes"),
    ("The governor wants “more beds” by May.", "wants"),
]
SPEECHES = [
    ("The mayor said he hopes that the ferry will come.", "said he hopes"),
    ("The mayor said that the ferry will come.", "said"),
    ("The minister expressed the hope that prices would fall.", "expressed the hope"),
    ("The minister voiced fears that prices would rise.", "voiced fears"),
    ("The envoy told reporters that he believes peace is near.", "told"),
    ("The union warned that wages would fall.", "warned"),
    ("The bank announced that it plans to raise rates.", "announced that it plans"),
    ("According to the mayor, the harbour is closed.", "According to"),
    ("The envoy thinks “we will all be gone by the time it rains”.", "thinks"),
    ("The judge ruled that the law was void.", "ruled"),
]


@pytest.mark.parametrize(("text", "cue"), ATTITUDES, ids=[cue for _, cue in ATTITUDES])
def test_wanting_thinking_and_feeling_are_attitudes(text: str, cue: str) -> None:
    assert mode_of(text, cue) == "attitude"


@pytest.mark.parametrize(("text", "cue"), SPEECHES, ids=[cue for _, cue in SPEECHES])
def test_a_feeling_that_was_uttered_is_speech(text: str, cue: str) -> None:
    assert mode_of(text, cue) == "speech"
