"""The person who answers in an interview that is printed with "Q:" and "A:"."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import takewhile

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.person import Person
from sayso.attribute.sources.persons import People
from sayso.language.english import CLAUSES
from schemas import Hop

_SPOKEN_WITH = re.compile(
    r"\b(?:interview(?:ed|s)?|conversation|spoke|speaks|talked|talks|sat down|questions (?:to|for)|asked|met)"
    r"(?: with| to| by)?(?:,? (?!and\b)[\w’'.-]+){0,6},? ?$",
    re.IGNORECASE,
)
"""The words before the name of a person who is interviewed."""
_LEAD = 300
"""Characters before a name in which those words are looked for."""
_STARS = 10
"""Characters after "A", such as the asterisks of bold type, within which its colon is looked for."""


class Interview:
    """Finds the person who is interviewed in one article."""

    def __init__(self, parsed: ParsedArticle, people: People) -> None:
        self._parsed = parsed
        self._people = people

    def answers(self, place: Range) -> bool:
        """Whether a place is the "A" before an answer."""
        behind = self._parsed.text[place[1] : place[1] + _STARS].lstrip("*")
        return self._parsed.words(place).lower() in CLAUSES.answers and behind[:1] == ":"

    def hop(self, place: Range) -> Hop:
        """The hop of the person who answers: the one introduced as interviewed, else the only person named before."""
        found = self._spoken_with
        if found is None or found[0][1] > place[0]:
            before = takewhile(lambda named: named[0][1] <= place[0], self._people.places())
            found = next(before, None)
            if found is not None and any(person is not found[1] for _, person in before):
                found = None
        where, name = (found[0], found[1].name) if found else (place, None)
        span = self._parsed.span(where)
        return Hop(role="origin", mention=span, name=name, kind="person", inherited=found is not None)

    @cached_property
    def _spoken_with(self) -> tuple[Range, Person] | None:
        """The first person who is introduced as interviewed by the words before the name, with the name's place."""
        for (start, end), person in self._people.places():
            if _SPOKEN_WITH.search(self._parsed.text, max(0, start - _LEAD), start):
                return (start, end), person
        return None
