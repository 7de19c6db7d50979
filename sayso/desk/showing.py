"""One claim: all that is known of it, what it is linked to, and the origins that it rests on."""

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
"""Of what `as_json` gives."""


class Shown(NamedTuple):
    """A claim, and the origins that it rests on with all that say the same."""

    dossier: Dossier
    origins: Origins


def show(snapshot: Snapshot, claim: str, registry: Registry) -> Shown:
    """The claim with this id, or enough of its beginning; for that of a sentence or a cluster one of its claims.

    `UsageError` for none and for several.
    """
    beginning = claim.strip().lower().removeprefix(SENTENCE).removeprefix(CLUSTER)
    dossier = snapshot.dossier(one_claim(snapshot, beginning))

    from sayso.desk.linking import origins_of  # it loads what links, which none of the refusals needs

    return Shown(dossier, origins_of(snapshot, dossier.claim.id, registry))


def linked(dossier: Dossier) -> Iterator[tuple[Link, PublishedClaim]]:
    """Its links, each with its other end.

    Left out are those that a person rejected, and those to claims of the same words of the same article, which older
    versions made.
    """
    decisions = LinkDecisions(dossier.decisions)
    for link, other in zip(dossier.links, dossier.others, strict=True):
        if not decisions.rejected(link) and not dossier.claim.overlaps(other.claim):
            yield link, other


def drawing(snapshot: Snapshot, origins: Origins, registry: Registry) -> str:
    """An SVG that leads from the origins over those who carried the claim to the pages that print it."""
    from sayso.link.credits import credits as credits_of
    from sayso.link.origins import draw

    claims = tuple(snapshot.published_claims(origins.claims))
    articles = sorted({claim.publication.article for claim in claims})
    found = [credit for article in snapshot.articles_of(articles) for credit in credits_of(article, registry)]
    return draw(claims, snapshot.derivations_of(articles), found, origins, registry)


def as_json(shown: Shown) -> dict[str, Any]:
    """What is known of the claim, without the text of its article; each link with its standing and its other end."""
    dossier = shown.dossier
    decisions = LinkDecisions(dossier.decisions)
    links = [
        {"id": link.id, **link.model_dump(mode="json"), "status": decisions.status(link), "other": _published(other)}
        for link, other in linked(dossier)
    ]
    ours = dossier.model_dump(
        mode="json", include={"entry", "capture", "engine", "paragraph", "decisions"}, exclude={"capture": {"raw"}}
    )
    origins = shown.origins.model_dump(mode="json")
    return {"schema": SCHEMA, **_published(dossier.published_claim), **ours, "origins": origins, "links": links}


def _published(claim: PublishedClaim) -> dict[str, Any]:
    return {"id": claim.id, **claim.model_dump(mode="json")}
