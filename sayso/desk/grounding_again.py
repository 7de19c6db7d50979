"""Whether linked claims lead back to one origin, counted anew where somebody corrected a chain."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.ledger import Ledger, Snapshot
from sayso.registry import Registry
from schemas import Link, Linking


def ground_again(ledger: Ledger, since: int, registry: Registry) -> int:
    """Record the links whose `one_origin` reads otherwise by the chains corrected after entry `since`; how many.

    Their relations stay: the next run compares the claims again.
    """
    with ledger.snapshot() as snapshot:
        if not snapshot.corrections(since):
            return 0
        before = {link.id: link for link in snapshot.links_of(sorted(snapshot.touched_claims(since)), rejected=True)}
        if not before:
            return 0
        now = [link for link in _grounded(snapshot, list(before.values()), registry) if link != before[link.id]]
    if now:
        from sayso.desk.linking import linker  # imported here: few claims are linked

        ledger.append_linking(Linking(linker=linker(registry), links=tuple(now), derivations=()))
    return len(now)


def _grounded(snapshot: Snapshot, links: list[Link], registry: Registry) -> Iterator[Link]:
    from sayso.desk.linking import grounded
    from sayso.link.origins import one_origin

    claims = {claim.id: claim for claim in snapshot.published_claims({end for one in links for end in (one.a, one.b)})}
    alone = []
    for one in links:
        if {one.a, one.b} <= claims.keys():
            same = one_origin(claims[one.a], claims[one.b], registry=registry)
            alone.append(one.model_copy(update={"one_origin": same}))
    return grounded(snapshot, alone, {}, registry)
