"""Claims in memory, looked up as a snapshot of a ledger looks them up."""

from __future__ import annotations

from collections.abc import Iterable

from schemas import PublishedClaim


class ClaimsInMemory:
    """These claims, by their ids; each may be asked for once at a time."""

    def __init__(self, claims: Iterable[PublishedClaim]) -> None:
        self._claims = {claim.id: claim for claim in claims}

    def article_ids(self, claims: Iterable[str]) -> dict[str, str]:
        """The id of the article of each of these claims."""
        return {claim: self._claims[claim].claim.article for claim in claims if claim in self._claims}

    def published_claims(self, claims: Iterable[str]) -> list[PublishedClaim]:
        """These claims; AssertionError for one that is asked for twice."""
        asked = list(claims)
        assert len(set(asked)) == len(asked)
        return [self._claims[claim] for claim in asked if claim in self._claims]
