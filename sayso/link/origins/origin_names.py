"""What to call those whom paths lead through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.link.origins.accounts import Account
from sayso.link.origins.actors import NOT_KNOWN, UNKNOWN_OUTLET, Actor
from sayso.link.origins.paths import Vertex
from sayso.present.chain import unnamed
from sayso.present.numbers import listing
from sayso.registry import Registry

_NO_NAMES = (UNKNOWN_OUTLET, NOT_KNOWN)


class OriginNames:
    """The names of a cluster's sources, carriers and pages."""

    def __init__(self, found: Sequence[Account], circles: Mapping[int, int], registry: Registry) -> None:
        """`circles`: for each of the `found` that stands in one, by their numbers, its number."""
        self._found = found
        actors = [actor for one in found for actor in (*one.origins, *one.carriers, one.publisher)]
        self._actors = {actor.key: actor for actor in reversed(actors)}
        self._pages = {one.article: one for one in reversed(found)}
        self._circles = circles
        self._registry = registry

    def of(self, vertex: Vertex) -> str:
        """A vertex in words."""
        match vertex.kind:
            case "actor":
                return called(self._actors[vertex.key]) if vertex.key in self._actors else "an unnamed outlet"
            case "family":
                return family_name(vertex.key, self._registry)
            case "either":
                return listing(list(map(called, self.group(vertex))), "or")
            case "article":
                return page(self._pages[vertex.key]) if vertex.key in self._pages else "another article"
            case "circle":
                inside = {called(self._found[i].origin) for i, one in self._circles.items() if str(one) == vertex.key}
                return f"what {listing(sorted(inside))} may have from each other"

    def group(self, either: Vertex) -> list[Actor]:
        """Those of whom some could be one, by name."""
        return sorted((self._actors[key] for key in either.key.split(" | ")), key=called)

    def speakers(self, roots: Sequence[int]) -> tuple[str, ...]:
        """The distinct sources that answer for themselves; where none does, those whom the pages cite."""
        found = [self._found[i] for i in roots] or self._found
        return tuple(sorted({one.origin.key: called(one.origin) for one in found}.values()))

    def line(self, root: int, others: Iterable[int]) -> str:
        """The origin of a line: its source, or the government or owner of the several sources that belong to it."""
        own = self._found[root].origin
        kin = {own.key: own} | {
            one.key: one for i in others for one in [self._found[i].origin] if one.families & own.families
        }
        if root in self._circles:
            inside = [self._found[i].origin for i, one in self._circles.items() if one == self._circles[root]]
            return listing(sorted({called(actor) for actor in inside}), "or")
        if len(kin) == 1:
            return called(own)
        shared = sorted(frozenset.intersection(*(one.families for one in kin.values())) or own.families)
        return family_name(shared[0], self._registry)


def called(actor: Actor) -> str:
    """A source's name, or how an unnamed one is described."""
    return unnamed(actor.name) if actor.unnamed and actor.name not in _NO_NAMES else actor.name


def family_name(key: str, registry: Registry) -> str:
    """A government or owner in words: "the Government of Russia"."""
    listed = registry.sources.get(key)
    name = listed.name if listed else f"{key.removeprefix('government:').title()} government"
    return f"the {name}" if "overnment" in name else name


def page(account: Account) -> str:
    """An article in words."""
    title = account.claim.publication.title
    outlet = "a page" if account.publisher.unnamed else f"a page of {account.publisher.name}"
    return f"{outlet} (“{title}”)" if title else outlet
