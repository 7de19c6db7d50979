"""What the network of clearing reads in a draft: who is accused, what answers it, and what a headline overstates."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sayso.clear.answered_by import answered_by, speakers
from sayso.clear.names import Cast
from sayso.clear.nearness import mention_flag, sentence_flag, speaker_flag
from sayso.clear.network import HEADS, Answers, Flags, Floats, Overstating, state_at, states_of
from sayso.clear.windows import PieceRange, Windows, windows_of
from schemas import Span


@dataclass(frozen=True)
class ClearingReading:
    """A draft with its cast, under a headline, as the network reads it; `sentences`: those of the body."""

    cast: Cast
    headline: Span | None
    sentences: tuple[Span, ...]

    @cached_property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """The half-open characters of each sentence."""
        return tuple(one.range for one in self.sentences)

    @cached_property
    def mentions(self) -> dict[str, tuple[tuple[PieceRange, int], ...]]:
        """Where everybody whom the draft names is mentioned: the place, and the character where it begins."""
        found: dict[str, list[tuple[PieceRange, int]]] = {}
        for start, end, name in self.cast.called:
            place = self.windows.located(start, end)
            if place is not None:
                found.setdefault(name, []).append((place, start))
        return {name: tuple(places) for name, places in found.items()}

    @cached_property
    def windows(self) -> Windows:
        """The draft as the network reads it."""
        headline = self.headline.range if self.headline else None
        return windows_of(self.cast.article.text, headline, self.ranges)

    def names(self, sentence: Span, name: str) -> list[int]:
        """The characters at which a sentence names somebody."""
        return [at for _, at in self.mentions[name] if sentence.start <= at < sentence.end]

    @cached_property
    def accusing(self) -> dict[str, Floats]:
        """For everybody named, how probable it is that each sentence accuses them."""
        every = range(len(self.sentences))
        return {
            name: HEADS.accusing(self._sentences, self._mentions(name), self._near(name, every))
            for name in (self.mentions if self.sentences else ())
        }

    def accusing_at(self) -> dict[int, float]:
        """How probable it is that the sentence that begins at a character accuses somebody, to two decimals."""
        every = list(self.accusing.values())
        most = np.max(every, axis=0) if every else np.zeros(len(self.sentences))
        return {one.start: round(float(each), 2) for one, each in zip(self.sentences, most, strict=True)}

    def answers(self, told: Sequence[int], accused: str, among: Collection[str]) -> Answers:
        """What answers an accusation, told in sentences of these numbers; `among`: all whom the draft accuses."""
        every = range(len(self.sentences))
        away = np.array([sentence_flag(told, number) for number in every])
        speaking = [
            speaker_flag(answers=accused in answered_by(self.cast, one, frozenset(among)), speaks=accused in speak)
            for one, speak in zip(self.sentences, self._speakers, strict=True)
        ]
        state = self._sentences[list(told)].mean(0)
        return HEADS.answers(
            state, self._sentences, self._mentions(accused), self._near(accused, every), away, np.array(speaking)
        )

    def overstating(self) -> Overstating | None:
        """What the headline overstates; None without a headline or a body."""
        place = self.windows.headline
        if place is None or not self.sentences:
            return None
        return HEADS.headline(state_at(self._states, place), self._sentences)

    @cached_property
    def _states(self) -> tuple[Floats, ...]:
        return states_of(self.windows.ids)

    @cached_property
    def _sentences(self) -> Floats:
        return np.stack([state_at(self._states, place) for place in self.windows.sentences])

    @cached_property
    def _speakers(self) -> list[frozenset[str]]:
        return [speakers(self.cast, one) for one in self.sentences]

    def _mentions(self, name: str) -> Floats:
        return np.stack([state_at(self._states, place) for place, _ in self.mentions[name]])

    def _near(self, name: str, sentences: Sequence[int]) -> Flags:
        return np.array(
            [[mention_flag(self.ranges, number, at) for _, at in self.mentions[name]] for number in sentences]
        )


def reading_of(cast: Cast) -> ClearingReading:
    """A draft, read under its first line if that is a headline; the body has no other headlines."""
    segments = cast.extraction.segmentation.segments
    headline = segments[0].span if segments and segments[0].kind == "headline" else None
    body = (one.span for one in segments if one.kind not in ("headline", "boilerplate"))
    return ClearingReading(cast, headline, tuple(body))
