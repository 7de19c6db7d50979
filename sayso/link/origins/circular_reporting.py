"""Circular reporting: outlets that cite each other for the same claim."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, pairwise

import networkx as nx

from sayso.link.origins.accounts import Account, citing
from schemas import Circle

_LONGEST = 6
_MOST = 20
"""Longer circles, and more of them, add nothing for a reader."""


def circles(found: Iterable[Account]) -> tuple[Circle, ...]:
    """The cycles in who cites whom, each beginning with its alphabetically first name: each cites the next."""
    cites: nx.DiGraph = nx.DiGraph()
    names: dict[str, str] = {}
    for account in found:
        chain = [actor for actor in citing(account) if not actor.unnamed]
        names |= {actor.key: actor.name for actor in chain}
        cites.add_edges_from((a.key, b.key) for a, b in pairwise(chain) if a.key != b.key)
    if cites.number_of_edges() < 2:
        return ()
    rings = islice(nx.simple_cycles(_ordered(cites), length_bound=_LONGEST), _MOST)
    turned = sorted((_turned([names[key] for key in ring]) for ring in rings), key=lambda ring: (len(ring), ring))
    return tuple(Circle(names=tuple(ring)) for ring in turned)


def _ordered(cites: nx.DiGraph) -> nx.DiGraph:
    ordered: nx.DiGraph = nx.DiGraph()
    ordered.add_nodes_from(sorted(cites))
    ordered.add_edges_from(sorted(cites.edges))
    return ordered


def _turned(ring: list[str]) -> list[str]:
    at = ring.index(min(ring))
    return ring[at:] + ring[:at]
