"""A linked claim as its article makes it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.present.chain import who
from sayso.present.safe import plain, plain_if_any
from sayso.report.model.linked import CLUSTER, ClaimTelling
from schemas import PublishedClaim, Statement


def telling(published: PublishedClaim, file: str | None = None) -> ClaimTelling:
    """The claim's words, who says so or denies it, on what occasion, and where it was published; read from `file`."""
    claim, statement, where = published.claim, published.statement, published.publication
    return ClaimTelling(
        claim=claim.id,
        article=claim.article,
        words=plain(claim.proposition).strip(),
        who=who(statement),
        denied=statement.polarity == "denied",
        occasion=_occasion(statement),
        outlet=plain_if_any(where.outlet),
        title=plain_if_any(where.title),
        published=where.published,
        url=plain_if_any(where.url),
        file=plain_if_any(file),
    )


def in_order(claims: Iterable[PublishedClaim]) -> list[PublishedClaim]:
    """Dated claims first, earliest first; then the others in their order."""
    return sorted(claims, key=lambda claim: (claim.publication.published is None, claim.publication.published or ""))


def cluster_id(claims: Iterable[PublishedClaim]) -> str:
    """The id of a fact, a cluster of claims: by the claim that was published first."""
    return f"{CLUSTER}{in_order(claims)[0].id}"


def _occasion(statement: Statement) -> str | None:
    if statement.occasion is None:
        return None
    given = (statement.occasion.when, statement.occasion.where, statement.occasion.audience)
    return plain(", ".join(span.words for span in given if span)).strip() or None
