"""Clusters of claims that rest on one known origin at most, or on sources that cite each other in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.present.safe import plain
from sayso.report.linked.claim_telling import in_order
from sayso.report.linked.gathered import GatheredLinks
from sayso.report.model.linked import CLUSTER, Cluster, ClusterConcern
from schemas import Circle, Link, Origins, PublishedClaim


def single_origin(gathered: GatheredLinks) -> tuple[Cluster, ...]:
    """Clusters that several articles or relays carry, with one known independent origin at most, largest first."""
    return _listed(gathered, "single-origin")


def circular(gathered: GatheredLinks) -> tuple[Cluster, ...]:
    """Clusters in which sources cite each other in a circle, largest first."""
    return _listed(gathered, "circular")


def cluster_id(claims: Iterable[PublishedClaim]) -> str:
    """The id of a cluster of claims: by the claim that was published first."""
    return f"{CLUSTER}{in_order(claims)[0].id}"


def _listed(gathered: GatheredLinks, concern: ClusterConcern) -> tuple[Cluster, ...]:
    joining = gathered.within(gathered.links("repeats", "corroborates"))
    found = []
    for origins in gathered.origins:
        claims = in_order(gathered.known(origins.claims))
        if origins.circles if concern == "circular" else origins.independent < 2 and _several(origins, claims):
            found.append(_cluster(concern, origins, claims, joining.get(origins.claims, ()), gathered))
    return tuple(sorted(found, key=lambda cluster: (-len(cluster.claims), cluster.claims)))


def _several(origins: Origins, claims: Sequence[PublishedClaim]) -> bool:
    """Whether several articles (versions of one count once) or several relays carry it."""
    works = {claim.publication.work or claim.publication.article for claim in claims}
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
        id=cluster_id(claims),
        concern=concern,
        claims=origins.claims,
        independent=origins.independent,
        sentence=plain(origins.sentence),
        circles=tuple(_circle_in_words(circle) for circle in origins.circles) if concern == "circular" else (),
        status=gathered.decisions.joint_status(links),
        why=tuple(plain(signal.sentence) for signal in surest.signals) if surest else (),
        told=tuple(gathered.telling(claim) for claim in claims),
        settled=gathered.settled(origins.claims),
    )


def _circle_in_words(circle: Circle) -> str:
    """Who cites whom: "A cites B, and B cites A"."""
    names = [plain(name) for name in circle.names]
    steps = [f"{citing} cites {cited}" for citing, cited in zip(names, [*names[1:], names[0]], strict=True)]
    if len(names) == 1:
        return f"{names[0]} cites itself in the end."
    return f"{', '.join(steps[:-1])}, and {steps[-1]}."
