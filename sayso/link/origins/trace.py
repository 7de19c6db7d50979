"""`trace`: from the claims of a cluster back to their origins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.link.origins.accounts import Account, accounts, answers
from sayso.link.origins.grounding import Grounds, grounds
from sayso.link.origins.max_flow import disjoint
from sayso.link.origins.paths import SourcePath, Vertex, paths
from sayso.link.origins.sources_of_text import SourcesOfText
from sayso.registry import Registry
from schemas import Credit, Derivation, PublishedClaim


@dataclass(frozen=True, slots=True)
class Traced:
    """Everything found on the way from a cluster to its origins; accounts are referred to by number.

    `independent`: the largest vertex-disjoint selection of `paths`. `against`: accounts that deny what the others say.
    `unknown`: unsourced roots that share no vertex with the other paths; without other paths, one of them may be in
    `independent`. `aside`: claims that their source did not confirm.
    """

    accounts: Sequence[Account]
    against: Sequence[Account]
    texts: SourcesOfText
    grounds: Grounds
    paths: Sequence[SourcePath]
    independent: Sequence[SourcePath]
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
    def ungrounded(self) -> frozenset[str]:
        """The articles of which it is not known whose word they are."""
        return self._resting(self.unknown) - self.grounded

    def _resting(self, roots: Iterable[int]) -> frozenset[str]:
        return frozenset(self.accounts[i].article for root in roots for i in self.grounds.resting_on(root))


def trace(
    cluster: Iterable[PublishedClaim],
    derivations: Iterable[Derivation],
    credits: Iterable[Credit],  # noqa: A002 - the field's word
    registry: Registry,
) -> Traced:
    """Trace a cluster back to its origins.

    1. The accounts of each claim, by its article. 2. What an outlet's word rests on. 3. The paths from the claims back
    to all roots. 4. A largest vertex-disjoint selection of them; a page that gives no source adds none.

    Where some accounts deny what the others say, those that deny are set apart and support nothing.
    """
    texts, claims = SourcesOfText(derivations, credits, registry), list(cluster)
    every = accounts(claims, texts)  # 1
    affirm = [account for account in every if not account.denies]
    against = [account for account in every if account.denies] if affirm else []
    found = affirm or every
    based = grounds(found, texts)  # 2
    leading = sorted(paths(found, texts, based), key=lambda path: _preferred(path, found))  # 3
    known = [path for path in leading if path.account not in based.unsourced]
    circling = [found[i] for i in based.circling]
    lines = _disjoint(known) if known else _own_word(leading, found, circling)  # 4
    met = known or lines
    unknown = frozenset(path.account for path in leading if path.account in based.unsourced and not _meets(path, met))
    if not lines and _begun_outside(leading, found, circling):  # one page was the first, but it is not known which
        lines = _disjoint(leading)[:1]
    counted = [path for path in leading if path.account not in unknown]
    aside = [claim for claim in claims if not answers(claim)]
    return Traced(found, against, texts, based, counted, lines, unknown, aside)


def _disjoint(leading: Sequence[SourcePath]) -> list[SourcePath]:
    first = {path.through: path for path in reversed(leading)}
    return [first[through] for through in disjoint([path.through for path in leading])]


def _own_word(leading: Sequence[SourcePath], found: Sequence[Account], circling: Sequence[Account]) -> list[SourcePath]:
    """The path to count among pages without a source: the only one, else that of the first page if known, else none.

    The others may also have it from an account in a circle.
    """
    lines = _disjoint(leading)
    if len(lines) < 2 and not circling:
        return lines
    days = {path: _day(found[path.account]) for path in leading}
    after = [_day(account) for account in circling]
    if not all((*days.values(), *after)):
        return []
    rivals = {path: [day for other, day in days.items() if not _meets(path, [other])] + after for path in leading}
    return [path for path in leading if all(days[path] < day for day in rivals[path])][:1]


def _begun_outside(leading: Sequence[SourcePath], found: Sequence[Account], circling: Sequence[Account]) -> bool:
    """Whether the claim is known to have begun outside of circles: without any, or with a page older than all."""
    days, after = [_day(found[path.account]) for path in leading], [_day(account) for account in circling]
    return not circling or (all(after) and any("" < day < min(after) for day in days))


def _day(account: Account) -> str:
    return (account.claim.publication.published or "")[:10]


def _meets(path: SourcePath, others: Iterable[SourcePath]) -> bool:
    """Whether a path shares a vertex with one of the others."""
    return any(not set(path.through).isdisjoint(other.through) for other in others)


def _preferred(path: SourcePath, found: Sequence[Account]) -> tuple[bool, int, str, tuple[Vertex, ...]]:
    """A sort key for paths: a named source's first, then shorter, then earlier published."""
    account = found[path.account]
    return account.origin.unnamed, len(path.through), account.claim.publication.published or "?", path.through
