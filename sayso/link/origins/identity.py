"""Whether two sources are known to be one origin, known to be two, or neither."""

from __future__ import annotations

from sayso.link.origins.actors import Actor, same_name


def same_origin(a: Actor, b: Actor) -> bool | None:
    """True: one origin (the same source, one government, one owner); False: two; None: not known.

    Named sources are distinguished by name, unnamed sources only by what their descriptions exclude.
    """
    if a.families & b.families:
        return True
    if a.key == b.key:
        return None if a.unnamed else True
    return None if could_be(a, b) else False


def could_be(a: Actor, b: Actor) -> bool:
    """Whether two actors that are not known to belong together could still be one, or speak for one."""
    if same_name(a, b):
        return True
    if not (a.unnamed or b.unnamed or _of_some_state(a) or _of_some_state(b)):
        return False
    if _excluded(a, b):
        return False
    if a.unnamed or b.unnamed:
        return _sorts_meet(a, b)
    return _speaks_for_state(a) and _speaks_for_state(b)


def _excluded(a: Actor, b: Actor) -> bool:
    """Whether their known affiliations exclude that they are one."""
    countries = a.affiliation.countries, b.affiliation.countries
    return (all(countries) and not countries[0] & countries[1]) or bool(a.families and b.families)


def _sorts_meet(a: Actor, b: Actor) -> bool:
    """Whether an unnamed actor could be the other by its sort.

    No person is an outlet, though both may speak for one state; an unnamed document may be anybody's.
    """
    if (a.sort == "medium") == (b.sort == "medium") or "document" in (a.sort, b.sort):
        return True
    medium, other = (a, b) if a.sort == "medium" else (b, a)
    if medium.unnamed:
        return _speaks_for_state(other)
    return _of_a_state(medium)


def _of_some_state(actor: Actor) -> bool:
    """Whether an actor holds an office of an unknown state."""
    return actor.affiliation.official and not actor.families


def _speaks_for_state(actor: Actor) -> bool:
    return actor.affiliation.official or _of_a_state(actor)


def _of_a_state(actor: Actor) -> bool:
    return bool(actor.affiliation.governments)
