"""Which of several paths to one origin comes first: the one that names it best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.link.origins.accounts import Account
from sayso.link.origins.paths import SourcePath


def in_order(paths: Sequence[SourcePath], found: Sequence[Account]) -> list[SourcePath]:
    """The paths, those first whose source is no outlet, has a name, and is named on most pages.

    Then persons come before bodies, shorter paths come first, then earlier published.
    """
    pages = Counter(key for key, _ in {(account.origin.key, account.article) for account in found})
    return sorted(paths, key=lambda path: (_rank(found[path.account], pages), len(path.through), _last(path, found)))


def _rank(account: Account, pages: Mapping[str, int]) -> tuple[bool, bool, bool, int, bool]:
    origin = account.origin
    return account.medium, origin.unnamed, origin.open, -pages[origin.key], origin.sort != "person"


def _last(path: SourcePath, found: Sequence[Account]) -> tuple[object, ...]:
    return found[path.account].claim.publication.published or "?", path.through
