"""Which claims say the same, by the links between them and what people decided of these."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import networkx as nx

from schemas import Link

SAME = frozenset({"repeats", "corroborates"})
"""The relations of two claims that say the same."""


def clusters(
    links: Sequence[Link], rejected: Collection[str], confirmed: Collection[str] = ()
) -> list[tuple[str, ...]]:
    """Groups of two and more claims (ids, sorted) that say the same; sorted, and the same for links in any order.

    `rejected` and `confirmed` are ids of some of the `links`. The strongest links join first, confirmed ones before all
    others; a link that would bring the two claims of a rejected one into one group, directly or over others, joins
    nothing. So a group falls apart at its weakest link.
    """
    apart = [(link.a, link.b) for link in links if link.id in rejected]
    groups: nx.utils.UnionFind[str] = nx.utils.UnionFind()
    for link in sorted(_joining(links, rejected), key=lambda one: _weakness(one, confirmed)):
        if not _reunites(groups, link, apart):
            groups.union(link.a, link.b)
    return sorted(tuple(sorted(group)) for group in groups.to_sets() if len(group) > 1)


def _joining(links: Iterable[Link], rejected: Collection[str]) -> Iterable[Link]:
    return (link for link in links if link.relation in SAME and link.id not in rejected)


def _weakness(link: Link, confirmed: Collection[str]) -> tuple[bool, float, str]:
    return link.id not in confirmed, -link.confidence, link.id


def _reunites(groups: nx.utils.UnionFind[str], link: Link, apart: Sequence[tuple[str, str]]) -> bool:
    """Whether joining the groups of a link's claims would join the claims of a rejected link."""
    joined = {groups[link.a], groups[link.b]}
    return len(joined) > 1 and any({groups[a], groups[b]} == joined for a, b in apart)
