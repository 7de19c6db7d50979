"""What speaks for a conflict between two claims: one small function a signal, each with a sentence for the reviewer."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sayso.link.compare.align import ASIDE, CORE, PLACE, AlignedFrames, FillerMatch
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.filler_fit import PLACES, TIMES
from sayso.link.compare.lexicon import LEXICON, key
from sayso.link.compare.quantities import Quantity, quantities
from sayso.link.compare.signal import NOTHING, Finding
from schemas import Filler, Frame

FIRM = {"asserted", "obliged", "future"}


def negation(pair: ClaimPair) -> Finding:
    """One says it, the other that it is not so."""
    return _best(
        Finding(one.tie, f"one affirms {one.ours.predicate!r}, the other denies it")
        for one in pair.aligned
        if one.predicates == "same" and one.ours.polarity != one.theirs.polarity and _sure(one) and one.acts
    )


def opposite(pair: ClaimPair) -> Finding:
    """One says the opposite of the other ("ended", "continues")."""
    return _best(
        Finding(one.tie, f"one says {one.ours.predicate!r}, the other {one.theirs.predicate!r}")
        for one in pair.aligned
        if _opposite(one) and one.ours.polarity == one.theirs.polarity and _sure(one) and one.acts
    )


def _opposite(one: AlignedFrames) -> bool:
    """Opposites, and phases of one thing on the same day."""
    same_day = any(met.theirs.role == "when" and met.fit == "same" for met in one.met)
    return one.predicates == "opposite" or (one.predicates == "phase" and same_day)


def direction(pair: ClaimPair) -> Finding:
    """To here, from there ("left *for* Hawaii", "left Hawaii")."""
    return _best(
        Finding(one.tie, f"{x.role} {x.words} here, {y.role} {y.words} there")
        for one in pair.aligned
        if one.predicates == "same"
        for x in one.ours.fillers
        for y in one.theirs.fillers
        if frozenset({_way(one.ours, x), _way(one.theirs, y)}) in AGAINST and pair.fit(x, y) == "same" and one.acts
    )


def _way(frame: Frame, one: Filler) -> str:
    """The preposition; what somebody leaves is where they come from."""
    if LEXICON.same(key(frame.predicate), "leave"):
        return {"whom": "from", "for": "to"}.get(one.role, one.role)
    return one.role


AGAINST = frozenset(
    frozenset(pair.split())
    for pair in ("from to", "into from", "for against", "before after", "with without", "over under", "above below")
)


def opposed_words(pair: ClaimPair) -> Finding:
    """What is said of one thing here excludes what is said of it there ("a liberal", "a conservative")."""
    return _best(
        Finding(_together(pair, one, other) * max(pair.shared), f"{x!r} here, {y!r} there")
        for one in pair.frames[0]
        for other in pair.frames[1]
        for x in _said(one)
        for y in _said(other)
        if (LEXICON.opposite(key(x), key(y)) or LEXICON.other_kind(key(x), key(y)))
        and one.polarity == other.polarity
        and x not in _all_said(pair.frames[1])
        and y not in _all_said(pair.frames[0])
    )


def _said(frame: Frame) -> list[str]:
    return [frame.predicate, *(one.head for one in frame.fillers if one.role in {"how", "as"})]


def _all_said(frames: Iterable[Frame]) -> set[str]:
    return {word for frame in frames for word in _said(frame)}


def _together(pair: ClaimPair, one: Frame, other: Frame) -> float:
    """1 where both are said of the same, named or described alike; 0 where nothing ties them."""
    beside = [
        pair.fit(x, y)
        for x in one.fillers
        for y in other.fillers
        if x.role not in ASIDE and y.role not in ASIDE and (x.role == y.role or {x.role, y.role} <= CORE)
    ]
    return min(1.0, 0.6 * beside.count("same"))


def amounts(pair: ClaimPair) -> Finding:
    """Two figures for one thing that cannot both be right."""
    return _best(
        Finding(one.tie, f"{met.ours.words} here, {met.theirs.words} there")
        for one in pair.aligned
        if one.predicates == "same" and one.agreed and not one.other_time and _sure(one)
        for met in one.parted
        if quantities(met.ours.words) and quantities(met.theirs.words)
    )


def counted(pair: ClaimPair) -> Finding:
    """Two figures that count the same of the same."""
    if not pair.one_time or any(frame and frame.modality not in FIRM for frame in pair.main):
        return NOTHING
    rest = pair.bound * max(pair.shared) if pair.bound >= TIED else 0.0
    return _best(
        Finding(
            max(_together(pair, one, other), rest, _of_one_event(pair, one, other)),
            f"{mine.words} here, {theirs.words} there",
        )
        for one in pair.frames[0]
        for other in pair.frames[1]
        for mine in _figures(one)
        for theirs in _figures(other)
        if _count_alike(mine, theirs) and not mine.meets(theirs)
        if not any(_count_alike(each, theirs) and each.meets(theirs) for each in pair.quantities[0])
    )


def _of_one_event(pair: ClaimPair, one: Frame, other: Frame) -> float:
    """As much as the claims share, where both frames say the same and the claims name the same."""
    named = pair.names[0] & pair.names[1]
    return max(pair.shared) if named and LEXICON.same(key(one.predicate), key(other.predicate)) else 0.0


TIED = 0.5
"""How tightly two claims' frames are tied before figures that stand in other frames are laid against each other."""


