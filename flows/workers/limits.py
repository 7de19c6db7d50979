"""What one article may cost: seconds of work, and memory. A process that goes beyond is ended by the system."""

from __future__ import annotations

from sayso.ingest import ArticleLocation
from schemas import Article

MEMORY = 4 * 2**30
"""Bytes that a process that reads may hold: three times what the longest article takes."""

LEAST = 120.0
"""Seconds for any article, the engine's start on a slow machine included."""

PATIENCE = 900.0
"""Seconds for the longest."""

SLOWER = 20.0
"""How much longer a process may take by the clock than by its work, where others work beside it."""


def to_ingest(source: ArticleLocation) -> float:
    """Seconds of work for making text of a source that is loaded: a page of 10 MB takes some 20."""
    return 10 + 6e-6 * len(source.content or b"")


def to_extract(article: Article) -> float:
    """Seconds of work for the engine: some ten times what prose takes."""
    return min(LEAST + 1e-3 * len(article.text), PATIENCE)


def to_render(source: ArticleLocation, *_: object) -> float:
    """Seconds of work for both."""
    return to_ingest(source) + min(LEAST + 1e-3 * len(source.content or b""), PATIENCE)
