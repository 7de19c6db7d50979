"""How two claims relate."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Self

from pydantic import model_validator

from schemas.record import Confidence, Record, Words, hash_of

Relation = Literal["repeats", "corroborates", "qualifies", "conflicts", "updates", "denies"]


class Signal(Record):
    """One small named score, with the sentence that a reviewer reads."""

    name: str
    score: Confidence
    sentence: Words


class Link(Record):
    """A relation between two claims (ids), in either order, with the evidence for it.

    `one_origin`: whether both lead back to one origin; None where that is not known. `earlier`: the id of the claim
    that was made, or holds, first; None where the dates do not show it ("order unknown").
    """

    a: str
    b: str
    relation: Relation
    confidence: Confidence
    signals: tuple[Signal, ...] = ()
    one_origin: bool | None = None
    earlier: str | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.a == self.b:
            raise ValueError(f"expected two claims, found {self.a} twice")
        if self.earlier not in {None, self.a, self.b}:
            raise ValueError(f"expected one of {self.a} and {self.b} as the earlier, found {self.earlier}")
        return self

    @cached_property
    def id(self) -> str:
        """Hash of the unordered pair."""
        return hash_of("link", *sorted((self.a, self.b)))