def _count_alike(one: Quantity, other: Quantity) -> bool:
    return bool(one.unit and other.unit) and (one.unit == other.unit or LEXICON.same(one.unit, other.unit))


def _figures(frame: Frame) -> list[Quantity]:
    """The quantities of a frame, those of a noun with what it counts."""
    counts = [quantities(f"{one.words} {frame.predicate}") for one in frame.fillers if one.role == "how"]
    rest = [quantities(one.words) for one in frame.fillers if one.role not in ASIDE]
    return [figure for found in (*counts, *rest) for figure in found]


def dates(pair: ClaimPair) -> Finding:
    """Two dates for one event."""
    return _parted(pair, lambda one, met: met.theirs.role == "when" and {met.ours.label, met.theirs.label} <= TIMES)


def places(pair: ClaimPair) -> Finding:
    """Two places for one event."""
    return _parted(pair, lambda one, met: met.theirs.role in PLACE and {met.ours.label, met.theirs.label} <= PLACES)


def actors(pair: ClaimPair) -> Finding:
    """Somebody else in a role that only one can have."""
    return _parted(
        pair,
        lambda one, met: (
            met.theirs.role in {"who", "whom", "of", "as", "with"}
            and key(one.theirs.predicate) in LEXICON.unique
            and not (quantities(met.ours.words) and quantities(met.theirs.words))
        ),
    )


def swapped(pair: ClaimPair) -> Finding:
    """The same two, each in the other's role ("X bought Y", "Y bought X")."""
    return _best(
        Finding(max(one.tie, 0.6), f"{one.theirs.predicate!r} with the roles exchanged")
        for one in pair.aligned
        if _exchanged(pair, one)
    )


def _exchanged(pair: ClaimPair, one: AlignedFrames) -> bool:
    if one.predicates == "same":
        if key(one.theirs.predicate) in LEXICON.symmetric:
            return False
        exchanged = _same(pair, one, "who", "whom") and _same(pair, one, "whom", "who")
        return exchanged and not _same(pair, one, "who", "who")
    return one.predicates == "converse" and _same(pair, one, "who", "who") and not _same(pair, one, "of", "who")


def _same(pair: ClaimPair, one: AlignedFrames, ours: str, theirs: str) -> bool:
    """Whether what fills one role of the first frame fills the other of the second."""
    mine, other = one.ours.filler(ours), one.theirs.filler(theirs)
    return mine is not None and other is not None and pair.fit(mine, other) == "same"


def _parted(pair: ClaimPair, fits: Callable[[AlignedFrames, FillerMatch], bool]) -> Finding:
    return _best(
        Finding(one.tie, f"{met.ours.words} here, {met.theirs.words} there")
        for one in pair.aligned
        if one.predicates == "same" and one.agreed and one.ours.polarity == one.theirs.polarity
        if not _others(one)
        for met in one.parted
        if not any(other.theirs.role in {"who", "whom"} for other in one.parted if other is not met)
        if fits(one, met) and (met.ours.role == met.theirs.role or met.theirs.role in PLACE)
    )


def _others(one: AlignedFrames) -> bool:
    """Whether those who act are left open: "he met" may be about anybody."""
    return any(met.theirs.role == "who" and met.fit in {"open", "other"} for met in one.met)


def _sure(one: AlignedFrames) -> bool:
    return one.ours.modality in FIRM and one.theirs.modality in FIRM


def _best(found: Iterable[Finding]) -> Finding:
    return max(found, key=lambda one: one.score, default=NOTHING)


CONFLICTS: dict[str, Callable[[ClaimPair], Finding]] = {
    one.__name__: one
    for one in (negation, opposite, direction, opposed_words, amounts, counted, dates, places, actors, swapped)
}
