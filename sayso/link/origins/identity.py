"""Whether two sources are known to be one origin, known to be two, or neither."""

from __future__ import annotations

from typing import Literal

from sayso.language.english import BODIES
from sayso.link.linking_words import STATES
from sayso.link.origins.actors import Actor, same_name
from sayso.link.origins.descriptions import callings, head, names, singular
from sayso.link.origins.name_ties import initials, tied

Tie = Literal["name", "office", "description", "state"]
"""Why two could be one origin: by their names; since one speaks for the other, or both for one body; since nobody knows
who one of them is; since both may speak for one state."""


def same_origin(a: Actor, b: Actor) -> bool | None:
    """True: one origin (the same source, one government, one owner); False: two; None: not known.

    Named sources are distinguished by name and by whom they speak for, others only by what their descriptions exclude.
    """
    if a.families & b.families:
        return True
    if a.key == b.key:
        return None if a.open else True
    return None if tie(a, b) else False


def tie(a: Actor, b: Actor) -> Tie | None:
    """Why two actors that are not known to belong together could still be one, or speak for one; None where not."""
    if same_name(a, b) or (not (a.open or b.open) and tied(a.name, b.name)):
        return "name"
    if _excluded(a, b) or _individual(a, b) or _individual(b, a):
        return None
    if _speaks_for(a, b) or _speaks_for(b, a) or _one_side(a, b):
        return "office"
    if a.open or b.open:
        apart = _institution(a, b) or _institution(b, a) or _apart(_callings(a), _callings(b))
        apart = apart or _in_office(a, b) or _in_office(b, a)
        return "description" if not apart and _sorts_meet(a, b) else None
    of_some_state = _of_some_state(a) or _of_some_state(b)
    return "state" if of_some_state and _speaks_for_state(a) and _speaks_for_state(b) else None


def _speaks_for(person: Actor, body: Actor) -> bool:
    """Whether an article introduces a person by an office of a body (or of another person: "Zelnik's lawyer").

    Or of a body that it does not name there.
    """
    told = person.affiliation
    if person.sort != "person" or not told.introduced or (body.sort == "person" and body.open):
        return False
    if body.sort == "person" and not told.names and {"his", "her"} & told.introduced:
        return not STATES.for_one.isdisjoint(told.introduced)
    named = frozenset(map(singular, names(body.name)))
    if not named:
        heads = {singular(word.written) for word in head(body.name)}
        return not heads.isdisjoint(told.introduced) or not _callings(body).isdisjoint(told.callings)
    if not told.names:
        of_some_body = not told.callings or not BODIES.nouns.isdisjoint(told.introduced)
        return body.sort == "body" and of_some_body and not _apart(told.callings, _callings(body))
    return named <= told.introduced or not (named | {initials(body.name)}).isdisjoint(told.names)


def _one_side(a: Actor, b: Actor) -> bool:
    """Whether articles introduce two persons by offices of one body."""
    shared = a.affiliation.names & b.affiliation.names
    return bool(shared) and not _apart(a.affiliation.callings, b.affiliation.callings)


def _excluded(a: Actor, b: Actor) -> bool:
    """Whether their known affiliations exclude that they are one."""
    if a.families and b.families:
        return True
    countries = [each.affiliation.countries for each in (a, b) if not each.families or each.affiliation.governments]
    return len(countries) == 2 and all(countries) and not countries[0] & countries[1]


def _individual(a: Actor, b: Actor) -> bool:
    """Whether one is described as somebody who speaks for no body, and the other is a body."""
    return a.open and b.sort == "body" and any(singular(word.written) in STATES.private for word in head(a.name))


def _institution(a: Actor, b: Actor) -> bool:
    """Whether one is a body of which it is known what it is, and the other a person whom no article gives an office."""
    person = b.sort == "person" and not b.open and " " in b.name and not b.affiliation.introduced
    heads = {singular(word.written) for word in head(a.name)}
    return (
        person
        and a.open
        and a.sort == "body"
        and not heads.isdisjoint(BODIES.nouns - STATES.loose | STATES.callings.keys())
    )


def _in_office(a: Actor, b: Actor) -> bool:
    """Whether one is described by an office or calling, and the other is somebody whom articles introduce by none."""
    told = b.affiliation
    if not (a.open and told.private and " " in b.name) or told.introduced or told.callings:
        return False
    return bool(_callings(a)) or a.affiliation.official


def _callings(actor: Actor) -> frozenset[str]:
    return actor.affiliation.callings or callings(actor.name)


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two callings are both known, and none is the other."""
    return bool(a and b) and a.isdisjoint(b)


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
