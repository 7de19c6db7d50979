"""`ClaimPair`: two claims with everything that the signals look at, computed on demand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from sayso.link.compare.align import AlignedFrames, FillerMatch, aligned
from sayso.link.compare.claim_names import one_spelling
from sayso.link.compare.day_ranges import DayRange, days
from sayso.link.compare.filler_fit import Fit, fit, is_named
from sayso.link.compare.lexicon import LEXICON, key
from sayso.link.compare.measures import is_measure
from sayso.link.compare.quantities import Quantity, agrees, numeral, quantities
from sayso.link.linking_words import COMPARING
from sayso.link.stems import is_name, is_number, stem, tokens
from sayso.registry import Registry
from schemas import Filler, Frame, Polarity, PublishedClaim

NAME, NUMBER, WORD, LIGHT = 2.0, 1.5, 1.0, 0.3
"""Weights of words when the share of one claim's words in the other is computed."""


IN_COMMON = 0.2
"""The least share of the shorter claim's words in the other for the forms of their names to be compared."""


@dataclass(frozen=True)
class ClaimPair:
    """Two claims that are compared, `a` and `b`; names of sources are resolved by `registry`."""

    a: PublishedClaim
    b: PublishedClaim
    registry: Registry

    @cached_property
    def weights(self) -> tuple[Mapping[str, float], Mapping[str, float]]:
        """For each claim its content stems with their weights."""
        return weights(self.a.claim.proposition), weights(self.spelled)

    @cached_property
    def frames(self) -> tuple[tuple[Frame, ...], tuple[Frame, ...]]:
        """The frames of each claim; in a denied statement the main frame has its polarity reversed."""
        ours, theirs = _frames_of(self.a), _frames_of(self.b)
        return _with_figures(ours, self.quantities[0]), tuple(
            _spelled(frame, self.one_spelling) for frame in _with_figures(theirs, self.quantities[1])
        )

    @cached_property
    def one_spelling(self) -> Mapping[str, str]:
        """For each name of `b` that `a` has in another form ("Bombay", "Kadhafi") the form of `a`."""
        mine, theirs = self.a.claim.proposition, self.b.claim.proposition
        return one_spelling(mine, theirs) if max(in_common(mine, theirs)) >= IN_COMMON else {}

    @cached_property
    def spelled(self) -> str:
        """The proposition of `b` with names as `a` has them."""
        return _respelled(self.b.claim.proposition, self.one_spelling)

    @cached_property
    def main(self) -> tuple[Frame | None, Frame | None]:
        """The main frame of each claim; None without frames."""
        return next(iter(self.frames[0]), None), next(iter(self.frames[1]), None)

    @cached_property
    def aligned(self) -> tuple[AlignedFrames, ...]:
        """The aligned frames of the two claims."""
        return tuple(
            replace(frames, met=tuple(map(self._settled, frames.met))) if frames.parted else frames
            for frames in aligned(*self.frames, self.dates, self.registry)
        )

    def _settled(self, met: FillerMatch) -> FillerMatch:
        """The match; as one that agrees where its figures are those of parts, or its names those of a list."""
        if met.fit == "apart" and (self._figures_agree(met) or self._names_agree(met)):
            return replace(met, fit="same")
        return met

    def _figures_agree(self, met: FillerMatch) -> bool:
        """Whether all figures of a match agree with what the other claim says, alone or as a sum."""
        mine, theirs = quantities(met.ours.words), quantities(met.theirs.words)
        return bool(mine and theirs) and (
            all(agrees(figure, self.quantities[0]) for figure in theirs)
            or all(agrees(figure, self.quantities[1]) for figure in mine)
        )

    def _names_agree(self, met: FillerMatch) -> bool:
        """Whether all names of a match stand in the other claim too ("Vigo, Porto and Nantes", "Porto")."""
        if quantities(met.ours.words) or quantities(met.theirs.words):
            return False
        ours, theirs = (stems_of_names(filler.words) for filler in (met.ours, met.theirs))
        listed = names_in_lists(self.a.claim.proposition), names_in_lists(self.spelled)
        return bool(ours and theirs) and (ours <= listed[1] or theirs <= listed[0]) and not ours & theirs

    @cached_property
    def dates(self) -> tuple[date | None, date | None]:
        """The days of publication."""
        a, b = self.a.publication.published_at, self.b.publication.published_at
        return a.date() if a else None, b.date() if b else None

    @cached_property
    def shared(self) -> tuple[float, float]:
        """The share of each claim's words, by weight, that the other has, from 0 to 1."""
        return in_common(self.a.claim.proposition, self.spelled)

    @cached_property
    def shared_but_figures(self) -> tuple[float, float]:
        """As `shared`, without the figures and the words of their units."""
        mine = _but_figures(self.a.claim.proposition, self.quantities[0])
        theirs = _but_figures(self.spelled, self.quantities[1])
        return _cover(mine, theirs), _cover(theirs, mine)

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


