"""Aligns the frames of two claims: which of them describe the same thing, and which of their fillers agree."""

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
"""Roles that do not say what a frame is about."""
JOINED = frozenset({"against", "for", "off", "out", "down"})
"""Prepositions that change the meaning of the verb before them ("vote against")."""

ORDER = ("same", "apart", "open", "other")
Dates = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class FillerMatch:
    """Two fillers, `ours` of the first claim, and how they fit; `moved`: actor and object have exchanged roles."""

    ours: Filler
    theirs: Filler
    fit: Fit
    moved: bool = False


@dataclass(frozen=True)
class AlignedFrames:
    """Two frames with related predicates."""

    ours: Frame
    theirs: Frame
    predicates: Predicates
    met: tuple[FillerMatch, ...]

    @cached_property
    def tie(self) -> float:
        """The weight of the fillers that agree, over that of the frame with less, from 0 to 1."""
        agreed = sum(_weight(match.theirs) for match in self.agreed)
        mine, theirs = _mass(self.ours), _mass(self.theirs)
        least = min(mine, theirs)
        return min(1.0, agreed / least) if least else 0.0

    @cached_property
    def agreed(self) -> tuple[FillerMatch, ...]:
        """The matches that agree."""
        return tuple(match for match in self.met if match.fit == "same" and match.theirs.role not in ASIDE)

    @cached_property
    def parted(self) -> tuple[FillerMatch, ...]:
        """The matches known to be distinct."""
        return tuple(match for match in self.met if match.fit == "apart" and match.theirs.role not in ASIDE)

    @cached_property
    def acts(self) -> bool:
        """Whether the actors, and the objects where both frames have them, agree and no filler is known to differ."""
        core = [
            match for match in self.met if match.theirs.role not in ASIDE and match.theirs.label not in TIMES | PLACES
        ]
        agreed = {match.theirs.role for match in core if match.fit == "same"}
        return (
            bool(agreed)
            and not self.parted
            and (agreed != {"who"} or not (_has_more(self.ours) and _has_more(self.theirs)))
        )

    @cached_property
    def other_time(self) -> bool:
        """Whether the frames give different times."""
        return any(match.fit == "apart" and {match.ours.label, match.theirs.label} <= TIMES for match in self.met)


def _has_more(frame: Frame) -> bool:
    """Whether a frame says more than who, when and where."""
    return any(
        filler.role not in ASIDE | {"who", "when"} and filler.label not in TIMES | PLACES for filler in frame.fillers
    )


def _mass(frame: Frame) -> float:
    return sum(_weight(filler) for filler in frame.fillers if filler.role not in ASIDE)


def _weight(filler: Filler) -> float:
    if filler.words.lower() in COMPARING.pronouns:
        return 0.3
    return 1.5 if is_named(filler) else 1.0


def aligned(
    ours: tuple[Frame, ...], theirs: tuple[Frame, ...], dates: Dates, registry: Registry
) -> Iterator[AlignedFrames]:
    """Every two frames of the two claims whose predicates are the same, opposite, phases or converse."""
    for frame in ours:
        for other in theirs:
            predicates = _predicates(frame, other)
            if predicates is not None:
                yield AlignedFrames(
                    frame, other, predicates, _settled(list(_met(frame, other, predicates, dates, registry)))
                )


def _settled(met: list[FillerMatch]) -> tuple[FillerMatch, ...]:
    """`met` without further names in a role where another name agrees ("A and B", "A")."""
    agreed = {match.theirs.role for match in met if match.fit == "same" and match.theirs.role in {"who", "whom"}}
    return tuple(
        match for match in met if match.fit != "apart" or match.theirs.role not in agreed or not is_named(match.ours)
    )


def _predicates(frame: Frame, other: Frame) -> Predicates | None:
    """How the predicates relate, also together with their prepositions ("vote against")."""
    words = LEXICON
    found: Predicates | None = None
    for a in _keys(frame):
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
    joined = [key(f"{frame.predicate} {filler.role}") for filler in frame.fillers if filler.role in JOINED]
    joined += [
        key(f"{frame.predicate} {filler.head}")
        for filler in frame.fillers
        if filler.role == "how" and filler.head in JOINED
    ]
    return [words for words in joined if LEXICON.knows(words)] or [key(frame.predicate)]


def _met(frame: Frame, other: Frame, predicates: Predicates, dates: Dates, registry: Registry) -> Iterator[FillerMatch]:
    for theirs in other.fillers:
        roles = _roles(theirs.role, predicates)
        fits = [(_fit(ours, theirs, dates, registry), ours) for ours in frame.fillers if ours.role in roles]
        best = min(fits, key=lambda pair: ORDER.index(pair[0])) if fits else None
        if best is None or best[0] in {"open", "other"}:
            moved = _elsewhere(frame, theirs, roles, dates, registry)
            if moved is not None:
                yield moved
                continue
        if best is not None:
            yield FillerMatch(best[1], theirs, best[0])


def _elsewhere(
    frame: Frame, theirs: Filler, roles: frozenset[str], dates: Dates, registry: Registry
) -> FillerMatch | None:
    """A match for `theirs`, or a figure of the same unit, in another role of `frame`."""
    if theirs.role in ASIDE:
        return None
    for ours in frame.fillers:
        if ours.role in roles or ours.role in ASIDE:
            continue
        found = _fit(ours, theirs, dates, registry)
        if found == "same":
            return FillerMatch(ours, theirs, "same", moved={ours.role, theirs.role} == {"who", "whom"})
        if found == "apart" and quantities(ours.words) and quantities(theirs.words):
            return FillerMatch(ours, theirs, "apart")
    return None


def _roles(role: str, predicates: Predicates) -> frozenset[str]:
    """The roles of the other frame that may hold the same thing."""
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
