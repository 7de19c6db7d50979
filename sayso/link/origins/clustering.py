"""Which claims say the same, by the links between them and what people decided of these."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import networkx as nx

from schemas import Link

SAME = frozenset({"repeats", "corroborates"})
"""The relations of two claims that say the same."""

SURE = 0.7
"""From what confidence on a link that nobody has judged joins."""
_ENOUGH = 5
"""How many links between two groups are enough, however large they are."""


def clusters(
    links: Sequence[Link], rejected: Collection[str], confirmed: Collection[str] = ()
) -> list[tuple[str, ...]]:
    """Groups of two and more claims (ids, sorted) that say the same; sorted, and the same for links in any order.

    `rejected` and `confirmed` are ids of some of the `links`. The strongest links join first, confirmed ones before all
    others; a link that would bring the two claims of a rejected one into one group, directly or over others, joins
    nothing. So a group falls apart at its weakest link. What nobody has judged joins if it is sure enough, and if links
    lead to half of the larger group: else groups would grow over claims that are each a little like the next.
    """
    apart: dict[str, set[str]] = {}
    for link in links:
        if link.id in rejected:
            apart.setdefault(link.a, set()).add(link.b)
            apart.setdefault(link.b, set()).add(link.a)
    joining = [one for one in links if joins(one, rejected, confirmed)]
    beside = nx.Graph((one.a, one.b) for one in joining)
    groups = {claim: {claim} for claim in beside}
    for link in sorted(joining, key=lambda one: _weakness(one, confirmed)):
        one, other = groups[link.a], groups[link.b]
        if one is other or _reunites(one, other, apart):
            continue
        if link.id in confirmed or _close(beside, one, other):
            one |= other
            groups.update(dict.fromkeys(other, one))
    together = {id(group): group for group in groups.values() if len(group) > 1}
    return sorted(tuple(sorted(group)) for group in together.values())


def joins(link: Link, rejected: Collection[str], confirmed: Collection[str] = ()) -> bool:
    """Whether it may join two claims to a group: they say the same, that is sure enough, and nobody rejects it."""
    sure = link.confidence >= SURE or link.id in confirmed
    return sure and link.relation in SAME and link.id not in rejected


def _close(beside: nx.Graph[str], one: Collection[str], other: Collection[str]) -> bool:
    """Whether enough links lead from the smaller group into the larger."""
    small, large = sorted((one, other), key=len)
    links = sum(claim in large for mine in small for claim in beside[mine])
    return links >= min(_ENOUGH, (len(large) + 1) // 2)


def _weakness(link: Link, confirmed: Collection[str]) -> tuple[bool, float, str]:
    return link.id not in confirmed, -link.confidence, link.id


def _reunites(one: set[str], other: set[str], apart: Mapping[str, set[str]]) -> bool:
    """Whether joining two groups would join the claims of a rejected link."""
    small, large = sorted((one, other), key=len)
    return any(claim in apart and not apart[claim].isdisjoint(large) for claim in small)
