"""The frames of two claims laid beside each other: which tell of the same thing, and what in them agrees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from sayso.link.compare.day_ranges import days
from sayso.link.compare.filler_fit import PLACES, TIMES, Fit, fit, is_named
from sayso.link.compare.lexicon import LEXICON, key
from sayso.link.compare.quantities import quantities
from sayso.link.linking_words import COMPARING
from sayso.link.stems import stem
from sayso.registry import Registry
from schemas import Filler, Frame

Predicates = Literal["same", "opposite", "phase", "converse"]

PLACE = frozenset({"in", "at", "into", "near", "inside", "within", "to", "on", "outside", "around", "across", "for"})
CORE = frozenset({"who", "whom", "of", "as", "with", "between", "by", "to", "from", "against", "for"})
ASIDE = frozenset({"how", "modal", "that", "like", "instance", "despite", "according"})
"""Roles that do not tell what a frame is about."""
JOINED = frozenset({"against", "for", "off", "out", "down"})
"""Prepositions that make another verb of the one before them ("vote against")."""

ORDER = ("same", "apart", "open", "other")
Dates = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class FillerMatch:
    """Two fillers, `ours` of the first claim, and how they fit; `moved`: each has the other's part in the event."""

    ours: Filler
    theirs: Filler
    fit: Fit
    moved: bool = False


@dataclass(frozen=True)
class AlignedFrames:
    """Two frames whose predicates have to do with each other."""

    ours: Frame
    theirs: Frame
    predicates: Predicates
    met: tuple[FillerMatch, ...]

    @cached_property
    def tie(self) -> float:
        """From 0 to 1: how much of what the shorter frame is about agrees in both."""
        agreed = sum(_weight(one.theirs) for one in self.agreed)
        mine, theirs = _mass(self.ours), _mass(self.theirs)
        least = min(mine, theirs)
        return min(1.0, agreed / least) if least else 0.0

    @cached_property
    def agreed(self) -> tuple[FillerMatch, ...]:
        """What agrees."""
        return tuple(one for one in self.met if one.fit == "same" and one.theirs.role not in ASIDE)

    @cached_property
    def parted(self) -> tuple[FillerMatch, ...]:
        """What is known to be distinct."""
        return tuple(one for one in self.met if one.fit == "apart" and one.theirs.role not in ASIDE)

    @cached_property
    def acts(self) -> bool:
        """Whether who acts, and what is acted upon where both say it, agree and are nowhere known to be distinct."""
        core = [one for one in self.met if one.theirs.role not in ASIDE and one.theirs.label not in TIMES | PLACES]
        agreed = {one.theirs.role for one in core if one.fit == "same"}
        return (
            bool(agreed)
            and not self.parted
            and (agreed != {"who"} or not (_has_more(self.ours) and _has_more(self.theirs)))
        )

    @cached_property
    def other_time(self) -> bool:
        """Whether they tell of different times."""
        return any(one.fit == "apart" and {one.ours.label, one.theirs.label} <= TIMES for one in self.met)


def _has_more(frame: Frame) -> bool:
    """Whether a frame tells more than who, when and where."""
    return any(one.role not in ASIDE | {"who", "when"} and one.label not in TIMES | PLACES for one in frame.fillers)


def _mass(frame: Frame) -> float:
    return sum(_weight(one) for one in frame.fillers if one.role not in ASIDE)


def _weight(one: Filler) -> float:
    if one.words.lower() in COMPARING.pronouns:
        return 0.3
    return 1.5 if is_named(one) else 1.0


def aligned(
    ours: tuple[Frame, ...], theirs: tuple[Frame, ...], dates: Dates, registry: Registry
) -> Iterator[AlignedFrames]:
    """Every two frames of the two claims that say the same, the opposite, or the converse of something."""
    for one in ours:
        for other in theirs:
            predicates = _predicates(one, other)
            if predicates is not None:
                yield AlignedFrames(
                    one, other, predicates, _settled(list(_met(one, other, predicates, dates, registry)))
                )


