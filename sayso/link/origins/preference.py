"""Which of several paths to one origin comes first: the one that names it best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.link.origins.accounts import Account
from sayso.link.origins.actors import Actor
from sayso.link.origins.descriptions import head, singular
from sayso.link.origins.paths import SourcePath


def in_order(paths: Sequence[SourcePath], found: Sequence[Account]) -> list[SourcePath]:
    """The paths, those first whose source is no outlet, tells its own word, has a name, and is named on most pages.

    Then persons come before bodies, shorter paths come first, then earlier published.
    """
    pages = Counter(key for key, _ in {(account.origin.key, account.article) for account in found})
    direct = {_who(account.origin) for account in found if not account.told_by}
    return sorted(paths, key=lambda path: (*_rank(found[path.account], pages, direct), *_last(path, found)))


def _rank(account: Account, pages: Mapping[str, int], direct: set[str]) -> tuple[bool | int, ...]:
    """`direct`: the sources whose word comes from themselves on some page."""
    origin, tells = account.origin, any(_who(said) in direct for said in account.told_by)
    return account.medium, tells, origin.unnamed, origin.open, -pages[origin.key], origin.sort != "person"


def _who(actor: Actor) -> str:
    """The source's key; of one that is only described, its head noun: "the mate" and "a mate" may be one."""
    described = [singular(word.written) for word in head(actor.name)] if actor.open else []
    return described[-1] if described else actor.key


def _last(path: SourcePath, found: Sequence[Account]) -> tuple[object, ...]:
    return len(path.through), found[path.account].claim.publication.published or "?", path.through
