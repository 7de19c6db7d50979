"""From which articles and wires the text of an article may come."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from sayso.link.origins.actors import Actor, of_credit
from sayso.registry import Registry
from schemas import Credit, Derivation


class SourcesOfText:
    """Who copied whom: an edge from each article to the one its text may come from, both ways where no date tells.

    Who is meant by a credit is read by `registry`.
    """

    def __init__(self, derivations: Iterable[Derivation], credited: Iterable[Credit], registry: Registry) -> None:
        self.registry = registry
        self._from: nx.DiGraph = nx.DiGraph()
        for one in derivations:
            pairs = [(one.a, one.b), (one.b, one.a)]
            self._from.add_edges_from(pair for pair in pairs if one.earlier is None or pair[1] == one.earlier)
        self._before: dict[str, frozenset[str]] = {}
        self._credits: dict[str, list[Credit]] = {}
        for credit in sorted(credited, key=lambda one: (one.article, one.name, one.share)):
            self._credits.setdefault(credit.article, []).append(credit)

    def before(self, article: str) -> frozenset[str]:
        """The other articles that the text of `article` may come from, at first or second hand."""
        if article not in self._before:
            known = article in self._from
            self._before[article] = frozenset(nx.descendants(self._from, article)) if known else frozenset()
        return self._before[article]

    def wires(self, article: str) -> dict[str, Actor]:
        """Whom `article`, and what it may come from, credit with the text; by their keys."""
        credited = [credit for one in (article, *sorted(self.before(article))) for credit in self._credits.get(one, ())]
        return {actor.key: actor for actor in (of_credit(credit, self.registry) for credit in credited)}

    def author(self, article: str) -> Actor | None:
        """Whose text `article` is by its own credit line, where the whole of it is one other's."""
        whole = [of_credit(one, self.registry) for one in self._credits.get(article, ()) if one.share == "whole"]
        return whole[0] if len({one.key for one in whole}) == 1 else None
