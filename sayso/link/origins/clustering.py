"""Clusters of claims that say the same, by the links between them and decisions about those."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import networkx as nx

from schemas import Link

SAME = frozenset({"repeats", "corroborates"})
"""The relations of two claims that say the same."""

SURE = 0.7
"""The least confidence of a link that joins without a decision."""
_ENOUGH = 5
"""How many links between two groups are enough, whatever their size."""


def clusters(
    links: Sequence[Link], rejected: Collection[str], confirmed: Collection[str] = ()
) -> list[tuple[str, ...]]:
    """Groups of two and more claims (ids, sorted) that say the same; sorted, and the same for links in any order.

    `rejected` and `confirmed` are ids of some of the `links`. The strongest links join first, confirmed ones before all
    others; a link that would bring the two claims of a rejected link into one group, directly or over others, joins
    nothing, so a group falls apart at its weakest link. A link without a decision joins if its confidence is high
    enough and links lead to half of the larger group: otherwise groups would grow along chains of slightly similar
    claims.
    """
    apart: dict[str, set[str]] = {}
    for link in links:
        if link.id in rejected:
            apart.setdefault(link.a, set()).add(link.b)
            apart.setdefault(link.b, set()).add(link.a)
    joining = [link for link in links if joins(link, rejected, confirmed)]
    beside = nx.Graph((link.a, link.b) for link in joining)
    groups = {claim: {claim} for claim in beside}
    for link in sorted(joining, key=lambda link: _weakness(link, confirmed)):
        group, other = groups[link.a], groups[link.b]
        if group is other or _reunites(group, other, apart):
            continue
        if link.id in confirmed or _close(beside, group, other):
            group |= other
            groups.update(dict.fromkeys(other, group))
    together = {id(group): group for group in groups.values() if len(group) > 1}
    return sorted(tuple(sorted(group)) for group in together.values())


def joins(link: Link, rejected: Collection[str], confirmed: Collection[str] = ()) -> bool:
    """Whether a link may join its claims: they say the same, with enough confidence, and the link is not rejected."""
    sure = link.confidence >= SURE or link.id in confirmed
    return sure and link.relation in SAME and link.id not in rejected


def _close(beside: nx.Graph[str], group: Collection[str], other: Collection[str]) -> bool:
    """Whether enough links lead from the smaller group into the larger."""
    small, large = sorted((group, other), key=len)
    links = sum(claim in large for mine in small for claim in beside[mine])
    return links >= min(_ENOUGH, (len(large) + 1) // 2)


def _weakness(link: Link, confirmed: Collection[str]) -> tuple[bool, float, str]:
    return link.id not in confirmed, -link.confidence, link.id


def _reunites(group: set[str], other: set[str], apart: Mapping[str, set[str]]) -> bool:
    """Whether joining two groups would join the claims of a rejected link."""
    small, large = sorted((group, other), key=len)
    return any(claim in apart and not apart[claim].isdisjoint(large) for claim in small)
