"""The engine, except that some articles crash it; imported by a reader's process, so it is kept minimal."""

from __future__ import annotations

import os

from flows.workers.reading import extracted
from sayso.errors import UnreadableError
from schemas import Article, Extraction


def fragile(article: Article) -> Extraction:
    """As `extracted`; a text with POISON ends the process, one with BROKEN fails."""
    if "POISON" in article.text:
        os._exit(7)
    if "BROKEN" in article.text:
        raise UnreadableError("it broke")
    return extracted(article)
