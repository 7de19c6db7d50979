"""The persons that an article names, looked up by name, by place, and by what the article identifies them as."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.gather import gathered
from sayso.attribute.sources.identities import Identities
from sayso.attribute.sources.person import Person

if TYPE_CHECKING:
    from spacy.tokens import Token


class People:
    """The persons that one article names."""

    def __init__(self, parsed: ParsedArticle) -> None:
        self._parsed = parsed
        self._names = gathered(parsed)

    @property
    def persons(self) -> Sequence[Person]:
        """All of them, those named in full first."""
        return self._names.persons

    def named(self, words: str) -> Person | None:
        """The person meant by a name or part of one; None if none or several may be meant."""
        return self._names.named(words)

    def identified(self, noun: Token, place: Range) -> Person | None:
        """The person that an unnamed source is identified as: "the official, later identified as Ann Lee"."""
        return self._identities.of(noun, place)

    @cached_property
    def _identities(self) -> Identities:
        return Identities(self._parsed.doc, self.holding)

    def at(self, place: Range) -> Person | None:
        """The first person named within a place."""
        return next((person for _, person in self.within(place)), None)

    def within(self, place: Range) -> Iterator[tuple[Range, Person]]:
        """The places within another where persons are named, with the persons, in text order."""
        first, last = (bisect_left(self._mentions, at, key=_start) for at in place)
        return (((start, end), person) for start, end, person in self._mentions[first:last] if end <= place[1])

    def places(self) -> Iterator[tuple[Range, Person]]:
        """The places where persons are named, with the persons, in text order."""
        for start, end, person in self._mentions:
            yield (start, end), person

    def holding(self, at: int) -> Person | None:
        """The person whose name stands at character `at`."""
        index = bisect_right(self._mentions, at, key=_start) - 1
        if index >= 0 and self._mentions[index][1] > at:
            return self._mentions[index][2]
        return None

    def before(self, at: int) -> Iterator[tuple[Range, Person]]:
        """The places before character `at` where persons are named, with the persons, nearest first."""
        for i in range(bisect_left(self._mentions, at, key=_start) - 1, -1, -1):
            start, end, person = self._mentions[i]
            yield (start, end), person

    @cached_property
    def _mentions(self) -> list[tuple[int, int, Person]]:
        return sorted(((*place, p) for p in self.persons for place in p.places), key=lambda m: m[:2])


def _start(mention: tuple[int, int, Person]) -> int:
    return mention[0]
