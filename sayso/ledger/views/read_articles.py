"""Whole articles with their adopted extractions."""

from __future__ import annotations

from typing import NamedTuple

from sayso.ledger.entries.contents import ExtractionContent
from sayso.ledger.entries.reader import ContentReader
from schemas import Article, Capture, Extraction


class ReadArticle(NamedTuple):
    """An article with its capture and one extraction."""

    capture: Capture
    article: Article
    extraction: Extraction


def read_article(reader: ContentReader, number: int) -> ReadArticle:
    """The extraction in entry `number`, with the article it was read from."""
    content = extraction_content(reader, number)
    captured = reader.captured(content.read_from)
    if captured.article is None:
        raise TypeError(f"expected an article in entry {content.read_from}")
    return ReadArticle(captured.capture, captured.article, content.extraction)


def extraction_content(reader: ContentReader, number: int) -> ExtractionContent:
    """What entry `number` holds, which must be an extraction."""
    content = reader.content(number)
    if not isinstance(content, ExtractionContent):
        raise TypeError(f"expected an extraction in entry {number}")
    return content
