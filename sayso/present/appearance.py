"""What to call an article, and where and when it appeared, in words."""

from __future__ import annotations

from sayso.present.numbers import day
from schemas import Article

OPENING = 80
"""Characters of an article's beginning that stand for a missing title."""


def appearance(outlet: str | None, published: str | None, file: str) -> str:
    """Its outlet and its day, as far as they are known, and the file that it was read from."""
    return " · ".join([outlet or "outlet not known", day(published) if published else "date not known", file])


def title_or_opening(article: Article) -> str:
    """Its title; without one, how its text begins."""
    return article.title or article.text.strip().partition("\n")[0][:OPENING]