@lru_cache(maxsize=16384)
def stems_of_names(text: str) -> frozenset[str]:
    """The stems of the capitalised words of a text, but the first where others follow."""
    return frozenset(stem(word) for at, word in enumerate(tokens(text)) if is_name(word) and (at or " " not in text))


@lru_cache(maxsize=16384)
def names_in_lists(text: str) -> frozenset[str]:
    """The stems of the capitalised words beside a comma or an "and" ("Vigo, Porto and Nantes")."""
    return frozenset(stem(word) for found in _LISTED.finditer(text) for word in tokens(found.group()) if is_name(word))


_LISTED = re.compile(r"(?<![\w'’.-])[A-Z][\w'’.-]*+(?:(?:,| and| or|, and|, or) (?:the )?[A-Z][\w'’-]*+)+")


def _frames_of(published: PublishedClaim) -> tuple[Frame, ...]:
    frames = tuple(_suffered(frame) for frame in published.claim.slots.frames)
    if published.statement.polarity == "affirmed" or not frames:
        return frames
    turned: Polarity = "denied" if frames[0].polarity == "affirmed" else "affirmed"
    return (frames[0].model_copy(update={"polarity": turned}), *frames[1:])


def _with_figures(frames: tuple[Frame, ...], figures: tuple[Quantity, ...]) -> tuple[Frame, ...]:
    """The frames with figures as the claim has them: of "one and a half million people" a filler may have "one"."""
    if not figures:
        return frames
    return tuple(_with(frame, tuple(_figured(filler, figures) for filler in frame.fillers)) for frame in frames)


def _with(frame: Frame, fillers: tuple[Filler, ...]) -> Frame:
    same = all(filler is other for filler, other in zip(fillers, frame.fillers, strict=True))
    return frame if same else frame.model_copy(update={"fillers": fillers})


def _figured(filler: Filler, figures: tuple[Quantity, ...]) -> Filler:
    words = filler.words
    for figure in quantities(words):
        first = figure.words.split()[0].lower()
        whole = next((each for each in figures if first in each.words.lower().split()), None)
        if whole is not None and ((whole.low, whole.high) != (figure.low, figure.high) or is_measure(whole.unit)):
            until = whole.words.partition(figure.words.split()[-1])
            words = words.replace(figure.words, whole.words if is_measure(whole.unit) else "".join(until[:2]))
    return filler if words == filler.words else filler.model_copy(update={"words": words})


def _spelled(frame: Frame, spelling: Mapping[str, str]) -> Frame:
    if not spelling:
        return frame
    return _with(frame, tuple(_named(filler, spelling) for filler in frame.fillers))


def _named(filler: Filler, spelling: Mapping[str, str]) -> Filler:
    """The filler with names as the other claim has them, and the last word of such a name for a head within it."""
    heads = {name.split()[-1]: form.split()[-1] for name, form in spelling.items() if name in filler.words}
    if not heads:
        return filler
    words, head = _respelled(filler.words, spelling), heads.get(filler.head, filler.head)
    return filler.model_copy(update={"words": words, "head": head})


def _respelled(text: str, spelling: Mapping[str, str]) -> str:
    for name, form in spelling.items():
        text = text.replace(name, form)
    return text


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


def _but_figures(text: str, figures: tuple[Quantity, ...]) -> Mapping[str, float]:
    units = {stem(word) for figure in figures for word in tokens(figure.words)}
    return {root: weight for root, weight in weights(text).items() if weight != NUMBER and root not in units}


def _cover(of: Mapping[str, float], by: Mapping[str, float]) -> float:
    whole = sum(of.values())
    found = sum(weight for root, weight in of.items() if root in by)
    return found / whole if whole else 0.0


def _names(frames: tuple[Frame, ...]) -> frozenset[str]:
    return frozenset(stem(filler.head) for frame in frames for filler in frame.fillers if is_named(filler))
