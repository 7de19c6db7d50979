"""Resolves the pronouns and definite descriptions of an article in one pass from beginning to end.

Every mention adds weight to its entity (`salience.py`), which halves with every sentence (`entities.py`); a pronoun or
description refers to the heaviest entity that fits (`anaphora.py`, `definite_descriptions.py`). The confidence grows
with its lead over the next heaviest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.sources.anaphora import Pronouns
from sayso.attribute.sources.definite_descriptions import SOMEBODY, THINGS, Descriptions
from sayso.attribute.sources.entities import Entities, Entity, Reference
from sayso.attribute.sources.persons import People
from sayso.attribute.sources.salience import SUBJECTS, role_of
from sayso.language import given_names as genders
from sayso.language.english import FUNCTION_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_WHO = 0.8
"""The share of a subject's weight that "who" lends."""
_NAME = 0.8
"""The share of a word's weight that the name of a body lends."""
_OTHER_PRONOUN = 0.8
"""The share of a word's weight that "it" and "they" lend."""
_UNNAMED = 0.6
"""The share of a word's weight that a noun lends to a new, unnamed entity."""
_BODIES = ("ORG", "GPE", "NORP", "FAC", "WORK_OF_ART")


class Discourse:
    """What the pronouns and definite descriptions of an article refer to."""

    def __init__(self, parsed: ParsedArticle, people: People) -> None:
        self._parsed = parsed
        self._people = people
        self._persons = {place[0]: (place, person) for place, person in people.places()}
        self._names = {token.i: name for name in parsed.entities for token in name}
        self._meant: dict[int, Reference] = {}
        self._entities = Entities(parsed, people)
        self._pronouns = Pronouns(self._entities, self._persons, self._meant)
        self._descriptions = Descriptions(parsed, people, self._entities)
        paragraph = -1
        for sentence in parsed.doc.sents:
            at = parsed.paragraph(sentence.start_char)
            self._entities.fade(sentence, at == paragraph)
            paragraph = at
            self._read(sentence)

    def meant(self, token: Token) -> Reference | None:
        """What a word refers to; None if it does not refer back, or nothing fits."""
        return self._meant.get(token.i)

    def _read(self, sentence: Words) -> None:
        until = -1
        for token in sentence:
            if token.idx < until:
                continue
            if token.idx in self._persons:
                place, person = self._persons[token.idx]
                until = place[1]
                self._entities.lend(self._entities.of_person(person), self._parsed.head(place) or token)
            else:
                self._word(token)

    def _word(self, token: Token) -> None:
        """Read a word that is not part of a person's name."""
        if token.lower_ in FUNCTION_WORDS.gendered:
            self._person_pronoun(token)
        elif token.lower_ in FUNCTION_WORDS.they or token.lower_ in FUNCTION_WORDS.it:
            self._other_pronoun(token)
        elif token.lower_ == "who" and token.dep_ == "nsubj" and token.head.dep_ == "relcl":
            self._relative(token)
        elif token.i in self._names and token.i == self._names[token.i].root.i:
            self._name(self._names[token.i])
        elif token.pos_ in ("NOUN", "PROPN"):
            self._noun(token)

    def _person_pronoun(self, token: Token) -> None:
        found = self._pronouns.person(token)
        if found is None:
            return
        self._meant[token.i] = found
        [entity] = found.entities
        self._entities.lend(entity, token)
        if found.confidence >= 0.7 and entity.sex is None:
            entity.gender = FUNCTION_WORDS.gendered[token.lower_]

    def _other_pronoun(self, token: Token) -> None:
        found = self._pronouns.other(token)
        if found is None:
            return
        self._meant[token.i] = found
        for entity in found.entities:
            self._entities.lend(entity, token, _OTHER_PRONOUN)

    def _relative(self, token: Token) -> None:
        """Lend weight to the person before "who": "Ann Lee, who served"."""
        person = self._people.holding(token.head.head.idx)
        if person is not None:
            self._entities.lend(self._entities.of_person(person), token, _WHO)

    def _name(self, name: Words) -> None:
        if name.label_ in _BODIES:
            self._entities.lend(self._entities.of_name(name), name.root, _NAME)

    def _noun(self, token: Token) -> None:
        """Read a noun that refers back or brings in a new entity."""
        if not _speaks_of(token) or any(c.dep_ == "appos" and c.idx in self._persons for c in token.children):
            return
        plural = token.tag_ in ("NNS", "NNPS")
        known = self._descriptions.meant(token, plural) if _definite(token) else None
        if known is not None:
            self._meant[token.i] = known
            if known.confidence >= 0.5:
                self._entities.lend(known.entities[0], token)
                return
        determiners = {child.lower_ for child in token.children if child.dep_ in ("det", "poss", "nummod")}
        if plural or determiners:
            self._new(token, plural, determiners)

    def _new(self, token: Token, plural: bool, determiners: set[str]) -> None:
        """Add the entity that a noun brings in."""
        lemma = token.lemma_.lower()
        entity = Entity(self._parsed.subtree(token), lemma, plural, thing=lemma in THINGS - SOMEBODY)
        entity.gender = genders.of_title([lemma])
        entity.indefinite = not determiners.isdisjoint(FUNCTION_WORDS.indefinite) or (plural and not determiners)
        self._entities.lend(entity, token, _UNNAMED if role_of(token) in SUBJECTS else _UNNAMED / 2)


def _speaks_of(noun: Token) -> bool:
    """Whether a noun stands for an entity of its own."""
    lemma = noun.lemma_.lower()
    someone = lemma in SOMEBODY or lemma in THINGS or (noun.tag_ in ("NNS", "NNPS") and noun.dep_ in SUBJECTS)
    return someone and noun.dep_ not in ("compound", "appos", "attr", "amod")


def _definite(token: Token) -> bool:
    return any(child.lower_ in FUNCTION_WORDS.pointing and child.dep_ == "det" for child in token.children)
