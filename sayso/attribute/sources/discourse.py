"""Whom each pronoun and each "the senator" of an article means: one pass from its beginning to its end.

Every mention lends its entity weight (a subject more than an object, words in quotation marks little), which halves
with every sentence; a word that points back means the heaviest entity that fits. How much heavier than the next it is,
tells how sure that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute import lexicon
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.persons import GENDERED, People, Person
from sayso.attribute.sources.roles import may_hold, past, role_key
from sayso.language import given_names as genders

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_WEIGHTS = {
    "nsubj": 1.0,
    "nsubjpass": 0.9,
    "agent": 0.6,
    "dobj": 0.5,
    "dative": 0.5,
    "attr": 0.4,
    "pobj": 0.4,
    "poss": 0.4,
}
_OTHER = 0.2
_QUOTED = 0.1
_SPEAKER = 1.3
_LOWER = 0.9
"""Share that a subject of a lower clause has of what one of a main clause lends."""
_AGAIN = 0.3
"""How much an entity gains from being mentioned again."""
_OWNER = 0.7
_WHO = 0.8
"""Share of a subject's weight that "who" lends."""
_UNNAMED = 0.6
_DECAY = 0.5
_PARAGRAPH = 0.6
_FAINT = 0.02
_TIE = 0.505
"""Up to what share of the weight of two entities it is open which of them is meant."""
_MOST = 40
"""How many entities are kept in mind at once."""
_WINDOW = 60
"""How many words back persons joined by "and" are looked for."""
_CLEAR = 0.7
"""How sure it has to be which of several holders of one office is meant."""
_JOINT = 4
"""How many persons with one office may be meant by its plural."""
_SUBJECTS = ("nsubj", "nsubjpass")
_INDEFINITE = frozenset("a an one another some several two three four five many few".split())
_PLURAL = frozenset("they them their themselves".split())
_THING = frozenset("it its itself".split())
_POINTING = frozenset("the this that these those".split())
_THINGS = lexicon.BODIES | lexicon.OUTLETS | lexicon.DOCUMENTS
_PEOPLE = lexicon.UNNAMED_PEOPLE | lexicon.OFFICES
_SAYING = lexicon.SPEECH | lexicon.ATTITUDE
_BODIES = ("ORG", "GPE", "NORP", "FAC", "WORK_OF_ART")


@dataclass(eq=False)
class Entity:
    """Somebody or something that the article speaks of; `place` names it where it was last met under a name."""

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
        """`m`, `f` or not known."""
        return self.gender or (self.person.gender if self.person else None)


class Meant(NamedTuple):
    """The entities that a word means (several: all of them jointly), and how sure that is."""

    entities: tuple[Entity, ...]
    confidence: float


