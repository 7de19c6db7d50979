"""`ClaimPair`: two claims with everything that the signals look at, computed on demand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from sayso.link.compare.align import AlignedFrames, aligned
from sayso.link.compare.day_ranges import DayRange, days
from sayso.link.compare.filler_fit import Fit, fit, is_named
from sayso.link.compare.lexicon import LEXICON, key
from sayso.link.compare.quantities import Quantity, numeral, quantities
from sayso.link.linking_words import COMPARING
from sayso.link.stems import is_name, is_number, stem, tokens
from sayso.registry import Registry
from schemas import Filler, Frame, Polarity, PublishedClaim

NAME, NUMBER, WORD, LIGHT = 2.0, 1.5, 1.0, 0.3
"""Weights of words when the share of one claim's words in the other is computed."""


@dataclass(frozen=True)
class ClaimPair:
    """Two claims that are compared, `a` and `b`; names of sources are resolved by `registry`."""

    a: PublishedClaim
    b: PublishedClaim
    registry: Registry

    @cached_property
    def weights(self) -> tuple[Mapping[str, float], Mapping[str, float]]:
        """For each claim its content stems with their weights."""
        return weights(self.a.claim.proposition), weights(self.b.claim.proposition)

    @cached_property
    def frames(self) -> tuple[tuple[Frame, ...], tuple[Frame, ...]]:
        """The frames of each claim; in a denied statement the main frame has its polarity reversed."""
        return _frames_of(self.a), _frames_of(self.b)

    @cached_property
    def main(self) -> tuple[Frame | None, Frame | None]:
        """The main frame of each claim; None without frames."""
        return next(iter(self.frames[0]), None), next(iter(self.frames[1]), None)

    @cached_property
    def aligned(self) -> tuple[AlignedFrames, ...]:
        """The aligned frames of the two claims."""
        return tuple(aligned(*self.frames, self.dates, self.registry))

    @cached_property
    def dates(self) -> tuple[date | None, date | None]:
        """The days of publication."""
        a, b = self.a.publication.published_at, self.b.publication.published_at
        return a.date() if a else None, b.date() if b else None

    @cached_property
    def shared(self) -> tuple[float, float]:
        """The share of each claim's words, by weight, that the other has, from 0 to 1."""
        return in_common(self.a.claim.proposition, self.b.claim.proposition)

    @cached_property
    def things(self) -> int:
        """How many words other than names both claims have."""
        mine, theirs = self.weights
        return sum(weight != NAME and theirs.get(root) != NAME for root, weight in mine.items() if root in theirs)

    @cached_property
    def least(self) -> float:
        """The weight of the words of the claim with less."""
        return min(sum(weights.values()) for weights in self.weights)

    @cached_property
    def quantities(self) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
        """The quantities in each claim."""
        return quantities(self.a.claim.proposition), quantities(self.b.claim.proposition)

    @cached_property
    def days(self) -> tuple[tuple[DayRange, ...], tuple[DayRange, ...]]:
        """The dates in each claim."""
        return days(self.a.claim.proposition, self.dates[0]), days(self.b.claim.proposition, self.dates[1])

    @cached_property
    def one_time(self) -> bool:
        """Whether the claims' dates do not exclude that both are about one time."""
        mine, theirs = self.days
        return not (mine and theirs) or any(a.meets(b) for a in mine for b in theirs)

    @cached_property
    def bound(self) -> float:
        """The strongest tie of two aligned frames with the same predicate; 0 without any."""
        return max((frames.tie for frames in self.aligned if frames.predicates == "same"), default=0.0)

    def fit(self, x: Filler, y: Filler) -> Fit:
        """How two fillers compare."""
        return fit(x, y, self.registry)

    @cached_property
    def names(self) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of the names in each claim."""
        return _names(self.frames[0]), _names(self.frames[1])


def _frames_of(published: PublishedClaim) -> tuple[Frame, ...]:
    frames = tuple(_suffered(frame) for frame in published.claim.slots.frames)
    if published.statement.polarity == "affirmed" or not frames:
        return frames
    turned: Polarity = "denied" if frames[0].polarity == "affirmed" else "affirmed"
    return (frames[0].model_copy(update={"polarity": turned}), *frames[1:])


def _suffered(frame: Frame) -> Frame:
    """The frame with the person who died in the role "whom", as in "was killed"."""
    if key(frame.predicate) not in COMPARING.dying or frame.filler("whom"):
        return frame
    fillers = (
        filler.model_copy(update={"role": "whom"}) if filler.role == "who" else filler for filler in frame.fillers
    )
    return frame.model_copy(update={"fillers": tuple(fillers)})


@lru_cache(maxsize=16384)
def weights(text: str) -> Mapping[str, float]:
    """The content stems of a text with their weights."""
    found: dict[str, float] = {}
    words = tokens(text)
    for number, word in enumerate(words):
        if word.lower().rstrip(".") in COMPARING.stop_words or ("-" in word and not is_name(word)):
            continue
        digits = numeral(word)
        root = digits or stem(word)
        if digits or is_number(word):
            found[root] = NUMBER
        elif is_name(word) and number:
            found[root] = NAME
        else:
            found.setdefault(root, LIGHT if key(word) in LEXICON.light else WORD)
    return found


def in_common(a: str, b: str) -> tuple[float, float]:
    """The share of each of two propositions' words, by weight, that the other has, from 0 to 1."""
    mine, theirs = weights(a), weights(b)
    return _cover(mine, theirs), _cover(theirs, mine)


def _cover(of: Mapping[str, float], by: Mapping[str, float]) -> float:
    whole = sum(of.values())
    found = sum(weight for root, weight in of.items() if root in by)
    return found / whole if whole else 0.0


def _names(frames: tuple[Frame, ...]) -> frozenset[str]:
    return frozenset(stem(filler.head) for frame in frames for filler in frame.fillers if is_named(filler))
