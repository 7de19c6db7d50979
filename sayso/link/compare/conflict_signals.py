"""The signals of a conflict between two claims: one function each, with a sentence for the reviewer."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sayso.link.compare.align import ASIDE, CORE, PLACE, AlignedFrames, FillerMatch
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.figures import opposed, settled
from sayso.link.compare.filler_fit import PLACES, TIMES
from sayso.link.compare.lexicon import LEXICON, key
from sayso.link.compare.quantities import Quantity, alike, quantities
from sayso.link.compare.signal import NOTHING, FoundSignal
from sayso.link.stems import stem
from schemas import Filler, Frame

FIRM = {"asserted", "obliged", "future"}


def negation(pair: ClaimPair) -> FoundSignal:
    """One affirms what the other denies."""
    return _best(
        FoundSignal(frames.tie, f"one affirms {frames.ours.predicate!r}, the other denies it")
        for frames in pair.aligned
        if frames.predicates == "same"
        and frames.ours.polarity != frames.theirs.polarity
        and _sure(frames)
        and frames.acts
    )


def opposite(pair: ClaimPair) -> FoundSignal:
    """One says the opposite of the other ("ended", "continues")."""
    return _best(
        FoundSignal(frames.tie, f"one says {frames.ours.predicate!r}, the other {frames.theirs.predicate!r}")
        for frames in pair.aligned
        if _opposite(frames) and frames.ours.polarity == frames.theirs.polarity and _sure(frames) and frames.acts
    )


def _opposite(frames: AlignedFrames) -> bool:
    """Whether predicates are opposites, or phases of one thing on the same day."""
    same_day = any(met.theirs.role == "when" and met.fit == "same" for met in frames.met)
    return frames.predicates == "opposite" or (frames.predicates == "phase" and same_day)


def direction(pair: ClaimPair) -> FoundSignal:
    """Opposite prepositions before the same place or thing ("left *for* Hawaii", "left Hawaii")."""
    return _best(
        FoundSignal(frames.tie, f"{x.role} {x.words} here, {y.role} {y.words} there")
        for frames in pair.aligned
        if frames.predicates == "same"
        for x in frames.ours.fillers
        for y in frames.theirs.fillers
        if frozenset({_way(frames.ours, x), _way(frames.theirs, y)}) in AGAINST
        and pair.fit(x, y) == "same"
        and stem(x.head) == stem(y.head)
        and frames.acts
    )


def _way(frame: Frame, filler: Filler) -> str:
    """The filler's preposition; the object of "leave" counts as "from"."""
    if LEXICON.same(key(frame.predicate), "leave"):
        return {"whom": "from", "for": "to"}.get(filler.role, filler.role)
    return filler.role


AGAINST = frozenset(
    frozenset(pair.split())
    for pair in ("from to", "into from", "for against", "before after", "with without", "over under", "above below")
)


def opposed_words(pair: ClaimPair) -> FoundSignal:
    """Descriptions of one thing that exclude each other ("a liberal", "a conservative")."""
    return _best(
        FoundSignal(_together(pair, frame, other) * max(pair.shared), f"{x!r} here, {y!r} there")
        for frame in pair.frames[0]
        for other in pair.frames[1]
        for x in _said(frame)
        for y in _said(other)
        if (LEXICON.opposite(key(x), key(y)) or LEXICON.other_kind(key(x), key(y)))
        and frame.polarity == other.polarity
        and x not in _all_said(pair.frames[1])
        and y not in _all_said(pair.frames[0])
    )


def _said(frame: Frame) -> list[str]:
    return [frame.predicate, *(filler.head for filler in frame.fillers if filler.role in {"how", "as"})]


def _all_said(frames: Iterable[Frame]) -> set[str]:
    return {word for frame in frames for word in _said(frame)}


def _together(pair: ClaimPair, frame: Frame, other: Frame) -> float:
    """How strongly fillers tie the two frames to the same subject, from 0 to 1."""
    beside = [
        pair.fit(x, y)
        for x in frame.fillers
        for y in other.fillers
        if x.role not in ASIDE and y.role not in ASIDE and (x.role == y.role or {x.role, y.role} <= CORE)
    ]
    return min(1.0, 0.6 * beside.count("same"))


def amounts(pair: ClaimPair) -> FoundSignal:
    """Two figures for one thing that cannot both be right."""
    return _best(
        FoundSignal(frames.tie, f"{met.ours.words} here, {met.theirs.words} there")
        for frames in pair.aligned
        if frames.predicates == "same" and frames.agreed and not frames.other_time and _sure(frames)
        for met in frames.parted
        if _clash(pair, met)
    )


def _clash(pair: ClaimPair, met: FillerMatch) -> bool:
    """Whether two fillers have figures of one kind that cannot both be right, nor agree with another of the claim."""
    mine, theirs = _in(met.ours), _in(met.theirs)
    return any(alike(x, y) is False and not settled(pair, x, y) for x in mine for y in theirs)


def _in(filler: Filler) -> tuple[Quantity, ...]:
    """The quantities of a filler, with the preposition that says whether something changed by them or to them."""
    return quantities(f"{filler.role} {filler.words}" if filler.role in {"by", "to"} else filler.words)


