"""A person named in an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from sayso.attribute.places import Range
from sayso.language.english import OFFICES

MOST = 50
"""How many persons with one name, forms of one name, and nouns identified as persons are kept."""


@dataclass(eq=False)
class Person:
    """A person: the places of the name, each form of it with its first place, and the roles in lower-case words."""

    places: list[Range] = field(default_factory=list)
    first: Range | None = None
    """The first place of the name."""
    forms: dict[str, Range] = field(default_factory=dict)
    roles: set[str] = field(default_factory=set)
    introduced: Range | None = None
    """The place that states their office: "Russia's ambassador to Israel, Ann Lee"."""
    gender: str | None = None
    sure: float = 1.0
    """The confidence that the surname alone means this person, not a relative in the same article."""

    def add(self, place: Range, name: str) -> None:
        """Add a place, with the form of the name there."""
        self.places.append(place)
        self.first = min(self.first, place) if self.first is not None else place
        if (name not in self.forms and len(self.forms) < MOST) or place < self.forms.get(name, place):
            self.forms[name] = place

    @property
    def name(self) -> str:
        """The fullest form of the name."""
        return max(self.forms, key=lambda name: (len(name.split()), len(name)))

    @property
    def former(self) -> bool:
        """Whether any of their roles is a former one."""
        return not self.roles.isdisjoint(OFFICES.past)

    @property
    def fullest(self) -> Range:
        """The first place of the fullest form of the name."""
        return self.forms[self.name]

    def fits(self, key: tuple[str, ...]) -> bool:
        """Whether one name contains the other's words: "Putin" and "Vladimir Putin", not two first names."""
        own = (name_key(name) for name in self.forms)
        return any(set(key) <= set(other) or set(other) <= set(key) for other in own)


@lru_cache(maxsize=10_000)
def name_key(words: str) -> tuple[str, ...]:
    """The words of a name in lower case, by which its forms are compared."""
    plain = words.replace("’s", "").replace("'s", "").split()
    return tuple(word.strip(".,'’\"“”").lower() for word in plain if word[:1].isalpha())
