"""`SourcesOfText`: from which articles and wires the text of an article may come, and whom it introduces."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from sayso.link.origins.actors import Actor, of_credit
from sayso.link.origins.affiliations import NOBODYS, of_introduction
from sayso.link.origins.introductions import Introduction, of_name
from sayso.registry import Registry
from schemas import Credit, Derivation


class SourcesOfText:
    """A graph with an edge from each article to those its text may come from, both ways where dates do not say.

    Articles that share only parts of their texts do not come from each other; `wordings` finds the words of these.
    Credits are resolved by `registry`.
    """

    def __init__(
        self,
        derivations: Iterable[Derivation],
        credited: Iterable[Credit],
        introduced: Iterable[Introduction],
        registry: Registry,
    ) -> None:
        self.registry = registry
        self._introduced: dict[str, list[Introduction]] = {}
        for introduction in sorted(introduced):
            self._introduced.setdefault(introduction.article, []).append(introduction)
        self._from: nx.DiGraph = nx.DiGraph()
        for derivation in derivations:
            if not derivation.whole:
                continue
            pairs = [(derivation.a, derivation.b), (derivation.b, derivation.a)]
            self._from.add_edges_from(
                pair for pair in pairs if derivation.earlier is None or pair[1] == derivation.earlier
            )
        self._before: dict[str, frozenset[str]] = {}
        self._credits: dict[str, list[Credit]] = {}
        for credit in sorted(credited, key=lambda credit: (credit.article, credit.name, credit.share)):
            self._credits.setdefault(credit.article, []).append(credit)

    def before(self, article: str) -> frozenset[str]:
        """The other articles that the text of `article` may come from, directly or indirectly."""
        if article not in self._before:
            known = article in self._from
            self._before[article] = frozenset(nx.descendants(self._from, article)) if known else frozenset()
        return self._before[article]

    def wires(self, article: str) -> dict[str, Actor]:
        """The actors, by key, to whom `article` and the articles it may come from credit their text."""
        credited = [
            credit for version in (article, *sorted(self.before(article))) for credit in self._credits.get(version, ())
        ]
        return {actor.key: actor for actor in (of_credit(credit, self.registry) for credit in credited)}

    def author(self, article: str) -> Actor | None:
        """The actor to whom `article` credits its whole text; None without one, or with several."""
        whole = [
            of_credit(credit, self.registry) for credit in self._credits.get(article, ()) if credit.share == "whole"
        ]
        return whole[0] if len({actor.key for actor in whole}) == 1 else None

    def introduced(self, actor: Actor, article: str) -> Actor:
        """The actor with what `article` says of its office, where it has a name."""
        if actor.open or actor.sort in ("medium", "platform"):
            return actor
        known = NOBODYS
        for words in of_name(self._introduced.get(article, ()), actor.name):
            known |= of_introduction(words, actor.name, self.registry)
        return actor.with_affiliation(known)
