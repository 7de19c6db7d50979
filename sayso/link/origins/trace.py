"""`trace`: from the claims of a cluster back to their origins."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.link.origins.accounts import Account, accounts, vouched
from sayso.link.origins.actors import NOWHERE
from sayso.link.origins.grounding import Grounds, grounds
from sayso.link.origins.introductions import Introduction
from sayso.link.origins.max_flow import disjoint
from sayso.link.origins.paths import SourcePath, Vertex, paths
from sayso.link.origins.preference import in_order
from sayso.link.origins.sources_of_text import SourcesOfText
from sayso.registry import Registry
from schemas import Credit, Derivation, PublishedClaim


@dataclass(frozen=True, slots=True)
class Traced:
    """Everything found on the way from a cluster to its origins; accounts are referred to by number.

    `independent`: the largest vertex-disjoint selection of `paths`, and for each (its account) the numbers of all
    accounts that lead back to it, `groups`. `against`: accounts that deny what the others say. `unknown`: outlets of
    which it is not known where they have it from, and that share no vertex with a path that counts. `aside`: claims
    that their source did not confirm.
    """

    accounts: Sequence[Account]
    against: Sequence[Account]
    texts: SourcesOfText
    grounds: Grounds
    paths: Sequence[SourcePath]
    independent: Sequence[SourcePath]
    groups: Mapping[int, Sequence[int]]
    unknown: frozenset[int]
    aside: Sequence[PublishedClaim]

    @property
    def pages(self) -> frozenset[str]:
        """The articles of all accounts that support the claim."""
        return frozenset(account.article for account in self.accounts)

    @property
    def grounded(self) -> frozenset[str]:
        """The articles that lead back to a known origin."""
        return self._resting(root for root in self.grounds.roots if root not in self.unknown)

    @property
    def unsourced(self) -> frozenset[str]:
        """The articles that name no source."""
        return self._resting(self.unknown & self.grounds.unsourced) - self.grounded

    @property
    def citing(self) -> frozenset[str]:
        """The articles that name only an outlet of which it is not known where it has it from."""
        return self._resting(self.unknown & self.grounds.cited) - self.grounded - self.unsourced

    def _resting(self, roots: Iterable[int]) -> frozenset[str]:
        return frozenset(self.accounts[i].article for root in roots for i in self.grounds.resting_on(root))


def trace(
    cluster: Iterable[PublishedClaim],
    derivations: Iterable[Derivation],
    credits: Iterable[Credit],  # noqa: A002 - the field's word
    introduced: Iterable[Introduction],
    registry: Registry,
) -> Traced:
    """Trace a cluster back to its origins.

    1. The accounts of each claim, by its article. 2. What an outlet's word rests on. 3. The paths from the claims back
    to all roots. 4. A largest vertex-disjoint selection of them; outlets of which it is not known where they have it
    from add none. 5. Of the paths that lead back to one origin, the one that names it best.

    Where some accounts deny what the others say, those that deny are set apart and support nothing.
    """
    texts, claims = SourcesOfText(derivations, credits, introduced, registry), list(cluster)
    every = accounts(claims, texts)  # 1
    affirm = [account for account in every if not account.denies]
    against = [account for account in every if account.denies] if affirm else []
    found = affirm or every
    based = grounds(found, texts)  # 2
    leading = in_order(paths(found, texts, based), found)  # 3
    outlets = based.unsourced | based.cited
    known = [path for path in leading if path.account not in outlets]
    lines = _disjoint(known) or _cited_word(leading, based) or _own_word(leading, found, based)  # 4
    met = known or lines
    unknown = frozenset(path.account for path in leading if path.account in outlets and not _meets(path, met))
    counted = [path for path in leading if path.account not in unknown]
    named = _best_named(lines, counted)  # 5
    groups = {line.account: [path.account for path in _group(line, named, counted)] for line in named}
    counted_claims = {claim.id for claim in vouched(claims)}
    aside = [claim for claim in claims if claim.id not in counted_claims]
    return Traced(found, against, texts, based, counted, named, groups, unknown, aside)


def _disjoint(leading: Sequence[SourcePath]) -> list[SourcePath]:
    first = {path.through: path for path in reversed(leading)}
    return [first[through] for through in disjoint([path.through for path in leading])]


def _cited_word(leading: Sequence[SourcePath], based: Grounds) -> list[SourcePath]:
    """The path to count where nobody is named but outlets that others cite: they may have it from each other."""
    return [path for path in leading if path.account in based.cited][:1]


def _own_word(leading: Sequence[SourcePath], found: Sequence[Account], based: Grounds) -> list[SourcePath]:
    """The path to count where no page names a source: that of the page which alone tells it, and before any circle.

    Pages that share their text, those of one outlet, and those of one state are one.
    """
    states = {key for path in leading for actor in found[path.account].origins for key in actor.affiliation.governments}
    apart = {tuple(vertex for vertex in path.through if _known(vertex, states)) for path in leading}
    if len(disjoint(list(apart))) != 1:
        return []
    first, after = leading[0], [_day(found[i]) for i in based.circling]
    day = _day(found[first.account])
    return [first] if not after or (day and all(after) and day < min(after)) else []


def _known(vertex: Vertex, states: Collection[str]) -> bool:
    """Whether two paths that share this vertex are one: outlets that nobody knows may be two, and an owner's are."""
    of_owner = vertex.kind == "family" and vertex.key not in states
    return vertex.kind != "either" and not of_owner and vertex.key != NOWHERE


def _day(account: Account) -> str:
    return (account.claim.publication.published or "")[:10]


def _meets(path: SourcePath, others: Iterable[SourcePath]) -> bool:
    """Whether a path shares a vertex with one of the others."""
    return any(not set(path.through).isdisjoint(other.through) for other in others)


def _best_named(lines: Sequence[SourcePath], counted: Sequence[SourcePath]) -> list[SourcePath]:
    """The lines, each with the first of the paths that belong to it and meet no other line."""
    named = list(lines)
    for number, line in enumerate(lines):
        others = [other for other in named if other is not named[number]]
        named[number] = next(path for path in _group(line, lines, counted) if not _meets(path, others))
    return named


def _group(line: SourcePath, lines: Sequence[SourcePath], counted: Sequence[SourcePath]) -> list[SourcePath]:
    """The paths, in their order, that belong to this one of the lines: those that meet several, to the nearest."""
    return [
        path
        for path in counted
        if path == line or (path not in lines and max(lines, key=lambda other: _nearness(other, path)) == line)
    ]


def _nearness(line: SourcePath, path: SourcePath) -> tuple[int, ...]:
    """How much a path shares with a line, for sorting: sources count before governments, and these before pages."""
    shared = [vertex.kind for vertex in path.through if vertex in line.through]
    return tuple(shared.count(kind) for kind in ("actor", "words", "family", "either", "circle", "article"))
