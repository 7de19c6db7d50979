"""By whom a page was published, and whether a reader could take what several tell for several origins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from sayso.present.safe import web_address
from sayso.report.linked.readable import words_of
from schemas import Hop, Publication, PublishedClaim

Outlet = tuple[bool, str]
"""Whether the outlet is known, and a key of it; where it is not known, of the page."""

_EMPTY = frozenset(("a", "an", "the"))


def outlet(publication: Publication) -> Outlet:
    """The outlet by its name, else by the address; else the page, which could be any outlet's."""
    if publication.outlet:
        return True, " ".join(word for word in words_of(publication.outlet) if word not in _EMPTY)
    host = urlsplit(web_address(publication.url) or "").hostname
    return (True, f"at {host.removeprefix('www.')}") if host else (False, publication.work or publication.article)


def by_outlet(claims: Iterable[PublishedClaim]) -> dict[Outlet, list[PublishedClaim]]:
    """The claims of each outlet, in their order."""
    found: dict[Outlet, list[PublishedClaim]] = {}
    for claim in claims:
        found.setdefault(outlet(claim.publication), []).append(claim)
    return found


def say_so(told: Sequence[Sequence[PublishedClaim]], credited: Callable[[str], Iterable[str]]) -> bool:
    """Whether every outlet names one and the same source, relay or outlet (its own name too), so that all can see it.

    `told`: the claims of each. Two names are one where all words of one are in the other ("Vale", "Ines Vale"); all
    have to be within one of them, so that "the army" does not join two armies.
    """
    names = [list(_names(claims, credited)) for claims in told]
    return any(
        all(any(mine <= whole for mine in each) for each in names) for whole in {one for own in names for one in own}
    )


def _names(claims: Sequence[PublishedClaim], credited: Callable[[str], Iterable[str]]) -> Iterator[frozenset[str]]:
    for claim in claims:
        if claim.publication.outlet:
            yield _name(claim.publication.outlet)
        if claim.statement.sourcing == "sourced":
            yield from (name for hop in claim.statement.chain[:-1] for name in _named(hop))
        yield from map(_name, credited(claim.claim.article))


def _named(hop: Hop) -> Iterator[frozenset[str]]:
    """The names of a hop; none of an unnamed source. The key in the registry counts as a name."""
    if hop.members:
        yield from (_name(member.name) for member in hop.members if not member.anonymous)
    elif not hop.anonymous and hop.called:
        yield _name(hop.called)
    if hop.registry:
        yield frozenset((f"={hop.registry}",))


def _name(words: str) -> frozenset[str]:
    """The words of a name but for its article; never empty, as nothing would be within everything."""
    return frozenset(word for word in words_of(words) if word not in _EMPTY) or frozenset((words,))
