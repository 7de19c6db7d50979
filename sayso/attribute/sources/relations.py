"""Persons whom an article describes by whose they are, or by their age: "his father, Olav Berg", "Ann Lee, 24"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.discourse import Discourse
from sayso.attribute.sources.person import Person
from sayso.attribute.sources.persons import People
from sayso.language import given_names as genders
from sayso.language.english import FUNCTION_WORDS, PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGED = re.compile(r"(?:the\s)?(\d{1,3})[\s-]year[\s-]old\b", re.IGNORECASE)
_AGE_BEHIND = re.compile(r",?\s(?:\((\d{1,3})\)|aged\s(\d{1,3})\b|(\d{1,3})(?=[,.;]|\sand\b))")
_AGE_BEFORE = re.compile(r"(\d{1,3})[\s-]year[\s-]old(?:\s[\w-]+){0,4}\s$")
_BEFORE = 60
_NEAR = 2
"""How many paragraphs back somebody may have been named whose age a description adds."""


class Relations:
    """Finds whom a relative or an age means, where the article says so."""

    def __init__(self, parsed: ParsedArticle, people: People, discourse: Discourse) -> None:
        self._parsed = parsed
        self._people = people
        self._discourse = discourse

    def relative(self, noun: Token) -> Person | None:
        """The one person whom the article names as that relative of the same person: "his father"."""
        whose = _whose(noun)
        if whose is None:
            return None
        known = self._relatives.get((noun.lemma_.lower(), noun.tag_), [])
        if len({id(person) for _, person in known}) != 1:
            return None
        introduced, person = known[0]
        pronoun = _whose(introduced)
        if pronoun is None or pronoun.lower_ != whose.lower_:
            return None
        owner, said_of = self._meant(pronoun), self._meant(whose)
        return person if said_of is None or said_of in (owner, person) else None

    def aged(self, noun: Token, place: Range) -> Person | None:
        """The person of that age, or the only one named just before whose age nothing else gives."""
        match = _AGED.match(self._parsed.words(place))
        if match is None:
            return None
        of_age = [person for person, age in self._ages.items() if age == match[1]]
        if of_age:
            return of_age[0] if len(of_age) == 1 else None
        here = self._parsed.paragraph(place[0])
        near = {
            person
            for where, person in self._people.before(place[0])
            if here - self._parsed.paragraph(where[0]) <= _NEAR
        }
        if len(near) != 1:
            return None
        [only] = near
        gender = genders.of_title([noun.lemma_.lower()])
        return only if only not in self._ages and gender in (None, only.gender) else None

    @cached_property
    def _relatives(self) -> Mapping[tuple[str, str], Sequence[tuple[Token, Person]]]:
        """The nouns for relatives with a name beside them, with the person, by lemma and tag."""
        found: dict[tuple[str, str], list[tuple[Token, Person]]] = {}
        for token in self._parsed.doc:
            person = self._named_beside(token)
            if person is not None:
                found.setdefault((token.lemma_.lower(), token.tag_), []).append((token, person))
        return found

    @cached_property
    def _ages(self) -> Mapping[Person, str]:
        return {person: age for where, person in self._people.places() if (age := self._age(where))}

    def _named_beside(self, noun: Token) -> Person | None:
        """The person named right after a noun, with or without a comma: "his father, Olav Berg"."""
        if _whose(noun) is None:
            return None
        at = noun.idx + len(noun)
        while at < len(self._parsed.text) and self._parsed.text[at] in ", ":
            at += 1
        return self._people.holding(at)

    def _age(self, where: Range) -> str | None:
        behind = _AGE_BEHIND.match(self._parsed.text, where[1])
        before = _AGE_BEFORE.search(self._parsed.text[max(0, where[0] - _BEFORE) : where[0]])
        return next(filter(None, behind.groups()), None) if behind else before[1] if before else None

    def _meant(self, pronoun: Token) -> Person | None:
        found = self._discourse.meant(pronoun)
        return found.entities[0].person if found is not None and len(found.entities) == 1 else None


def _whose(noun: Token) -> Token | None:
    """The "his" or "her" of a relative."""
    if noun.lemma_.lower() not in PEOPLE.kin:
        return None
    owners = (child for child in noun.children if child.lower_ in FUNCTION_WORDS.gendered and child.i < noun.i)
    return next(owners, None)