def counted(pair: ClaimPair) -> FoundSignal:
    """Two figures that count the same thing of the same subject."""
    if not pair.one_time or any(frame and frame.modality not in FIRM for frame in pair.main):
        return NOTHING
    rest = pair.bound * max(pair.shared) if pair.bound >= TIED else 0.0
    return _best(
        FoundSignal(
            max(_together(pair, frame, other), rest, _of_one_event(pair, frame, other)),
            f"{mine.words} here, {theirs.words} there",
        )
        for frame in pair.frames[0]
        for other in pair.frames[1]
        if _one_deed(pair, frame, other)
        for mine in _figures(frame)
        for theirs in _figures(other)
        if (mine.unit == theirs.unit or LEXICON.same(mine.unit, theirs.unit)) and alike(mine, theirs) is False
        if not settled(pair, mine, theirs)
    )


def _one_deed(pair: ClaimPair, frame: Frame, other: Frame) -> bool:
    """Whether two frames, where they are what their claims mainly say, say it by one verb."""
    mains = frame is pair.main[0] and other is pair.main[1]
    return not mains or LEXICON.same(key(frame.predicate), key(other.predicate))


def _of_one_event(pair: ClaimPair, frame: Frame, other: Frame) -> float:
    """The claims' shared words, where their frames have the same predicate and the claims a name in common; else 0."""
    named = pair.names[0] & pair.names[1]
    return max(pair.shared) if named and LEXICON.same(key(frame.predicate), key(other.predicate)) else 0.0


TIED = 0.5
"""The least tie of two claims' frames for figures in their other frames to be compared."""


def measured(pair: ClaimPair) -> FoundSignal:
    """Two measures, sums or shares where the claims else say the same."""
    if not pair.one_time or any(frame and frame.modality not in FIRM for frame in pair.main):
        return NOTHING
    rest = min(pair.shared_but_figures)
    if rest < MOST_OF_IT or pair.things < 2:
        return NOTHING
    return _best(FoundSignal(rest, f"{mine.words} here, {theirs.words} there") for mine, theirs in opposed(pair))


MOST_OF_IT = 0.55
"""The least share of either claim's words, figures and their units left out, that the other has."""


def _figures(frame: Frame) -> list[Quantity]:
    """The quantities of a frame; those that modify a noun, with that noun as their unit."""
    counts = [quantities(f"{filler.words} {frame.predicate}") for filler in frame.fillers if filler.role == "how"]
    rest = [_in(filler) for filler in frame.fillers if filler.role not in ASIDE]
    return [figure for found in (*counts, *rest) for figure in found]


def dates(pair: ClaimPair) -> FoundSignal:
    """Two dates for one event."""
    return _parted(pair, lambda frames, met: met.theirs.role == "when" and {met.ours.label, met.theirs.label} <= TIMES)


def places(pair: ClaimPair) -> FoundSignal:
    """Two places for one event."""
    return _parted(pair, lambda frames, met: met.theirs.role in PLACE and {met.ours.label, met.theirs.label} <= PLACES)


def swapped(pair: ClaimPair) -> FoundSignal:
    """The same two participants with exchanged roles ("X bought Y", "Y bought X")."""
    return _best(
        FoundSignal(max(frames.tie, 0.6), f"{frames.theirs.predicate!r} with the roles exchanged")
        for frames in pair.aligned
        if _exchanged(pair, frames)
    )


def _exchanged(pair: ClaimPair, frames: AlignedFrames) -> bool:
    if frames.predicates == "same":
        if key(frames.theirs.predicate) in LEXICON.symmetric:
            return False
        exchanged = _same(pair, frames, "who", "whom") and _same(pair, frames, "whom", "who")
        return exchanged and not _same(pair, frames, "who", "who")
    return (
        frames.predicates == "converse" and _same(pair, frames, "who", "who") and not _same(pair, frames, "of", "who")
    )


def _same(pair: ClaimPair, frames: AlignedFrames, ours: str, theirs: str) -> bool:
    """Whether the filler of role `ours` in the first frame is that of role `theirs` in the second."""
    mine, other = frames.ours.filler(ours), frames.theirs.filler(theirs)
    return mine is not None and other is not None and pair.fit(mine, other) == "same"


def _parted(pair: ClaimPair, fits: Callable[[AlignedFrames, FillerMatch], bool]) -> FoundSignal:
    return _best(
        FoundSignal(frames.tie, f"{met.ours.words} here, {met.theirs.words} there")
        for frames in pair.aligned
        if frames.predicates == "same" and frames.agreed and frames.ours.polarity == frames.theirs.polarity
        if not _open_actor(frames)
        for met in frames.parted
        if not any(other.theirs.role in {"who", "whom"} for other in frames.parted if other is not met)
        if fits(frames, met) and (met.ours.role == met.theirs.role or met.theirs.role in PLACE)
    )


def _open_actor(frames: AlignedFrames) -> bool:
    """Whether the actors may differ: "he met" may be about anybody."""
    return any(met.theirs.role == "who" and met.fit in {"open", "other"} for met in frames.met)


def _sure(frames: AlignedFrames) -> bool:
    return frames.ours.modality in FIRM and frames.theirs.modality in FIRM


def _best(found: Iterable[FoundSignal]) -> FoundSignal:
    return max(found, key=lambda finding: finding.score, default=NOTHING)


CONFLICTS: dict[str, Callable[[ClaimPair], FoundSignal]] = {
    signal.__name__: signal
    for signal in (
        negation,
        opposite,
        direction,
        opposed_words,
        amounts,
        counted,
        measured,
        dates,
        places,
        swapped,
    )
}
