"""The whole way from an article to its extraction, in order."""

from __future__ import annotations

from functools import cache
from threading import Thread

from sayso.attribute import attribute, load
from sayso.engine import engine
from sayso.language.parse import parse
from sayso.segment import expect_english, paragraphs, segment
from sayso.split import split
from schemas import Article, Extraction

__all__ = ["engine", "extract"]


@cache
def _loading() -> Thread:
    """A thread that loads the model while the parser is loaded: a tenth of a cold start."""
    thread = Thread(target=load)
    thread.start()
    return thread


def extract(article: Article) -> Extraction:
    """Everything that this engine reads in `article`; the same for the same article, however it is called.

    1. its language: `UnreadableError` where it is not English, 2. paragraphs of the text, 3. its parse, 4. segments and
    quotations, 5. attributions, and statements with their chains, 6. claims.
    """
    expect_english(article.text)  # 1
    loading = _loading()
    blocks = paragraphs(article.text)  # 2
    doc = parse(article.text, [block.start for block in blocks])  # 3
    segmentation = segment(article.text, doc, blocks, article.title)  # 4
    loading.join()
    attributions, statements = attribute(article, doc, segmentation)  # 5
    claims = split(article, doc, statements)  # 6
    return Extraction(
        article=article.id,
        engine=engine(),
        segmentation=segmentation,
        attributions=attributions,
        statements=statements,
        claims=claims,
    )
