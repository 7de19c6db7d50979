"""What is known of one claim."""

from __future__ import annotations

from typing import Self

from schemas.article import Article, Capture
from schemas.claim import Claim
from schemas.decision import Decision
from schemas.extraction import EngineVersion
from schemas.ledger_entry import LedgerEntry
from schemas.link import Link
from schemas.origins import Origins
from schemas.publication import Publication
from schemas.published_claim import PublishedClaim
from schemas.record import Record
from schemas.segmentation import Segment
from schemas.span import Span
from schemas.statement import Statement


class Dossier(Record):
    """One claim, with everything known of it as of entry `as_of`.

    `links` are those that still stand after the decisions on them; `others` the claims at their other ends, in the
    same order. `origins` is what the claims that say the same rest on; None where nothing was linked.
    """

    as_of: int
    entry: LedgerEntry
    capture: Capture
    article: Article
    engine: EngineVersion
    statement: Statement
    claim: Claim
    segment: Segment | None
    paragraph: Span | None
    links: tuple[Link, ...] = ()
    others: tuple[PublishedClaim, ...] = ()
    origins: Origins | None = None
    decisions: tuple[Decision, ...] = ()

    @property
    def published_claim(self) -> PublishedClaim:
        """The claim as linking sees it."""
        return PublishedClaim(claim=self.claim, statement=self.statement, publication=Publication.of(self.article))

    def at_least(self, confidence: float) -> Self:
        """The same, with statements less confident than that left `undetermined`."""
        if confidence <= 0:
            return self
        others = tuple(other.at_least(confidence) for other in self.others)
        return self.model_copy(update={"statement": self.statement.at_least(confidence), "others": others})
