"""From the claims of a cluster back to those who answer for them."""

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
    """Everything that was found on the way from a cluster to its origins; accounts go by their numbers.

    `independent`: as many of the `paths` as share nobody. `against`: accounts that deny what the others say. `unknown`:
    roots of which it is not known whose word they are, and that are nobody's on any of the `paths`; where there are no
    others, one of them may be in `independent`. `aside`: claims that somebody did not confirm.
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
        """Those of them that lead back to somebody who is known to answer for it."""
        return self._resting(root for root in self.grounds.roots if root not in self.unknown)

    @property
    def ungrounded(self) -> frozenset[str]:
        """Those of which it is not known whose word they are."""
        return self._resting(self.unknown) - self.grounded

    def _resting(self, roots: Iterable[int]) -> frozenset[str]:
        return frozenset(self.accounts[i].article for root in roots for i in self.grounds.resting_on(root))


def trace(
    cluster: Iterable[PublishedClaim],
    derivations: Iterable[Derivation],
    credits: Iterable[Credit],  # noqa: A002 - the field's word
    registry: Registry,
) -> Traced:
    """The whole way from a cluster to its origins.

    1. Who answers for each claim, by its article. 2. What an outlet's word rests on. 3. The paths back from the claims
    to all that answer for themselves. 4. As many of them as share nobody; a page that gives no source adds none.

    Where some deny what the others say, those who deny are set apart and support nothing.
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
    unknown = frozenset(one.account for one in leading if one.account in based.unsourced and not _meets(one, met))
    if not lines and _begun_outside(leading, found, circling):  # somebody was the first, but it is not known who
        lines = _disjoint(leading)[:1]
    told_of = [path for path in leading if path.account not in unknown]
    aside = [one for one in claims if not answers(one)]
    return Traced(found, against, texts, based, told_of, lines, unknown, aside)


def _disjoint(leading: Sequence[SourcePath]) -> list[SourcePath]:
    first = {path.through: path for path in reversed(leading)}
    return [first[through] for through in disjoint([path.through for path in leading])]


def _own_word(leading: Sequence[SourcePath], found: Sequence[Account], circling: Sequence[Account]) -> list[SourcePath]:
    """Of pages without a source: the one path, where they all rest on one; that of who is known to be first; else none.

    Who says so in a circle, on nobody's word, may be whom the others have it from.
    """
    lines = _disjoint(leading)
    if len(lines) < 2 and not circling:
        return lines
    days = {path: _day(found[path.account]) for path in leading}
    after = [_day(one) for one in circling]
    if not all((*days.values(), *after)):
        return []
    rivals = {path: [day for other, day in days.items() if not _meets(path, [other])] + after for path in leading}
    return [path for path in leading if all(days[path] < day for day in rivals[path])][:1]


def _begun_outside(leading: Sequence[SourcePath], found: Sequence[Account], circling: Sequence[Account]) -> bool:
    """Whether somebody who does not say so in a circle was the first: a page is known to be older than all circles."""
    days, after = [_day(found[path.account]) for path in leading], [_day(one) for one in circling]
    return not circling or (all(after) and any("" < day < min(after) for day in days))


def _day(account: Account) -> str:
    return (account.claim.publication.published or "")[:10]


def _meets(path: SourcePath, others: Iterable[SourcePath]) -> bool:
    """Whether it leads through somebody whom one of the others leads through as well."""
    return any(not set(path.through).isdisjoint(other.through) for other in others)


def _preferred(path: SourcePath, found: Sequence[Account]) -> tuple[bool, int, str, tuple[Vertex, ...]]:
    """Of two paths that share somebody a named source's goes first, then the shorter, then the earlier."""
    account = found[path.account]
    return account.origin.unnamed, len(path.through), account.claim.publication.published or "?", path.through
