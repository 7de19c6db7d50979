"""A claim as linking sees it."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from schemas.article import Article
from schemas.claim import Claim
from schemas.record import Record, Words
from schemas.statement import Statement


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
        """That of an article."""
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


class Told(Record):
    """A claim, the statement that makes it (with its chain), and where it was published: what linking compares."""

    claim: Claim
    statement: Statement
    publication: Publication

    @property
    def id(self) -> str:
        """The claim's."""
        return self.claim.id

    def at_least(self, confidence: float) -> Self:
        """The same with a statement that is less sure than that left `undetermined`."""
        return self.model_copy(update={"statement": self.statement.at_least(confidence)})
