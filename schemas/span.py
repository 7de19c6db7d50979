"""A place in an article's text, with the words that stand there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from pydantic import model_validator

from schemas.record import Record, Words


class Span(Record):
    """Characters `start:end` (half-open, code points) of one article's text, and those characters."""

    start: int
    end: int
    words: Words

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span `start:end` of `text`."""
        return cls(start=start, end=end, words=text[start:end])

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not 0 <= self.start < self.end:
            raise ValueError(f"expected 0 <= start < end, found {self.start}:{self.end}")
        if len(self.words) != self.end - self.start:
            raise ValueError(f"expected {self.end - self.start} characters, found {len(self.words)}: {self.words!r}")
        return self

    @property
    def range(self) -> tuple[int, int]:
        """`(start, end)`."""
        return self.start, self.end

    def check(self, text: str) -> None:
        """Raise `ValueError` unless these words stand in `text` at this place."""
        if text[self.start : self.end] != self.words:
            raise ValueError(
                f"expected {self.words!r} at {self.start}:{self.end}, found {text[self.start : self.end]!r}"
            )


def ranges(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """`(start, end)` of each of `spans`, in their order."""
    return [span.range for span in spans]


def characters(spans: Iterable[Span]) -> set[int]:
    """The offsets of all characters in `spans`."""
    return {at for span in spans for at in range(*span.range)}
