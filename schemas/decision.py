"""What a person judged."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from schemas.record import Record, Words, hash_of

Judgement = Literal["confirm", "reject", "accept", "reopen", "correct"]
"""`correct` never had an effect and is no longer made; an older ledger may contain it."""

JUDGEMENTS: tuple[Judgement, ...] = ("confirm", "reject", "accept", "reopen")
"""The judgements that a person can make."""


def pair_of_articles(a: str, b: str) -> str:
    """The id of two articles (ids), in either order, as a thing that people decide on: whether both tell one story."""
    return hash_of("pair", *sorted((a, b)))


class Decision(Record):
    """A judgement on one thing (`about`: its id, and `version`: its digest at that time), why, by whom and when.

    `id` is random: the same person may judge the same thing twice. `articles`: on whether two articles tell one story,
    these two; `confirm` says that they do, `reject` that they do not and that the first is taken out of the story.
    """

    id: str
    about: str
    version: str
    judgement: Judgement
    why: Words = Field(min_length=1)
    by: str = Field(min_length=1)
    at: AwareDatetime
    signature: str | None = None
    articles: tuple[str, str] | None = None

    @model_validator(mode="after")
    def _is_about_its_articles(self) -> Self:
        if self.articles and (self.articles[0] == self.articles[1] or self.about != pair_of_articles(*self.articles)):
            raise ValueError(f"expected the id of two articles, {self.articles}, found {self.about}")
        return self
