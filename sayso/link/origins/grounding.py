"""What an outlet's word rests on: its own source, the pages it copies or cites, or only a circle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from sayso.link.origins.accounts import Account
from sayso.link.origins.sources_of_text import SourcesOfText
from sayso.link.origins.wordings import wordings


@dataclass(frozen=True, slots=True)
class Grounds:
    """Which accounts (by number) rest on which: an edge from each to what it rests on directly.

    `roots` vouch for themselves. `circles`: for roots that may have it from each other, the number of their circle. An
    account that is no root and rests on none is in a circle with nothing outside. `unsourced` are the roots that say so
    in their own voice and that only their own copies cite: where they have it from is not known. Nor is it of the
    outlets that others cite, `cited`.
    """

    rests: nx.DiGraph
    roots: tuple[int, ...]
    circles: Mapping[int, int]
    unsourced: frozenset[int]
    cited: frozenset[int]

    @property
    def circling(self) -> list[int]:
        """The accounts that rest on no root."""
        resting = {i for root in self.roots for i in self.resting_on(root)}
        return [i for i in self.rests if i not in resting]

    def resting_on(self, root: int) -> frozenset[int]:
        """All accounts that rest on `root`, directly or indirectly, and itself."""
        return frozenset(nx.ancestors(self.rests, root)) | {root}


def grounds(found: Sequence[Account], texts: SourcesOfText) -> Grounds:
    """What each account rests on.

    1. A source that is not an outlet vouches for itself. 2. An outlet's own voice rests on the sources that the article
    names elsewhere for the claim, on the articles that its text may come from, on those whose very words it has, and on
    the sources that the outlet names on other pages, unless it is known to have said so before. 3. An outlet that
    others cite rests on what it published itself, and on those whose words it carries elsewhere. 4. Where all this only
    leads in a circle, a page that says so in its own voice and cites nobody is a root; without such a page there is
    none.
    """
    rests: nx.DiGraph = nx.DiGraph()
    rests.add_nodes_from(range(len(found)))
    same = {i: group for group in wordings(found) for i in group}
    for i, account in enumerate(found):
        if account.medium:  # 1
            below = _own(i, found, texts, same.get(i, frozenset())) if account.own else _cited(i, found)
            rests.add_edges_from((i, j) for j in below)
    roots = {i for i in rests if not rests.out_degree(i)}
    hanging = rests.subgraph(set(rests) - roots - {i for root in roots for i in nx.ancestors(rests, root)})
    circles = {i: number for number, members in enumerate(nx.weakly_connected_components(hanging)) for i in members}
    pages = [i for i in hanging if found[i].own and not found[i].credited and not _cites(found[i], found, texts)]  # 4
    several = Counter(circles[i] for i in pages)
    every = roots | set(pages)
    unsourced = frozenset(
        i for i in every if found[i].own and not any(_vouches(found[j], found, texts) for j in rests.predecessors(i))
    )
    return Grounds(
        rests,
        tuple(sorted(every)),
        {i: circles[i] for i in sorted(pages) if several[circles[i]] > 1},
        unsourced,
        frozenset(i for i in every if found[i].medium and i not in unsourced),
    )


def _own(i: int, found: Sequence[Account], texts: SourcesOfText, same: frozenset[int]) -> set[int]:
    """2. What an outlet's own voice rests on."""
    mine, copied = found[i], texts.before(found[i].version)
    return {
        j
        for j, other in enumerate(found)
        if j != i
        and (
            other.version in copied
            or (j in same and not other.own)
            or (not other.own and other.article == mine.article)
            or (not other.own and _one_house(other, mine) and not _before(mine, other))
            or (mine.credited and other.publisher.key == mine.origin.key)
        )
    }


def _cited(i: int, found: Sequence[Account]) -> set[int]:
    """3. What the cited outlet published (the page itself, where the claim comes back to it), and what it carries."""
    cited = found[i].origin.key
    return {
        j
        for j, account in enumerate(found)
        if account.publisher.key == cited
        or (not account.medium and any(carrier.key == cited for carrier in account.carriers))
    }


def _vouches(citing: Account, found: Sequence[Account], texts: SourcesOfText) -> bool:
    """Whether a page cites an outlet in its own words: in a copy of the outlet's page they are the outlet's."""
    copied = texts.before(citing.version)
    return not citing.own and not any(
        account.version in copied and account.publisher.key == citing.origin.key for account in found
    )


def _cites(page: Account, found: Sequence[Account], texts: SourcesOfText) -> bool:
    """Whether a page, or an article that its text may come from, cites a source for the claim."""
    pages = texts.before(page.version)
    return any(not account.own and (account.article == page.article or account.version in pages) for account in found)


def _one_house(a: Account, b: Account) -> bool:
    return a.publisher.key == b.publisher.key and not a.publisher.unnamed


def _before(a: Account, b: Account) -> bool:
    """Whether `a` is known to have been published on an earlier day than `b`."""
    first, second = a.claim.publication.published, b.claim.publication.published
    return first is not None and second is not None and first[:10] < second[:10]
