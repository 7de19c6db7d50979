"""Vertex-disjoint paths by maximum flow, and the minimum cut that limits them.

By Menger's theorem the largest number of vertex-disjoint paths from a source to a sink is the smallest number of
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
"""After this many flows the largest number found so far is used, which is never too large."""


class _End(NamedTuple):
    name: str


_SOURCE, _SINK = _End("source"), _End("sink")


def disjoint(paths: Sequence[Through[V]]) -> list[Through[V]]:
    """The largest selection of `paths` of which no two share a vertex; earlier paths are preferred.

    Where paths meet, a flow may go in by one and out by another: a path that no text states. Then each way to reach
    that vertex is tried in turn without the others, as long as the flow, which is never less than the number sought,
    can still exceed the best number found.
    """
    kernel = _kernel(paths)
    if len(kernel) == 1:
        return list(kernel.values())
    best = _most(list(kernel), 0, count())
    return [kernel[path] for path in best]


def cut(paths: Sequence[Through[V]]) -> list[V]:
    """A minimum cut of `paths`, the one nearest to the origins, in the order of the paths."""
    network = _network(paths)
    _, (reached, _) = nx.minimum_cut(network, _SOURCE, _SINK)
    found = {v: None for path in paths for v in path if (v, "in") in reached and (v, "out") not in reached}
    return list(found)


def _kernel(paths: Sequence[Through[V]]) -> dict[Through[V], Through[V]]:
    """The paths reduced to their shared vertices (or their end), each with a path that it represents.

    A path through all vertices of another is left out: in any selection the other can take its place.
    """
    ordered = list(dict.fromkeys(paths))
    uses = Counter(vertex for path in ordered for vertex in set(path))
    short = {path: tuple(v for v in path if uses[v] > 1) or path[-1:] for path in ordered}
    kept: dict[Through[V], Through[V]] = {}
    for path in sorted(ordered, key=lambda path: len(short[path])):
        if not any(set(other) <= set(short[path]) for other in kept):
            kept[short[path]] = path
    return kept


def _most(paths: list[Through[V]], enough: int, tries: Iterator[int]) -> list[Through[V]]:
    """The largest selection of disjoint paths; none unless it has more than `enough`."""
    if next(tries) > _TRIES:
        return _greedily(paths) if len(_greedily(paths)) > enough else []
    walks = _walks(paths)
    if len(walks) <= enough:
        return []
    walked = [next((path for path in paths if set(path) <= set(walk)), None) for walk in walks]
    if all(walked):
        return [path for path in walked if path]
    meeting = _meeting(walks[walked.index(None)], paths)
    best: list[Through[V]] = []
    for lead in sorted({_lead(path, meeting) for path in paths if meeting in path}):
        some = [path for path in paths if meeting not in path or _lead(path, meeting) == lead]
        best = _most(some, max(enough, len(best)), tries) or best
    return best


def _greedily(paths: Sequence[Through[V]]) -> list[Through[V]]:
    """Disjoint paths chosen greedily, in the order given."""
    taken: list[Through[V]] = []
    for path in paths:
        if not any(set(path) & set(other) for other in taken):
            taken.append(path)
    return taken


def _meeting(walk: Through[V], paths: Sequence[Through[V]]) -> V:
    """The vertex at which a walk leaves all paths that begin like it."""
    for at in range(2, len(walk) + 1):
        if not any(path[:at] == walk[:at] for path in paths):
            return walk[at - 2]
    return walk[-1]


def _lead(path: Through[V], vertex: V) -> Through[V]:
    return path[: path.index(vertex)]


def _network(paths: Sequence[Through[V]]) -> nx.DiGraph:
    """The flow network of the paths, in which every vertex is an edge of capacity 1."""
    network: nx.DiGraph = nx.DiGraph()
    network.add_nodes_from((_SOURCE, _SINK))
    for path in paths:
        network.add_edges_from(((v, "in"), (v, "out"), {"capacity": 1}) for v in path)
        network.add_edge(_SOURCE, (path[0], "in"))
        network.add_edges_from(((a, "out"), (b, "in")) for a, b in pairwise(path))
        network.add_edge((path[-1], "out"), _SINK)
    return network


def _walks(paths: Sequence[Through[V]]) -> list[Through[V]]:
    """The vertices on each unit of a maximum flow, from source to sink."""
    _, flow = nx.maximum_flow(_network(paths), _SOURCE, _SINK)
    walks = []
    for start in [node for node, units in flow[_SOURCE].items() if units]:
        node, walk = start, []
        while node != _SINK:
            if node[1] == "in":
                walk.append(node[0])
            node = next(after for after, units in flow[node].items() if units)
        walks.append(tuple(walk))
    return walks
