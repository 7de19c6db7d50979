"""A claim as linking sees it."""

from __future__ import annotations

from typing import Self

from schemas.claim import Claim
from schemas.publication import Publication
from schemas.record import Record
from schemas.statement import Statement


class PublishedClaim(Record):
    """A claim, the statement that makes it (with its chain), and where it was published: what linking compares."""

    claim: Claim
    statement: Statement
    publication: Publication

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    def at_least(self, confidence: float) -> Self:
        """The same, with a statement less confident than that left `undetermined`."""
        return self.model_copy(update={"statement": self.statement.at_least(confidence)})
