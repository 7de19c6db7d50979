"""What one article may cost: CPU seconds and memory. The system ends a process that exceeds them."""

from __future__ import annotations

from sayso.ingest import ArticleLocation
from schemas import Article

MEMORY = 4 * 2**30
"""Bytes that a reader process may use: three times what the longest article takes."""

LEAST = 120.0
"""Seconds for any article, including the engine's start on a slow machine."""

PATIENCE = 900.0
"""Seconds for the longest article."""

SLOWER = 20.0
"""How many times its CPU time a process may take by the clock, since others run beside it."""


def to_ingest(source: ArticleLocation) -> float:
    """CPU seconds for making text of a loaded source; a page of 10 MB takes some 20."""
    return 10 + 6e-6 * len(source.content or b"")


def to_extract(article: Article) -> float:
    """CPU seconds for the engine: some ten times what prose takes."""
    return min(LEAST + 1e-3 * len(article.text), PATIENCE)


def to_render(source: ArticleLocation, *_: object) -> float:
    """CPU seconds for both."""
    return to_ingest(source) + min(LEAST + 1e-3 * len(source.content or b""), PATIENCE)
