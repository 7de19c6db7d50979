"""One claim: everything known of it, its links, and the origins it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sayso.desk.id_lookup import of_its_sentence, one_claim
from sayso.errors import UsageError
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


def show(snapshot: Snapshot, item: str, registry: Registry) -> tuple[ShownClaim, ...]:
    """The claim with this id or the beginning of one; all claims of a sentence ("s-..."), in text order.

    The id of claims that say the same ("c-...") means one of them. Raises `UsageError` for none and for several.
    """
    said = item.strip().lower()
    claim = one_claim(snapshot, said.removeprefix(SENTENCE).removeprefix(CLUSTER))
    meant = of_its_sentence(snapshot, claim) if said.startswith(SENTENCE) else [snapshot.dossier(claim)]

    from sayso.desk.linking import origins_of  # imported here: no refusal needs the linking code

    return tuple(ShownClaim(one, origins_of(snapshot, one.claim.id, registry)) for one in meant)


def one_to_draw(shown: Sequence[ShownClaim]) -> ShownClaim:
    """The one claim; `UsageError` for several, which have no origins in common."""
    if len(shown) == 1:
        return shown[0]
    listed = "; ".join(f"{one.dossier.claim.id[:12]} “{one.dossier.claim.proposition}”" for one in shown)
    raise UsageError(f"expected one claim to draw, found a sentence of {len(shown)}: give the id of one: {listed}")


def linked(dossier: Dossier) -> Iterator[tuple[Link, PublishedClaim]]:
    """The claim's links, each with the claim at its other end.

    Leaves out links that a person rejected, and links to claims on the same words of the same article, which older
    versions made.
    """
    decisions = LinkDecisions(dossier.decisions)
    for link, other in zip(dossier.links, dossier.others, strict=True):
        if not decisions.rejected(link) and not dossier.claim.overlaps(other.claim):
            yield link, other


def drawing(snapshot: Snapshot, origins: Origins, registry: Registry, *, styled: bool = True) -> str:
    """An SVG from the origins over the relays to pages that print the claim; not `styled`, to stand in a page."""
    from sayso.desk.linking import joined, text_notes
    from sayso.link.origins import draw

    claims = tuple(snapshot.published_claims(origins.claims))
    articles = sorted({claim.publication.article for claim in claims})
    notes = joined(text_notes(article, registry) for article in snapshot.articles_of(articles))
    return draw(claims, snapshot.derivations_of(articles), *notes, origins, registry, styled=styled)


def as_json(shown: Sequence[ShownClaim]) -> dict[str, Any]:
    """What is known of the claim, or of each of the `claims` of a sentence."""
    claims = [_as_json(one) for one in shown]
    return {"schema": SCHEMA, **(claims[0] if len(claims) == 1 else {"claims": claims})}


def _as_json(shown: ShownClaim) -> dict[str, Any]:
    """A claim without its article's text; each link with its status and its other end."""
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
    return {**_published(dossier.published_claim), **known, "origins": origins, "links": links}


def _published(claim: PublishedClaim) -> dict[str, Any]:
    return {"id": claim.id, **claim.model_dump(mode="json")}
