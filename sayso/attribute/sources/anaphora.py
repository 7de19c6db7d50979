"""What "he", "she", "it" and "they" refer to: the most salient entity that fits and that grammar allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sayso.attribute.grammar import child_of
from sayso.attribute.places import Range
from sayso.attribute.sources.entities import Entities, Entity, Reference
from sayso.attribute.sources.person import Person
from sayso.language.english import ATTITUDES, FUNCTION_WORDS, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_WINDOW = 60
"""How many words back persons joined by "and" are looked for."""
_SAYING = REPORTING.speech | ATTITUDES.verbs


class Pronouns:
    """Resolves pronouns.

    `persons`: by the offset at which a name begins; `known`: what earlier words refer to, by the word's index.
    """

    def __init__(
        self, entities: Entities, persons: Mapping[int, tuple[Range, Person]], known: Mapping[int, Reference]
    ) -> None:
        self._entities = entities
        self._persons = persons
        self._known = known

    def person(self, token: Token) -> Reference | None:
        """The person that "he" or "she" refers to."""
        gender = FUNCTION_WORDS.gendered[token.lower_]
        return self._entities.heaviest(
            {
                entity: entity.weight * (1.0 if entity.sex else 0.6)
                for entity in self._entities.live
                if not entity.plural
                and not entity.thing
                and entity.sex in (None, gender)
                and not self._bound(token, entity)
                and not self._named_by(token, entity)
            }
        )

    def other(self, token: Token) -> Reference | None:
        """The entity, or the pair of persons, that "it" or "they" refers to."""
        plural = token.lower_ in FUNCTION_WORDS.they
        found = self._entities.heaviest(
            {
                entity: entity.weight * (1.0 if entity.plural == plural else 0.4)
                for entity in self._entities.live
                if _of_number(entity, plural) and not self._bound(token, entity)
            }
        )
        pair = self._pair(token) if plural else None
        if pair is not None and (found is None or sum(e.weight for e in pair.entities) > found.entities[0].weight * 2):
            found = pair
        if found is None:
            return None
        return found._replace(confidence=round(found.confidence * (0.85 if plural else 0.65), 2))

    def _pair(self, token: Token) -> Reference | None:
        """The persons named together ("A and B") last, in this sentence or those before."""
        first = max(0, token.i - _WINDOW)
        for word in reversed(token.doc[first : token.i]):
            together = [word, *word.conjuncts] if word.conjuncts and word.dep_ != "conj" else []
            found = [self._entities.at(joined) for joined in together if joined.i < token.i]
            entities = tuple(entity for entity in found if entity is not None)
            if len(entities) > 1 and len(entities) == len(together):
                return Reference(entities, 0.65)
        return None

    def _named_by(self, token: Token, entity: Entity) -> bool:
        """Whether a pronoun's verb of saying reports a clause that names the entity: "Hale had lied, he said"."""
        verb = token.head
        if token.dep_ != "nsubj" or entity.person is None or verb.lemma_.lower() not in _SAYING:
            return False
        clause = child_of(verb, "ccomp")
        if clause is None and verb.dep_ == "parataxis" and verb.head.i < verb.i:
            clause = verb.head
        if clause is None:
            return False
        own = {word.i for word in token.subtree}
        named = (self._persons.get(word.idx) for word in clause.subtree if word.i not in own)
        return any(found is not None and found[1] is entity.person for found in named)

    def _bound(self, token: Token, entity: Entity) -> bool:
        """Whether a pronoun's clause has the entity as its subject: "him" is not the subject of its own verb."""
        if token.dep_ in ("nsubj", "nsubjpass", "poss") or token.lower_.endswith("self"):
            return False
        verb = token.head if token.head.pos_ in ("VERB", "AUX") else token.head.head
        subject = child_of(verb, "nsubj", "nsubjpass")
        if subject is None or subject.i >= token.i:
            return False
        meant = self._known.get(subject.i)
        named = [
            subject,
            *(child for child in subject.children if child.dep_ == "appos"),
        ]  # "his maid, Ann Lee,"
        return entity in meant.entities if meant is not None else entity in map(self._entities.at, named)


def _of_number(entity: Entity, plural: bool) -> bool:
    """Whether "they" (if `plural`) or "it" may refer to an entity."""
    return entity.plural or entity.label == "ORG" if plural else entity.thing and not entity.plural
