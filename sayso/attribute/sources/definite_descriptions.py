"""What "the senator", "the official" or "the ministry" refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.entities import FAINT, Entities, Entity, Reference, weights
from sayso.attribute.sources.person import Person
from sayso.attribute.sources.persons import People
from sayso.attribute.sources.roles import may_hold, past, role_key
from sayso.language import given_names as genders
from sayso.language.english import BODIES, DOCUMENTS, OFFICES, OUTLETS, PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLEAR = 0.7
"""The confidence needed to choose among several holders of one office."""
_JOINT = 4
"""How many holders of an office its plural may refer to."""
THINGS = BODIES.nouns | OUTLETS.nouns | DOCUMENTS.nouns
SOMEBODY = PEOPLE.kinds | OFFICES.nouns


class Descriptions:
    """Resolves definite descriptions, by salience and by the roles that the article gives to persons."""

    def __init__(self, parsed: ParsedArticle, people: People, entities: Entities) -> None:
        self._parsed = parsed
        self._entities = entities
        self._roles = [(person, role_key(" ".join(person.roles))) for person in people.persons]

    def meant(self, token: Token, plural: bool) -> Reference | None:
        """What a noun with "the" refers to; None if nothing fits."""
        lemma = token.lemma_.lower()
        place = self._parsed.subtree(token)
        words = role_key(self._parsed.words((self._parsed.doc[token.left_edge.i].idx, token.idx + len(token))))
        same = [
            entity
            for entity in self._entities.live
            if entity.person is None and entity.lemma == lemma and entity.plural == plural and entity.indefinite
        ]
        if plural and lemma in OFFICES.nouns - PEOPLE.kinds:
            together = self._holders(words - {"two", "both"}, place)
            if 2 <= len(together) <= _JOINT:
                return Reference(tuple(together), 0.6)
        if plural or lemma in THINGS - SOMEBODY:
            return self._entities.heaviest(weights(same), 0.8) if lemma in SOMEBODY else None
        holders = self._holders(words, place)
        if same and (lemma in PEOPLE.kinds or not holders):
            fitting = same + [holder for holder in holders if holder.weight > FAINT]
            return self._entities.heaviest(weights(fitting), 0.85)
        return self._holder(holders, words) if holders else self._epithet(lemma)

    def _holder(self, holders: list[Entity], words: set[str]) -> Reference:
        """The holder of an office that is meant, among several."""
        if len(holders) == 1:
            return Reference((holders[0],), 0.9 if words else 0.6)
        found = self._entities.heaviest(weights(holders), 0.85)
        if found is not None:
            return found if found.confidence >= _CLEAR else found._replace(confidence=0.4)
        named_most = max(holders, key=lambda entity: len(entity.person.places) if entity.person else 0)
        return Reference((named_most,), 0.4)

    def _holders(self, words: set[str], place: Range) -> list[Entity]:
        """The persons who have a role in the article: past or present holders, as the words say."""
        if not words:
            return []
        fitting = [person for person, roles in self._roles if words <= roles]
        fitting = fitting or [person for person, roles in self._roles if may_hold(words, roles)]
        gone = past(self._parsed.words(place))
        of_time: list[Person] = [person for person in fitting if person.former == gone]
        return [self._entities.of_person(person) for person in of_time]

    def _epithet(self, lemma: str) -> Reference | None:
        """A description of a person just mentioned: "the 68-year-old Oregon native", "the Republican candidate"."""
        if lemma not in OFFICES.epithets:
            return None
        gender = genders.of_title([lemma])
        fitting = [
            entity
            for entity in self._entities.live
            if entity.person is not None
            and gender in (None, entity.sex)
            and self._entities.sentence - entity.sentence <= 1
        ]
        found = self._entities.heaviest(weights(fitting))
        if found is None or found.confidence < 0.8:
            return None
        person = found.entities[0].person
        roles = role_key(" ".join(person.roles)) if person else set()
        return None if roles & SOMEBODY else found._replace(confidence=0.55)
