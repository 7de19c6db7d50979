"""What is known of an article, without its text."""

from __future__ import annotations

from datetime import datetime

from schemas.article import Article
from schemas.record import Record, Words


class Publication(Record):
    """What is known of an article, without its text. `article` is its id; None is "not known"."""

    article: str
    outlet: Words | None = None
    published: str | None = None
    title: Words | None = None
    url: Words | None = None
    work: Words | None = None

    @classmethod
    def of(cls, article: Article) -> Publication:
        """The publication of an article."""
        return cls(
            article=article.id,
            outlet=article.outlet,
            published=article.published,
            title=article.title,
            url=article.url,
            work=article.work,
        )

    @property
    def published_at(self) -> datetime | None:
        """`published` as a datetime, or None."""
        return datetime.fromisoformat(self.published) if self.published else None
