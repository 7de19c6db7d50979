"""From the claims of a cluster back to those who answer for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.link.origins.accounts import Account, accounts
from sayso.link.origins.flow import disjoint
from sayso.link.origins.grounds import Grounds, grounds
from sayso.link.origins.texts import Texts
from sayso.link.origins.ways import Vertex, Way, ways
from schemas import Credit, Derivation, Told


@dataclass(frozen=True, slots=True)
class Traced:
    """Everything that was found on the way from a cluster to its origins; accounts go by their numbers.

    `lines`: the ways of which no two share anybody. `against`: accounts that deny what the others say.
    """

    accounts: Sequence[Account]
    against: Sequence[Account]
    texts: Texts
    grounds: Grounds
    ways: Sequence[Way]
    lines: Sequence[Way]

    @property
    def pages(self) -> frozenset[str]:
        """The articles of all accounts that support the claim."""
        return frozenset(account.article for account in self.accounts)

    @property
    def grounded(self) -> frozenset[str]:
        """Those of them that lead back to somebody who answers for it."""
        resting = (i for root in self.grounds.roots for i in self.grounds.resting_on(root))
        return frozenset(self.accounts[i].article for i in resting)


def trace(
    cluster: Iterable[Told],
    derivations: Iterable[Derivation],
    credits: Iterable[Credit],  # noqa: A002 - the field's word
) -> Traced:
    """The whole way from a cluster to its origins.

    1. Who answers for each claim, by its article. 2. What an outlet's word rests on. 3. The ways back from the claims
    to all that answer for themselves. 4. As many of them as share nobody.

    Where some deny what the others say, those who deny are set apart and support nothing.
    """
    texts = Texts(derivations, credits)
    every = accounts(cluster, texts)  # 1
    affirm = [account for account in every if not account.denies]
    against = [account for account in every if account.denies] if affirm else []
    found = affirm or every
    based = grounds(found, texts)  # 2
    leading = sorted(ways(found, texts, based), key=lambda way: _preferred(way, found))  # 3
    chosen = disjoint([way.through for way in leading])  # 4
    first = {way.through: way for way in reversed(leading)}
    return Traced(found, against, texts, based, leading, [first[through] for through in chosen])


def _preferred(way: Way, found: Sequence[Account]) -> tuple[bool, int, str, tuple[Vertex, ...]]:
    """Of two ways that share somebody a named source's goes first, then the shorter, then the earlier."""
    account = found[way.account]
    return account.origin.unnamed, len(way.through), account.told.publication.published or "?", way.through