def _settled(met: list[FillerMatch]) -> tuple[FillerMatch, ...]:
    """Without names that are merely further ones in a role where another name agrees ("A and B", "A")."""
    agreed = {one.theirs.role for one in met if one.fit == "same" and one.theirs.role in {"who", "whom"}}
    return tuple(one for one in met if one.fit != "apart" or one.theirs.role not in agreed or not is_named(one.ours))


def _predicates(one: Frame, other: Frame) -> Predicates | None:
    """What the predicates are to each other, each also with its prepositions ("vote against")."""
    words = LEXICON
    found: Predicates | None = None
    for a in _keys(one):
        for b in _keys(other):
            if words.converse(a, b):
                return "converse"
            if words.opposite(a, b):
                return "opposite"
            if words.phase(a, b):
                found = "phase"
            elif words.same(a, b) or stem(a) == stem(b):
                found = "same"
    return found


def _keys(frame: Frame) -> list[str]:
    joined = [key(f"{frame.predicate} {one.role}") for one in frame.fillers if one.role in JOINED]
    joined += [
        key(f"{frame.predicate} {one.head}") for one in frame.fillers if one.role == "how" and one.head in JOINED
    ]
    return [one for one in joined if LEXICON.knows(one)] or [key(frame.predicate)]


def _met(one: Frame, other: Frame, predicates: Predicates, dates: Dates, registry: Registry) -> Iterator[FillerMatch]:
    for theirs in other.fillers:
        roles = _roles(theirs.role, predicates)
        fits = [(_fit(ours, theirs, dates, registry), ours) for ours in one.fillers if ours.role in roles]
        best = min(fits, key=lambda pair: ORDER.index(pair[0])) if fits else None
        if best is None or best[0] in {"open", "other"}:
            moved = _elsewhere(one, theirs, roles, dates, registry)
            if moved is not None:
                yield moved
                continue
        if best is not None:
            yield FillerMatch(best[1], theirs, best[0])


def _elsewhere(
    one: Frame, theirs: Filler, roles: frozenset[str], dates: Dates, registry: Registry
) -> FillerMatch | None:
    """The same thing, or a figure of the same unit, in another role of the other frame."""
    if theirs.role in ASIDE:
        return None
    for ours in one.fillers:
        if ours.role in roles or ours.role in ASIDE:
            continue
        found = _fit(ours, theirs, dates, registry)
        if found == "same":
            return FillerMatch(ours, theirs, "same", moved={ours.role, theirs.role} == {"who", "whom"})
        if found == "apart" and quantities(ours.words) and quantities(theirs.words):
            return FillerMatch(ours, theirs, "apart")
    return None


def _roles(role: str, predicates: Predicates) -> frozenset[str]:
    """The roles of the other frame in which the same thing may stand."""
    if predicates == "converse":
        if role == "who":
            return frozenset({"whom", "of", "for", "to", "from"})
        return frozenset({"who"} if role in CORE else {role})
    if role in {"who", "whom"}:
        return frozenset({role, "of"})
    if role == "of":
        return frozenset({"of", "who", "whom", "for", "on", "in"})
    if role in PLACE:
        return PLACE | ({"of"} if role == "for" else frozenset())
    return frozenset({role})


def _fit(ours: Filler, theirs: Filler, dates: Dates, registry: Registry) -> Fit:
    if ours.label in TIMES and theirs.label in TIMES:
        mine, other = days(ours.words, dates[0]), days(theirs.words, dates[1])
        if mine and other:
            return "same" if any(a.meets(b) for a in mine for b in other) else "apart"
        if mine or other or not (quantities(ours.words) and quantities(theirs.words)):
            return "same" if ours.words.lower() == theirs.words.lower() else "open"
    return fit(ours, theirs, registry)
