"""A sentence in another form that means the same, and where its words stand in the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sayso.attribute.places import Range
from schemas import Rewrite

NOWHERE = -1
_CLOSING = ".,;:?!"


class Piece(NamedTuple):
    """Some words of another form, and the place of the words of the article that they stand for, if any."""

    words: str
    place: Range | None = None


@dataclass(frozen=True)
class Rewriting:
    """The sentence in another form; `offsets[n]`: where its character n stands in the article, or `NOWHERE`."""

    rewrite: Rewrite
    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, rewrite: Rewrite, pieces: Iterable[Piece]) -> Rewriting:
        """The pieces one after the other, in one line, without the spaces that removed words leave behind."""
        line: list[tuple[str, int]] = []
        for words, place in pieces:
            for number, character in enumerate(words):
                if line and line[-1][0] == " " and (character.isspace() or character in _CLOSING):
                    line.pop()
                shown = " " if character.isspace() else character
                line.append((shown, min(place[0] + number, place[1] - 1) if place else NOWHERE))
        return cls(rewrite, "".join(shown for shown, _ in line), tuple(offset for _, offset in line))

    def originals(self, place: Range) -> list[int]:
        """The offsets, in the article, of the characters at a place of the text."""
        return [offset for offset in self.offsets[slice(*place)] if offset != NOWHERE]

    def original(self, place: Range) -> Range | None:
        """From the first to the last of those; None where all of the words are new."""
        offsets = self.originals(place)
        return (min(offsets), max(offsets) + 1) if offsets else None
