"""What changed links give to the worklist: the facts and conflicts around the claims that they touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sayso.desk.linking import clusters_of
from sayso.desk.reporting import linked_among
from sayso.desk.worklist_rows import LinkedFinding
from sayso.ledger import Snapshot
from sayso.present.decisions import AT_ODDS
from sayso.registry import Registry
from sayso.worklist import Judged, of_conflict, of_fact
from schemas import Dossier

AT_ONCE = 1000
"""Claims whose clusters are looked up together."""


class TouchedClaims(NamedTuple):
    """The claims (ids) around some that were touched, and what they give now."""

    claims: frozenset[str]
    findings: tuple[LinkedFinding, ...]


def around(snapshot: Snapshot, touched: Iterable[str], registry: Registry) -> Iterator[TouchedClaims]:
    """The facts and the confirmed conflicts around these claims, a batch of claims at a time, each once."""
    left = iter(sorted(touched))
    done: set[str] = set()
    while some := list(islice((claim for claim in left if claim not in done), AT_ONCE)):
        groups = clusters_of(snapshot, some, tuple(AT_ODDS))
        claims = frozenset(some).union(*groups.values())
        done |= claims
        dossiers = list(snapshot.dossiers_of(claims, links=True))
        yield TouchedClaims(claims, tuple(_findings(snapshot, dossiers, registry)))


def _findings(snapshot: Snapshot, dossiers: Sequence[Dossier], registry: Registry) -> Iterator[LinkedFinding]:
    claims = {dossier.claim.id: dossier.claim for dossier in dossiers}
    judged = {
        dossier.claim.id: Judged(
            id=dossier.claim.id,
            version=dossier.claim.digest,
            statement=dossier.statement.id,
            statement_version=dossier.statement.digest,
        )
        for dossier in dossiers
    }
    found = linked_among(snapshot, (one for one in dossiers if one.links), registry)
    for fact in (*found.circular, *found.single_origin):
        if fact.worded in claims:
            yield LinkedFinding(claims[fact.worded].article, fact.claims, of_fact(fact, claims, judged))
    for conflict in found.conflicts:
        ends = tuple(side.telling.claim for side in conflict.sides)
        if not conflict.suggested and not conflict.settled and ends[0] in claims:
            yield LinkedFinding(claims[ends[0]].article, ends, of_conflict(conflict, claims))
