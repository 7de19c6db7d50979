"""What a report's dossiers hold about links, collected while they stream past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.present.decisions import LinkDecisions
from sayso.present.safe import plain
from sayso.report.linked.claim_telling import cluster_id, telling
from sayso.report.model.linked import ClaimTelling
from schemas import Dossier, Link, Origins, PublishedClaim


class GatheredLinks:
    """Linked claims, their links and origins; dossiers without links are not kept."""

    def __init__(self) -> None:
        self.decisions = LinkDecisions()
        self._own: dict[str, bool] = {}
        self._claims: dict[str, PublishedClaim] = {}
        self._files: dict[str, str] = {}
        self._links: dict[str, Link] = {}
        self._origins: dict[tuple[str, ...], Origins] = {}
        self._cluster: dict[str, tuple[str, ...]] = {}
        self._tellings: dict[str, ClaimTelling] = {}
        self._facts: dict[tuple[str, ...], str] = {}

    def take(self, dossier: Dossier, settled: bool = False) -> None:
        """Keep a dossier's links; its own claim replaces copies of it from other dossiers."""
        if not dossier.links and dossier.origins is None:
            return
        self.decisions.add(dossier.decisions)
        for other in dossier.others:
            self._claims.setdefault(other.id, other)
        self._claims[dossier.claim.id] = dossier.published_claim
        self._own[dossier.claim.id] = settled
        self._files[dossier.article.id] = dossier.capture.file
        self._links |= {link.id: link for link in dossier.links}
        if dossier.origins and dossier.claim.id not in self._cluster:  # else another claim of the cluster brought them
            claims = dossier.origins.claims
            self._origins[claims] = dossier.origins
            self._cluster |= dict.fromkeys(claims, claims)

    @property
    def origins(self) -> Iterator[Origins]:
        """The origins of each cluster."""
        yield from self._origins.values()

    def fact(self, cluster: tuple[str, ...]) -> str:
        """The id of the fact that a cluster tells."""
        if cluster not in self._facts:
            self._facts[cluster] = cluster_id(self.known(cluster))
        return self._facts[cluster]

    def rests(self, cluster: tuple[str, ...]) -> str | None:
        """On what a cluster rests; None where that was not found out."""
        origins = self._origins.get(cluster)
        return plain(origins.sentence) if origins else None

    @property
    def articles(self) -> frozenset[str]:
        """The articles (ids) of all claims."""
        return frozenset(claim.claim.article for claim in self._claims.values())

    def links(self, *relations: str) -> list[Link]:
        """The links of these relations that were not rejected and whose claims are both known.

        Links between overlapping claims of one article, which older versions made, are left out.
        """
        return [
            link
            for link in self._links.values()
            if link.relation in relations
            and link.a in self._claims
            and link.b in self._claims
            and not self.decisions.rejected(link)
            and not self._claims[link.a].claim.overlaps(self._claims[link.b].claim)
        ]

    def settled(self, claims: Iterable[str]) -> bool:
        """Whether a person settled all of these claims that the report covers (at least one)."""
        own = [self._own[claim] for claim in claims if claim in self._own]
        return bool(own) and all(own)

    def claim(self, claim_id: str) -> PublishedClaim:
        """A claim at the end of one of the `links`."""
        return self._claims[claim_id]

    def telling(self, claim: PublishedClaim) -> ClaimTelling:
        """How its article makes it, and from which file, where that is in the report; to be asked at the end."""
        if claim.id not in self._tellings:
            self._tellings[claim.id] = telling(claim, self._files.get(claim.publication.article))
        return self._tellings[claim.id]

    def known(self, claims: Iterable[str]) -> list[PublishedClaim]:
        """Those of `claims` (ids) that are known."""
        return [self._claims[claim] for claim in claims if claim in self._claims]

    def cluster(self, claim: str) -> tuple[str, ...]:
        """The claims that say the same as this one, itself included."""
        return self._cluster.get(claim, (claim,))

    def within(self, links: Iterable[Link]) -> dict[tuple[str, ...], Sequence[Link]]:
        """Those of `links` that join claims of one cluster, by cluster."""
        found: dict[tuple[str, ...], list[Link]] = {}
        for link in links:
            if (cluster := self.cluster(link.a)) == self.cluster(link.b):
                found.setdefault(cluster, []).append(link)
        return dict(found)
