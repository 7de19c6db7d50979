"""The entities that an article has mentioned so far, each with a weight that fades as the text goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.person import Person
from sayso.attribute.sources.persons import People
from sayso.attribute.sources.salience import weight

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_AGAIN = 0.3
"""The share of the smaller of the old and the new weight that is added when an entity is mentioned again."""
_DECAY = 0.5
"""The share of a weight that is left after a sentence."""
_QUOTED_DECAY = 0.9
"""The share that is left after a sentence in quotation marks."""
_PARAGRAPH = 0.6
"""The share of that which is left at a new paragraph."""
FAINT = 0.02
"""Entities no heavier than this are forgotten."""
_TIE = 0.505
"""The share of the weight of the first two entities up to which the heavier one counts as a mere tie."""
_MOST = 40
"""How many entities are kept at once."""


@dataclass(eq=False)
class Entity:
    """A person, body or thing that the article mentions; `place` is where it is named or was brought in."""

    place: Range
    lemma: str
    plural: bool = False
    person: Person | None = None
    thing: bool = False
    label: str = ""
    gender: str | None = None
    indefinite: bool = False
    weight: float = 0.0
    sentence: int = 0

    @property
    def sex(self) -> str | None:
        """`m`, `f`, or None if not known."""
        return self.gender or (self.person.gender if self.person else None)


class Reference(NamedTuple):
    """The entities that a word refers to (several: all of them jointly), and how sure that is."""

    entities: tuple[Entity, ...]
    confidence: float


class Entities:
    """The entities that can be referred to at the current sentence."""

    def __init__(self, parsed: ParsedArticle, people: People) -> None:
        self._parsed = parsed
        self._people = people
        self._of_person: dict[Person, Entity] = {}
        self._by_name: dict[str, Entity] = {}
        self.live: list[Entity] = []
        self.sentence = 0
        """The number of the current sentence."""

    def fade(self, sentence: Words, same_paragraph: bool) -> None:
        """Begin a sentence: all weights fade."""
        self.sentence += 1
        quoted = self._parsed.quoted((sentence.start_char, sentence.end_char)) > 0.9
        factor = _QUOTED_DECAY if quoted else _DECAY
        if not same_paragraph:
            factor *= _PARAGRAPH
        for entity in self.live:
            entity.weight *= factor
        self.live = [entity for entity in self.live if entity.weight > FAINT]
        if len(self.live) > _MOST:
            self.live = sorted(self.live, key=lambda entity: -entity.weight)[:_MOST]

    def lend(self, entity: Entity, token: Token, share: float = 1.0) -> None:
        """Give an entity a share of the weight of a word that refers to it."""
        lent = weight(self._parsed, token) * share
        if entity not in self.live:
            entity.weight = 0.0
            self.live.append(entity)
        more, less = sorted((entity.weight, lent), reverse=True)
        entity.weight = more + _AGAIN * less
        entity.sentence = self.sentence

    def of_person(self, person: Person) -> Entity:
        """The entity of a person."""
        entity = self._of_person.get(person)
        if entity is None:
            entity = Entity(place=person.fullest, lemma=person.name, person=person)
            self._of_person[person] = entity
        return entity

    def at(self, token: Token) -> Entity | None:
        """The person whose name a word belongs to."""
        person = self._people.at((token.idx, token.idx + len(token))) or self._people.holding(token.idx)
        return self.of_person(person) if person is not None else None

    def of_name(self, name: Words) -> Entity:
        """The entity of a body, place or work, by its name."""
        key = name.text.lower().removeprefix("the ").removesuffix("'s").removesuffix("’s")
        if key not in self._by_name:
            place = name.start_char, name.end_char
            self._by_name[key] = Entity(place, name.root.lemma_.lower(), thing=True, label=name.label_)
        entity = self._by_name[key]
        entity.plural = name.label_ == "NORP" or name.root.tag_ == "NNPS"
        return entity

    def heaviest(self, weights: dict[Entity, float], most: float = 0.95) -> Reference | None:
        """The heaviest entity, with a confidence that grows with its lead over the next, `most` at most."""
        ordered = sorted((e for e in weights if weights[e] > FAINT), key=lambda entity: -weights[entity])
        if not ordered:
            return None
        first = weights[ordered[0]]
        second = weights[ordered[1]] if len(ordered) > 1 else 0.0
        ago = self.sentence - ordered[0].sentence
        sure = _by_lead(first / (first + second)) - 0.08 * max(0, ago - 1)
        return Reference((ordered[0],), round(min(most, max(0.3, sure)), 2))


def weights(entities: list[Entity]) -> dict[Entity, float]:
    """The current weights of some entities."""
    return {entity: entity.weight for entity in entities}


def _by_lead(lead: float) -> float:
    """The confidence that the heaviest entity is meant, by its share of the weight of the first two."""
    return 0.95 if lead > 0.85 else 0.9 if lead > 0.7 else 0.8 if lead > 0.58 else 0.65 if lead > _TIE else 0.45
