"""One claim: everything known of it, its links, and the origins it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sayso.desk.id_lookup import one_claim
from sayso.ledger import Snapshot
from sayso.present.decisions import LinkDecisions
from sayso.registry import Registry
from sayso.report import CLUSTER, SENTENCE
from schemas import Dossier, Link, Origins, PublishedClaim

SCHEMA = 1
"""The version of what `as_json` returns."""


class ShownClaim(NamedTuple):
    """A claim, and the origins of all claims that say the same."""

    dossier: Dossier
    origins: Origins


def show(snapshot: Snapshot, claim: str, registry: Registry) -> ShownClaim:
    """The claim with this id or the beginning of one; the id of a sentence or a cluster means one of its claims.

    Raises `UsageError` for none and for several.
    """
    beginning = claim.strip().lower().removeprefix(SENTENCE).removeprefix(CLUSTER)
    dossier = snapshot.dossier(one_claim(snapshot, beginning))

    from sayso.desk.linking import origins_of  # imported here: no refusal needs the linking code

    return ShownClaim(dossier, origins_of(snapshot, dossier.claim.id, registry))


def linked(dossier: Dossier) -> Iterator[tuple[Link, PublishedClaim]]:
    """The claim's links, each with the claim at its other end.

    Leaves out links that a person rejected, and links to claims on the same words of the same article, which older
    versions made.
    """
    decisions = LinkDecisions(dossier.decisions)
    for link, other in zip(dossier.links, dossier.others, strict=True):
        if not decisions.rejected(link) and not dossier.claim.overlaps(other.claim):
            yield link, other


def drawing(snapshot: Snapshot, origins: Origins, registry: Registry) -> str:
    """An SVG from the origins over the relays to the pages that print the claim."""
    from sayso.desk.linking import joined, text_notes
    from sayso.link.origins import draw

    claims = tuple(snapshot.published_claims(origins.claims))
    articles = sorted({claim.publication.article for claim in claims})
    notes = joined(text_notes(article, registry) for article in snapshot.articles_of(articles))
    return draw(claims, snapshot.derivations_of(articles), *notes, origins, registry)


def as_json(shown: ShownClaim) -> dict[str, Any]:
    """What is known of the claim, without its article's text; each link with its status and its other end."""
    dossier = shown.dossier
    decisions = LinkDecisions(dossier.decisions)
    links = [
        {"id": link.id, **link.model_dump(mode="json"), "status": decisions.status(link), "other": _published(other)}
        for link, other in linked(dossier)
    ]
    known = dossier.model_dump(
        mode="json", include={"entry", "capture", "engine", "paragraph", "decisions"}, exclude={"capture": {"raw"}}
    )
    origins = shown.origins.model_dump(mode="json")
    return {"schema": SCHEMA, **_published(dossier.published_claim), **known, "origins": origins, "links": links}


def _published(claim: PublishedClaim) -> dict[str, Any]:
    return {"id": claim.id, **claim.model_dump(mode="json")}
