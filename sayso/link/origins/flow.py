"""How many ways there are that share nobody: a maximum flow, and the cut that limits it.

By Menger's theorem the largest number of vertex-disjoint ways from a source to a sink is the smallest number of
vertices that cut all of them, and by Ford and Fulkerson's it is the maximum flow where a vertex lets one unit through
(K. Menger, "Zur allgemeinen Kurventheorie", Fundamenta Mathematicae 10, 1927; L. R. Ford and D. R. Fulkerson, "Maximal
flow through a network", Canadian Journal of Mathematics 8, 1956).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import count, pairwise
from typing import NamedTuple, TypeVar

import networkx as nx

V = TypeVar("V", bound=Hashable)
Through = tuple[V, ...]

_TRIES = 200
"""After so many flows the largest number found so far stands, which is never too large."""


class _End(NamedTuple):
    name: str


_SOURCE, _SINK = _End("source"), _End("sink")


def disjoint(ways: Sequence[Through[V]]) -> list[Through[V]]:
    """The largest number of `ways` of which no two share a vertex, those that come first before others.

    A flow may go in by one way and out by another where they meet: a way that nobody told. Then each way to get to that
    vertex is tried in turn without the others, as long as the flow, which is never less than the number sought, can
    still be larger than what was found.
    """
    kernel = _kernel(ways)
    if len(kernel) == 1:
        return list(kernel.values())
    best = _most(list(kernel), 0, count())
    return [kernel[way] for way in best]


def cut(ways: Sequence[Through[V]]) -> list[V]:
    """The fewest vertices without which none of `ways` is left, nearest to the origins, in the order of the ways."""
    network = _network(ways)
    _, (reached, _) = nx.minimum_cut(network, _SOURCE, _SINK)
    found = {v: None for way in ways for v in way if (v, "in") in reached and (v, "out") not in reached}
    return list(found)


def _kernel(ways: Sequence[Through[V]]) -> dict[Through[V], Through[V]]:
    """The ways cut down to what some share (or their end), each with one that it stands for.

    A way through all that another leads through can take its place in no selection without the other doing as well.
    """
    ordered = list(dict.fromkeys(ways))
    uses = Counter(vertex for way in ordered for vertex in set(way))
    short = {way: tuple(v for v in way if uses[v] > 1) or way[-1:] for way in ordered}
    kept: dict[Through[V], Through[V]] = {}
    for way in sorted(ordered, key=lambda way: len(short[way])):
        if not any(set(other) <= set(short[way]) for other in kept):
            kept[short[way]] = way
    return kept


def _most(ways: list[Through[V]], enough: int, tries: Iterator[int]) -> list[Through[V]]:
    """More than `enough` disjoint ways, as many as there are; none where there are no more."""
    if next(tries) > _TRIES:
        return _greedily(ways) if len(_greedily(ways)) > enough else []
    paths = _paths(ways)
    if len(paths) <= enough:
        return []
    told = [next((way for way in ways if set(way) <= set(path)), None) for path in paths]
    if all(told):
        return [way for way in told if way]
    meeting = _meeting(paths[told.index(None)], ways)
    best: list[Through[V]] = []
    for lead in sorted({_lead(way, meeting) for way in ways if meeting in way}):
        some = [way for way in ways if meeting not in way or _lead(way, meeting) == lead]
        best = _most(some, max(enough, len(best)), tries) or best
    return best


def _greedily(ways: Sequence[Through[V]]) -> list[Through[V]]:
    """One way after the other that shares nobody with those before."""
    taken: list[Through[V]] = []
    for way in ways:
        if not any(set(way) & set(other) for other in taken):
            taken.append(way)
    return taken


def _meeting(path: Through[V], ways: Sequence[Through[V]]) -> V:
    """The vertex at which a path leaves all ways that it could have come by."""
    for at in range(2, len(path) + 1):
        if not any(way[:at] == path[:at] for way in ways):
            return path[at - 2]
    return path[-1]


def _lead(way: Through[V], vertex: V) -> Through[V]:
    return way[: way.index(vertex)]


def _network(ways: Sequence[Through[V]]) -> nx.DiGraph:
    """Every vertex as an edge that lets one unit through."""
    network: nx.DiGraph = nx.DiGraph()
    network.add_nodes_from((_SOURCE, _SINK))
    for way in ways:
        network.add_edges_from(((v, "in"), (v, "out"), {"capacity": 1}) for v in way)
        network.add_edge(_SOURCE, (way[0], "in"))
        network.add_edges_from(((a, "out"), (b, "in")) for a, b in pairwise(way))
        network.add_edge((way[-1], "out"), _SINK)
    return network


def _paths(ways: Sequence[Through[V]]) -> list[Through[V]]:
    """The vertices on each path of a maximum flow."""
    _, flow = nx.maximum_flow(_network(ways), _SOURCE, _SINK)
    paths = []
    for start in [node for node, units in flow[_SOURCE].items() if units]:
        node, path = start, []
        while node != _SINK:
            if node[1] == "in":
                path.append(node[0])
            node = next(after for after, units in flow[node].items() if units)
        paths.append(tuple(path))
    return paths
