"""Claims made in several places that rest on one origin, or go round in a circle."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.present.safe import plain
from sayso.report.linked.claim_telling import in_order
from sayso.report.linked.gathered import GatheredLinks
from sayso.report.model.linked import CLUSTER, Cluster, ClusterConcern
from schemas import Circle, Link, Origins, PublishedClaim


def single_origin(gathered: GatheredLinks) -> tuple[Cluster, ...]:
    """The clusters that several articles or carriers make and that have one independent origin; the largest first."""
    return _listed(gathered, "single-origin")


def circular(gathered: GatheredLinks) -> tuple[Cluster, ...]:
    """The clusters in which somebody cites those who cite him; the largest first."""
    return _listed(gathered, "circular")


def _listed(gathered: GatheredLinks, concern: ClusterConcern) -> tuple[Cluster, ...]:
    joining = gathered.within(gathered.links("repeats", "corroborates"))
    found = []
    for origins in gathered.origins:
        claims = in_order(gathered.known(origins.claims))
        if origins.circles if concern == "circular" else origins.independent < 2 and _several(origins, claims):
            found.append(_cluster(concern, origins, claims, joining.get(origins.claims, ()), gathered))
    return tuple(sorted(found, key=lambda one: (-len(one.claims), one.claims)))


def _several(origins: Origins, claims: Sequence[PublishedClaim]) -> bool:
    """Whether several articles (versions of one are one) or several carriers say it."""
    works = {one.publication.work or one.publication.article for one in claims}
    return len(works) > 1 or len(origins.carriers) > 1


def _cluster(
    concern: ClusterConcern,
    origins: Origins,
    claims: Sequence[PublishedClaim],
    links: Sequence[Link],
    gathered: GatheredLinks,
) -> Cluster:
    surest = max(links, key=lambda link: link.confidence, default=None)
    return Cluster(
        id=f"{CLUSTER}{claims[0].id}",
        concern=concern,
        claims=origins.claims,
        independent=origins.independent,
        sentence=plain(origins.sentence),
        circles=tuple(_round(one) for one in origins.circles) if concern == "circular" else (),
        status=gathered.decisions.joint_status(links),
        why=tuple(plain(one.sentence) for one in surest.signals) if surest else (),
        told=tuple(gathered.telling(one) for one in claims),
        settled=gathered.settled(origins.claims),
    )


def _round(circle: Circle) -> str:
    """Who cites whom, once round: "A cites B, and B cites A"."""
    names = [plain(name) for name in circle.names]
    cited = [f"{one} cites {other}" for one, other in zip(names, [*names[1:], names[0]], strict=True)]
    if len(names) == 1:
        return f"{names[0]} cites itself in the end."
    return f"{', '.join(cited[:-1])}, and {cited[-1]}."
