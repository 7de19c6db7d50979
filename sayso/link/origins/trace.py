"""From the claims of a cluster back to those who answer for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.link.origins.accounts import Account, accounts, answers
from sayso.link.origins.flow import disjoint
from sayso.link.origins.grounding import Grounds, grounds
from sayso.link.origins.paths import Vertex, Way, ways
from sayso.link.origins.sources_of_text import Texts
from schemas import Credit, Derivation, PublishedClaim


@dataclass(frozen=True, slots=True)
class Traced:
    """Everything that was found on the way from a cluster to its origins; accounts go by their numbers.

    `lines`: the ways of which no two share anybody. `against`: accounts that deny what the others say. `unknown`: roots
    of which it is not known whose word they are, and that are nobody's on any of the `ways`; where there are no others,
    one of them may stand in `lines`. `aside`: claims that somebody did not confirm.
    """

    accounts: Sequence[Account]
    against: Sequence[Account]
    texts: Texts
    grounds: Grounds
    ways: Sequence[Way]
    lines: Sequence[Way]
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
) -> Traced:
    """The whole way from a cluster to its origins.

    1. Who answers for each claim, by its article. 2. What an outlet's word rests on. 3. The ways back from the claims
    to all that answer for themselves. 4. As many of them as share nobody; a page that gives no source adds none.

    Where some deny what the others say, those who deny are set apart and support nothing.
    """
    texts, told = Texts(derivations, credits), list(cluster)
    every = accounts(told, texts)  # 1
    affirm = [account for account in every if not account.denies]
    against = [account for account in every if account.denies] if affirm else []
    found = affirm or every
    based = grounds(found, texts)  # 2
    leading = sorted(ways(found, texts, based), key=lambda way: _preferred(way, found))  # 3
    known = [way for way in leading if way.account not in based.unsourced]
    circling = [found[i] for i in based.circling]
    lines = _disjoint(known) if known else _own_word(leading, found, circling)  # 4
    met = known or lines
    unknown = frozenset(one.account for one in leading if one.account in based.unsourced and not _meets(one, met))
    if not lines and not circling:  # somebody was the first, but it is not known who
        lines = _disjoint(leading)[:1]
    told_of = [way for way in leading if way.account not in unknown]
    aside = [one for one in told if not answers(one)]
    return Traced(found, against, texts, based, told_of, lines, unknown, aside)


def _disjoint(leading: Sequence[Way]) -> list[Way]:
    first = {way.through: way for way in reversed(leading)}
    return [first[through] for through in disjoint([way.through for way in leading])]


def _own_word(leading: Sequence[Way], found: Sequence[Account], circling: Sequence[Account]) -> list[Way]:
    """Of pages without a source: the one way, where they all rest on one; that of who is known to be first; else none.

    Who says so in a circle, on nobody's word, may be whom the others have it from.
    """
    lines = _disjoint(leading)
    if len(lines) < 2 and not circling:
        return lines
    days = {way: _day(found[way.account]) for way in leading}
    after = [_day(one) for one in circling]
    if not all((*days.values(), *after)):
        return []
    rivals = {way: [day for other, day in days.items() if not _meets(way, [other])] + after for way in leading}
    return [way for way in leading if all(days[way] < day for day in rivals[way])][:1]


def _day(account: Account) -> str:
    return (account.told.publication.published or "")[:10]


def _meets(way: Way, others: Iterable[Way]) -> bool:
    """Whether it leads through somebody whom one of the others leads through as well."""
    return any(not set(way.through).isdisjoint(other.through) for other in others)


def _preferred(way: Way, found: Sequence[Account]) -> tuple[bool, int, str, tuple[Vertex, ...]]:
    """Of two ways that share somebody a named source's goes first, then the shorter, then the earlier."""
    account = found[way.account]
    return account.origin.unnamed, len(way.through), account.told.publication.published or "?", way.through