class Discourse:
    """What the words that point back mean, by the index of the word."""

    def __init__(self, parsed: ParsedArticle, people: People) -> None:
        self._parsed = parsed
        self._people = people
        self._live: list[Entity] = []
        self._of_person: dict[Person, Entity] = {}
        self._by_name: dict[str, Entity] = {}
        self._roles = [(person, role_key(" ".join(person.roles))) for person in people.persons]
        self._meant: dict[int, Meant] = {}
        self._names = {token.i: name for name in parsed.entities for token in name}
        self._persons = {place[0]: (place, person) for place, person in people.places()}
        self._sentence = 0
        paragraph = -1
        for sentence in parsed.doc.sents:
            self._fade(sentence, paragraph)
            paragraph = parsed.paragraph(sentence.start_char)
            self._read(sentence)

    def meant(self, token: Token) -> Meant | None:
        """What a word that points back means; None where it does not, or nothing fits."""
        return self._meant.get(token.i)

    def _fade(self, sentence: Words, paragraph: int) -> None:
        self._sentence += 1
        quoted = self._parsed.quoted((sentence.start_char, sentence.end_char)) > 0.9
        factor = 0.9 if quoted else _DECAY
        if self._parsed.paragraph(sentence.start_char) != paragraph:
            factor *= _PARAGRAPH
        for entity in self._live:
            entity.weight *= factor
        self._live = [entity for entity in self._live if entity.weight > _FAINT]
        if len(self._live) > _MOST:
            self._live = sorted(self._live, key=lambda entity: -entity.weight)[:_MOST]

    def _read(self, sentence: Words) -> None:
        until = -1
        for token in sentence:
            if token.idx < until:
                continue
            if token.idx in self._persons:
                place, person = self._persons[token.idx]
                until = place[1]
                self._lend(self._entity_of(person), self._parsed.head(place) or token)
            elif token.lower_ in GENDERED:
                self._person_pronoun(token)
            elif token.lower_ in _PLURAL or token.lower_ in _THING:
                self._pronoun(token)
            elif token.lower_ == "who" and token.dep_ == "nsubj" and token.head.dep_ == "relcl":
                self._relative(token)
            elif token.i in self._names and token.i == self._names[token.i].root.i:
                self._name(self._names[token.i])
            elif token.pos_ in ("NOUN", "PROPN"):
                self._noun(token)

    # What lends weight.

    def _lend(self, entity: Entity, token: Token, share: float = 1.0) -> None:
        role = _role(token)
        weight = _WEIGHTS.get(role, _OTHER)
        if role == "poss" and token.head.dep_ in _SUBJECTS:
            weight = _OWNER
        if role == "nsubj" and _verb(token).lemma_.lower() in lexicon.SPEECH:
            weight *= _SPEAKER
        if role in _SUBJECTS and _verb(token).dep_ in ("ccomp", "advcl", "relcl"):
            weight *= _LOWER
        if role == "pobj" and _credited(token):
            weight = _WEIGHTS["nsubj"] * _SPEAKER
        if self._parsed.quotation(token.idx) is not None:
            weight *= _QUOTED
        if entity not in self._live:
            entity.weight = 0.0
            self._live.append(entity)
        more, less = sorted((entity.weight, weight * share), reverse=True)
        entity.weight = more + _AGAIN * less
        entity.sentence = self._sentence

    def _entity_of(self, person: Person) -> Entity:
        entity = self._of_person.get(person)
        if entity is None:
            entity = Entity(place=person.fullest, lemma=person.name, person=person)
            self._of_person[person] = entity
        return entity

    def _name(self, name: Words) -> None:
        if name.label_ not in _BODIES:
            return
        key = name.text.lower().removeprefix("the ").removesuffix("'s").removesuffix("’s")
        entity = self._by_name.setdefault(
            key,
            Entity(
                place=(name.start_char, name.end_char),
                lemma=name.root.lemma_.lower(),
                thing=True,
                label=name.label_,
            ),
        )
        entity.plural = name.label_ == "NORP" or name.root.tag_ == "NNPS"
        self._lend(entity, name.root, 0.8)

    def _relative(self, token: Token) -> None:
        """The words "Ann Lee, who served" make her their subject."""
        person = self._people.holding(token.head.head.idx)
        if person is not None:
            self._lend(self._entity_of(person), token, _WHO)

    def _noun(self, token: Token) -> None:
        lemma = token.lemma_.lower()
        someone = lemma in _PEOPLE or lemma in _THINGS or (token.tag_ in ("NNS", "NNPS") and token.dep_ in _SUBJECTS)
        if not someone or token.dep_ in ("compound", "appos", "attr", "amod"):
            return
        if any(child.dep_ == "appos" and child.idx in self._persons for child in token.children):
            return
        plural = token.tag_ in ("NNS", "NNPS")
        known = self._described(token, plural) if _definite(token) else None
        if known is not None:
            self._meant[token.i] = known
            if known.confidence >= 0.5:
                self._lend(known.entities[0], token)
                return
        determiners = {child.lower_ for child in token.children if child.dep_ in ("det", "poss", "nummod")}
        if not plural and not determiners:
            return
        entity = Entity(self._parsed.subtree(token), lemma, plural, thing=lemma in _THINGS - _PEOPLE)
        entity.gender = genders.of_title([lemma])
        entity.indefinite = not determiners.isdisjoint(_INDEFINITE) or (plural and not determiners)
        self._lend(entity, token, _UNNAMED if _role(token) in _SUBJECTS else _UNNAMED / 2)

    # What points back.

    def _person_pronoun(self, token: Token) -> None:
        gender = GENDERED[token.lower_]
        fitting = [
            entity
            for entity in self._live
            if not entity.plural
            and not entity.thing
            and entity.sex in (None, gender)
            and not self._bound(token, entity)
            and not self._named_by(token, entity)
        ]
        weights = {id(f): f.weight * (1.0 if f.sex else 0.6) for f in fitting}
        found = self._heaviest(fitting, weights)
        if found is None:
            return
        self._meant[token.i] = found
        self._lend(found.entities[0], token)
        if found.confidence >= 0.7 and found.entities[0].sex is None:
            found.entities[0].gender = gender

    def _pronoun(self, token: Token) -> None:
        plural = token.lower_ in _PLURAL
        fitting = [
            f
            for f in self._live
            if (f.plural or f.label == "ORG" if plural else f.thing and not f.plural) and not self._bound(token, f)
        ]
        weights = {id(f): f.weight * (1.0 if f.plural == plural else 0.4) for f in fitting}
        found = self._heaviest(fitting, weights)
        pair = self._pair(token) if plural else None
        if pair is not None and (found is None or sum(f.weight for f in pair.entities) > found.entities[0].weight * 2):
            found = pair
        if found is None:
            return
        self._meant[token.i] = Meant(found.entities, round(found.confidence * (0.85 if plural else 0.65), 2))
        for entity in found.entities:
            self._lend(entity, token, 0.8)

    def _pair(self, token: Token) -> Meant | None:
        """Persons named together ("A and B") in this sentence or the one before."""
        for place in reversed(self._joined(token)):
            return Meant(place, 0.65)
        return None

    def _joined(self, token: Token) -> list[tuple[Entity, ...]]:
        first = max(0, token.i - _WINDOW)
        out = []
        for word in self._parsed.doc[first : token.i]:
            together = [word, *word.conjuncts] if word.conjuncts and word.dep_ != "conj" else []
            found = [self._by_token(one) for one in together if one.i < token.i]
            entities = tuple(one for one in found if one is not None)
            if len(entities) > 1 and len(entities) == len(together):
                out.append(entities)
        return out

    def _by_token(self, token: Token) -> Entity | None:
        person = self._people.at((token.idx, token.idx + len(token))) or self._people.holding(token.idx)
        return self._entity_of(person) if person is not None else None

    def _described(self, token: Token, plural: bool) -> Meant | None:
        """Who is meant by "the senator", "the official", "the ministry"."""
        lemma = token.lemma_.lower()
        place = self._parsed.subtree(token)
        words = role_key(self._parsed.words((self._parsed.doc[token.left_edge.i].idx, token.idx + len(token))))
        same = [f for f in self._live if f.person is None and f.lemma == lemma and f.plural == plural and f.indefinite]
        if plural and lemma in lexicon.OFFICES - lexicon.UNNAMED_PEOPLE:
            together = [self._entity_of(person) for person in self._holders(words - {"two", "both"}, place)]
            if 2 <= len(together) <= _JOINT:
                return Meant(tuple(together), 0.6)
        if plural or lemma in _THINGS - _PEOPLE:
            return self._heaviest(same, {id(f): f.weight for f in same}, 0.8) if lemma in _PEOPLE else None
        holders = [self._entity_of(person) for person in self._holders(words, place)]
        if same and (lemma in lexicon.UNNAMED_PEOPLE or not holders):
            fitting = same + [f for f in holders if f.weight > _FAINT]
            return self._heaviest(fitting, {id(f): f.weight for f in fitting}, 0.85)
        if not holders:
            return self._epithet(token, lemma, words)
        if len(holders) == 1:
            return Meant((holders[0],), 0.9 if words else 0.6)
        found = self._heaviest(holders, {id(f): f.weight for f in holders}, 0.85)
        if found is not None and found.confidence < _CLEAR:
            return Meant(found.entities, 0.4)
        return found or Meant((max(holders, key=lambda f: len(f.person.places) if f.person else 0),), 0.4)

    def _holders(self, words: set[str], place: Range) -> list[Person]:
        """The persons to whom the article gives a role; of past and present holders those that the words mean."""
        if not words:
            return []
        fitting = [p for p, roles in self._roles if words <= roles]
        fitting = fitting or [p for p, roles in self._roles if may_hold(words, roles)]
        gone = past(self._parsed.words(place))
        return [p for p in fitting if p.former == gone] or fitting

    def _epithet(self, token: Token, lemma: str, words: set[str]) -> Meant | None:
        """A description of whoever is spoken of: "the 68-year-old Oregon native", "the Republican candidate"."""
        if lemma not in lexicon.OFFICES or lemma in lexicon.UNNAMED_PEOPLE:
            return None
        gender = genders.of_title([lemma])
        fitting = [
            f
            for f in self._live
            if f.person is not None and gender in (None, f.sex) and self._sentence - f.sentence <= 1
        ]
        found = self._heaviest(fitting, {id(f): f.weight for f in fitting})
        if found is None or found.confidence < 0.8:
            return None
        roles = role_key(" ".join(found.entities[0].person.roles)) if found.entities[0].person else set()
        return None if roles & lexicon.OFFICES else Meant(found.entities, 0.55)

    def _heaviest(self, fitting: list[Entity], weights: dict[int, float], most: float = 0.95) -> Meant | None:
        """The heaviest, with a confidence that grows with its lead over the next."""
        ordered = sorted((f for f in fitting if weights[id(f)] > _FAINT), key=lambda f: -weights[id(f)])
        if not ordered:
            return None
        first = weights[id(ordered[0])]
        second = weights[id(ordered[1])] if len(ordered) > 1 else 0.0
        lead = first / (first + second)
        sure = 0.95 if lead > 0.85 else 0.9 if lead > 0.7 else 0.8 if lead > 0.58 else 0.65 if lead > _TIE else 0.45
        gone = self._sentence - ordered[0].sentence
        return Meant((ordered[0],), round(min(most, max(0.3, sure - 0.08 * max(0, gone - 1))), 2))

    def _named_by(self, token: Token, entity: Entity) -> bool:
        """Whether a subject speaks of an entity by its name, and so is another: "Hale had lied, he said"."""
        verb = token.head
        if token.dep_ != "nsubj" or entity.person is None or verb.lemma_.lower() not in _SAYING:
            return False
        clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
        if clause is None and verb.dep_ == "parataxis" and verb.head.i < verb.i:
            clause = verb.head
        if clause is None:
            return False
        own = {one.i for one in token.subtree}
        named = (self._persons.get(one.idx) for one in clause.subtree if one.i not in own)
        return any(found is not None and found[1] is entity.person for found in named)

    def _bound(self, token: Token, entity: Entity) -> bool:
        """Whether grammar forbids that a pronoun means an entity: "him" is not the subject of its own verb."""
        if token.dep_ in ("nsubj", "nsubjpass", "poss") or token.lower_.endswith("self"):
            return False
        verb = token.head if token.head.pos_ in ("VERB", "AUX") else token.head.head
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.i >= token.i:
            return False
        meant = self._meant.get(subject.i)
        if meant is not None:
            return entity in meant.entities
        return entity is self._by_token(subject)


def _credited(token: Token) -> bool:
    """Whether it is the X of "according to X"."""
    while token.dep_ in ("pobj", "compound", "poss"):
        token = token.head
        if token.lower_ == "to" and token.head.lower_ == "according":
            return True
    return False


def _role(token: Token) -> str:
    """The grammatical role of a word, that of what it is joined to or stands beside included."""
    at = token
    for _ in range(6):
        if at.dep_ not in ("conj", "appos") or at.head.i == at.i:
            break
        at = at.head
    if at.dep_ == "pobj" and at.head.lower_ == "by" and at.head.dep_ == "agent":
        return "agent"
    return at.dep_


def _verb(token: Token) -> Token:
    """The verb that a subject, or what is joined to one, belongs to."""
    at = token
    for _ in range(6):
        if at.dep_ not in ("conj", "appos"):
            break
        at = at.head
    return at.head


def _definite(token: Token) -> bool:
    return any(child.lower_ in _POINTING and child.dep_ == "det" for child in token.children)
