"""What a cluster rests on, in one or two sentences for an editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.link.origins.naming import Names, called, family_name, listing
from sayso.link.origins.trace import Traced
from sayso.link.origins.ways import Vertex, carriers
from schemas import Circle

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
_NAMED = 4
"""So many names of a kind are written out."""


def sentence(found: Traced, names: Names, cut: Sequence[Vertex], circles: Sequence[Circle]) -> str:
    """How many independent origins there are and which, and why not more."""
    count = len(found.lines)
    head = f"{_number(count).capitalize()} independent origin{'' if count == 1 else 's'}"
    if count:
        head += f": {_names(called(found.accounts[line.account].origin) for line in found.lines)}"
    why = list(_why(found, names, cut, circles))
    return f"{head}. {_capital('; '.join(why))}." if why else f"{head}."


def _why(found: Traced, names: Names, cut: Sequence[Vertex], circles: Sequence[Circle]) -> Iterator[str]:
    pages = len({account.article for account in found.accounts})
    if cut:
        yield from _through(found, names, cut, pages)
    yield from _copies(found)
    yield from _families(found)
    yield from _either(found, names)
    for circle in circles:
        yield _ring(circle, nothing=not found.lines)
    if found.against:
        who = sorted({called(account.origin) for account in found.against})
        yield f"{_names(who)} {'denies' if len(who) == 1 else 'deny'} it"


def _through(found: Traced, names: Names, cut: Sequence[Vertex], pages: int) -> Iterator[str]:
    """Who carries it to all pages, or that several only carry the one origin's word."""
    origins = {found.accounts[line.account].origin.key for line in found.lines}
    hands = [vertex for vertex in cut if vertex.kind == "actor" and vertex.key not in origins]
    every = "both pages go" if pages == 2 else f"all {_number(pages)} pages go"
    if hands and len(found.lines) == 1:
        yield f"{every} through {listing([names.of(vertex) for vertex in hands])}"
        return
    if len(found.lines) == 1 and any(vertex.kind == "actor" for vertex in cut):
        only = {actor.key: actor.name for account in found.accounts for actor in carriers(account, found.texts)}
        yield f"{every} back to it" + (f", carried by {_names(sorted(only.values()))}" if only else "")


def _copies(found: Traced) -> Iterator[str]:
    """Pages whose texts may be copies."""
    shared = {
        account.article
        for account in found.accounts
        for other in found.accounts
        if account.article != other.article
        and (
            other.version in found.texts.before(account.version) or account.version in found.texts.before(other.version)
        )
    }
    if shared:
        yield f"{_number(len(shared))} pages share text and count as one"


def _families(found: Traced) -> Iterator[str]:
    """Several sources of one government or owner."""
    kin: dict[str, dict[str, str]] = {}
    for way in found.ways:
        for actor in found.accounts[way.account].origins:
            for key in actor.families:
                kin.setdefault(key, {})[actor.key] = called(actor)
    for key, members in sorted(kin.items()):
        if len(members) > 1:
            yield f"{_names(sorted(members.values()))} all belong to {family_name(key)}".replace(
                " all belong", " both belong" if len(members) == 2 else " all belong"
            )


def _either(found: Traced, names: Names) -> Iterator[str]:
    """Sources that could be one and the same."""
    groups = sorted({vertex for way in found.ways for vertex in way.through if vertex.kind == "either"})
    for group in groups:
        yield f"{names.of(group)} are not known to be different".replace(" or ", " and ")
    unknown = [one for one in found.accounts if one.own and one.origin.unnamed]
    if len({one.article for one in unknown}) > 1:
        yield f"{_number(len({one.article for one in unknown}))} pages of unknown outlets count as one"


def _ring(circle: Circle, *, nothing: bool) -> str:
    names = list(circle.names)
    ring = (
        f"{listing(names)} cite each other"
        if len(names) == 2
        else f"{' cites '.join([*names, names[0]])}".replace(" cites ", ", which cites ").replace(", which", "", 1)
    )
    return f"{ring} in a circle, " + ("and nobody outside of it is named" if nothing else "which adds no origin")


def _names(names: Iterable[str]) -> str:
    every = list(names)
    if len(every) <= _NAMED + 1:
        return listing(every)
    return f"{', '.join(every[:_NAMED])} and {_number(len(every) - _NAMED)} more"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
