"""What a person judged."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from schemas.record import Record, Words

Judgement = Literal["confirm", "reject", "accept", "reopen", "correct"]
"""`correct` never had an effect and is no longer made; an older ledger may contain it."""

JUDGEMENTS: tuple[Judgement, ...] = ("confirm", "reject", "accept", "reopen")
"""The judgements that a person can make."""


class Decision(Record):
    """A judgement on one thing (`about`: its id, and `version`: its digest at that time), why, by whom and when.

    `id` is random: the same person may judge the same thing twice.
    """

    id: str
    about: str
    version: str
    judgement: Judgement
    why: Words = Field(min_length=1)
    by: str = Field(min_length=1)
    at: AwareDatetime
    signature: str | None = None
