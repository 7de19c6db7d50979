"""One attribution: that a source said or thinks something."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from schemas.record import Confidence, Record, hash_of
from schemas.span import Span, ranges

Mode = Literal["speech", "attitude"]
Manner = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirmed", "denied"]
Stance = Literal["neutral", "factive", "doubt"]


class Occasion(Record):
    """When, where and to whom something was said, where the text gives it."""

    when: Span | None = None
    where: Span | None = None
    audience: Span | None = None


class Attribution(Record):
    """Source, cue and content spans (each possibly in several parts, in text order), and how it is reported.

    `article` is the article's id. `parent` is the id of the attribution whose content contains this one. `source`
    is empty where the text mentions none. An `attitude` ("wants", "believes") never makes its content sourced.
    `confidence` is the probability that the content is an attribution and the source is its source.
    """

    article: str
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...]
    parent: str | None = None
    mode: Mode = "speech"
    manner: Manner = "indirect"
    polarity: Polarity = "affirmed"
    stance: Stance = "neutral"
    hedge: Span | None = None
    occasion: Occasion | None = None
    confidence: Confidence = 1.0

    @cached_property
    def id(self) -> str:
        """Hash of the article and the places of source, cue and content."""
        return hash_of("attribution", self.article, ranges(self.source), ranges(self.cue), ranges(self.content))
