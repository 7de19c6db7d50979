"""How the text of one article comes from another, or from a wire."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from schemas.link import Signal
from schemas.record import Confidence, Record, Words, hash_of
from schemas.span import Span


class Credit(Record):
    """Words that say whose text an article is: "(Reuters)", "MOSCOW, Aug 9 (TASS) -", "with AFP".

    `name` is what to call the source, `registry` its key in the registry of sources where it is listed. `share`:
    "whole" where the text is that source's own, "part" where it was made with its material. `span` is None where what
    is known of the page names it (the article's byline), and not the text.
    """

    article: str
    name: Words
    registry: str | None = None
    kind: Literal["dateline", "credit-line", "byline"]
    share: Literal["whole", "part"] = "whole"
    span: Span | None = None


WHOLE = 0.3
"""From this containment on, one text counts as made from the other; below, only the passages that both have do."""


class Passage(Record):
    """Text that two articles share: half-open character ranges, of `a` and of `b`."""

    a: tuple[int, int]
    b: tuple[int, int]


class Derivation(Record):
    """Two articles (ids, in either order) share text: one was made from the other, or both from a third.

    `containment`: shared word n-grams over those of the shorter text. `earlier`: the id of the one that was published
    first; None where the dates do not show it, and the edge then has no direction.
    """

    a: str
    b: str
    containment: Confidence
    passages: tuple[Passage, ...] = Field(min_length=1)
    earlier: str | None = None
    signals: tuple[Signal, ...] = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.a == self.b:
            raise ValueError(f"expected two articles, found {self.a} twice")
        if self.earlier not in {None, self.a, self.b}:
            raise ValueError(f"expected one of {self.a} and {self.b} as the earlier, found {self.earlier}")
        return self

    @property
    def whole(self) -> bool:
        """Whether one text counts as made from the other."""
        return self.containment >= WHOLE

    @cached_property
    def id(self) -> str:
        """Hash of the unordered pair."""
        return hash_of("derivation", *sorted((self.a, self.b)))
