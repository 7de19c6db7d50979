"""Names of the vertices on paths, for sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.link.origins.accounts import Account
from sayso.link.origins.actors import NOT_KNOWN, NOWHERE, UNKNOWN_OUTLET, Actor
from sayso.link.origins.paths import Vertex
from sayso.present.chain import unnamed
from sayso.present.numbers import listing
from sayso.registry import Registry

NO_OUTLET = "a page whose outlet is not known"
_NO_NAMES = (UNKNOWN_OUTLET, NOT_KNOWN)


class OriginNames:
    """The names of a cluster's sources, carriers and pages."""

    def __init__(self, found: Sequence[Account], circles: Mapping[int, int], registry: Registry) -> None:
        """`circles`: for each of the `found` (by number) that is in a circle, the circle's number."""
        self._found = found
        actors = [actor for account in found for actor in (*account.origins, *account.carriers, account.publisher)]
        self._actors = {actor.key: actor for actor in reversed(actors)}
        self._pages = {account.article: account for account in reversed(found)}
        self._circles = circles
        self._registry = registry

    def of(self, vertex: Vertex) -> str:
        """The name of a vertex."""
        match vertex.kind:
            case "actor":
                return called(self._actors[vertex.key]) if vertex.key in self._actors else "an unnamed outlet"
            case "family":
                return family_name(vertex.key, self._registry)
            case "either":
                return listing(list(map(called, self.group(vertex))), "or")
            case "article":
                return page(self._pages[vertex.key]) if vertex.key in self._pages else "another article"
            case "words":
                return "the same words"
            case "circle":
                inside = {
                    called(self._found[i].origin) for i, circle in self._circles.items() if str(circle) == vertex.key
                }
                return f"what {listing(sorted(inside))} may have from each other"

    def group(self, either: Vertex) -> list[Actor]:
        """The actors in a group of which some could be one, by name."""
        return sorted((self._actors[key] for key in either.key.split(" | ")), key=called)

    def speakers(self, roots: Sequence[int]) -> tuple[str, ...]:
        """The names of the sources of the `roots`; without roots, of those whom the pages cite."""
        found = [self._found[i] for i in roots] or self._found
        return tuple(sorted({account.origin.key: called(account.origin) for account in found}.values()))

    def line(self, root: int, others: Iterable[int]) -> str:
        """The name of a path's origin: its source, or the government or owner that several sources belong to."""
        own = self._found[root].origin
        if own.key == NOWHERE:
            return NO_OUTLET
        kin = {own.key: own} | {
            actor.key: actor for i in others for actor in [self._found[i].origin] if actor.families & own.families
        }
        if root in self._circles:
            inside = [self._found[i].origin for i, circle in self._circles.items() if circle == self._circles[root]]
            return listing(sorted({called(actor) for actor in inside}), "or")
        if len(kin) == 1:
            return called(own)
        shared = sorted(frozenset.intersection(*(actor.families for actor in kin.values())) or own.families)
        return family_name(shared[0], self._registry)


def called(actor: Actor) -> str:
    """A source's name, or an unnamed source's description."""
    return unnamed(actor.name) if actor.unnamed and actor.name not in _NO_NAMES else actor.name


def family_name(key: str, registry: Registry) -> str:
    """The name of a government or owner: "the Government of Russia"."""
    listed = registry.sources.get(key)
    name = listed.name if listed else f"{key.removeprefix('government:').title()} government"
    return f"the {name}" if "overnment" in name else name


def page(account: Account) -> str:
    """An article by its outlet and title."""
    title = account.claim.publication.title
    outlet = "a page" if account.publisher.unnamed else f"a page of {account.publisher.name}"
    return f"{outlet} (“{title}”)" if title else outlet
