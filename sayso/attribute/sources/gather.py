"""Gathers the persons that an article names, with all places of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.name_contexts import gender, informativeness, introduction, roles
from sayso.attribute.sources.name_index import NameIndex
from sayso.attribute.sources.person import Person, name_key
from sayso.attribute.sources.titled_names import titled_names
from sayso.language import given_names as genders
from sayso.language.english import OFFICES, PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_BEFORE_NAMES = PEOPLE.honorifics | PEOPLE.kinds | OFFICES.nouns
_DASHES = ("-", "–", "—", "--")


def gathered(parsed: ParsedArticle) -> NameIndex:
    """The persons that one article names, without its author."""
    gatherer = _Gatherer(parsed)
    gatherer.gather()
    return gatherer.names


class _Gatherer:
    def __init__(self, parsed: ParsedArticle) -> None:
        self._parsed = parsed
        self.names = NameIndex()
        self._addressed: dict[tuple[int, str], Person] = {}
        """Who was called by an honorific and a surname last ("Mrs Dunmore"), by paragraph and surname."""

    def gather(self) -> None:
        """Read full names first, then surnames alone."""
        runs = [entity for entity in self._parsed.entities if entity.label_ == "PERSON"]
        for run in sorted([*runs, *titled_names(self._parsed)], key=self._rank):
            if self._claims(run.start_char):
                self._add(run)
        for token in self._parsed.doc:
            if token.pos_ == "PROPN" and self._claims(token.idx) and not _of_another(token) and not _compounded(token):
                self._again(token)

    def _add(self, entity: Words) -> None:
        """Record a place of a name, with what the words around it say about the person."""
        words = _own_words(entity)
        if not any(token.is_alpha for token in words):
            return
        place = self._parsed.trimmed((words[0].idx, words[-1].idx + len(words[-1])))
        name = self._parsed.words(place)
        person = self._meant(name, words)
        if person is None and self._parsed.registry.lookup(name) is not None:
            return
        if person is None:
            person = Person()
            self.names.persons.append(person)
        elif self._headline(entity) and name not in person.forms:
            place, name = self._known(place, person)
        person.add(place, name)
        person.roles |= set(roles(entity))
        introductions = (person.introduced, introduction(entity))
        person.introduced = max(introductions, key=lambda words: informativeness(self._parsed, words))
        person.gender = person.gender or gender(entity, name) or genders.of_title(person.roles)
        self.names.add(person, name)

    def _again(self, token: Token) -> None:
        """Record a place of a surname that is known from elsewhere in the article."""
        known = self.names.named(token.text) if self.names.knows(token.lower_) else None
        if known is None or _relative_of(known, token):
            return
        if any(name.lower().endswith(token.lower_) for name in known.forms):
            start = _given(token).idx if " " not in known.name else token.idx
            place = (start, token.idx + len(token))
            known.add(place, self._parsed.words(place))

    def _meant(self, name: str, words: list[Token]) -> Person | None:
        """The person already known by a name, also if a headline runs on after it ("Beck Blasts Critics")."""
        person = self.names.named(name)
        honorific = genders.of_title([words[0].doc[max(0, words[0].i - 1)].lower_])
        called = self._parsed.paragraph(words[0].idx), name
        if person is not None and honorific:
            person = self._of_gender(name, honorific)
            if person is not None:
                self._addressed[called] = person
            return person
        if called in self._addressed:
            return self._addressed[called]
        if person is None and self._headline(words[0].doc[words[0].i : words[-1].i + 1]):
            known = [self.names.named(word.text) for word in words]
            return next((other for other in known if other is not None), None)
        return person

    def _of_gender(self, name: str, gender: str) -> Person | None:
        """The one person with a name to whom an honorific belongs; None if it may be either of two."""
        known = self.names.named(name)
        others = [other for other in self.names.of_surname(name) if other.gender in (None, gender)]
        if len(others) > 1:
            others = [other for other in others if other.gender] or [other for other in others if other is known]
        return others[0] if len(others) == 1 else None

    def _known(self, place: Range, person: Person) -> tuple[Range, str]:
        """The part of a place that is a person's name, as range and as words."""
        names = {word for form in person.forms for word in name_key(form)}
        kept = [t for t in self._parsed.tokens(place) if t.lower_ in names]
        at = (kept[0].idx, kept[-1].idx + len(kept[-1])) if kept else place
        return at, self._parsed.words(at)

    def _rank(self, run: Words) -> tuple[bool, bool, int]:
        """Sort key: full names first, names in headlines last, whose capitals make them look longer."""
        return self._headline(run), len([t for t in run if t.is_alpha]) < 2, run.start

    def _claims(self, at: int) -> bool:
        segment = self._parsed.segment(at)
        return segment is None or segment.claims

    def _headline(self, run: Words) -> bool:
        segment = self._parsed.segment(run.start_char)
        return segment is not None and segment.kind == "headline"


def _own_words(entity: Words) -> list[Token]:
    """The words of a name, without what stands before a dash or after a possessive 's."""
    owner = next((token.i for token in entity if token.tag_ == "POS"), entity.end)
    dash = max((t.i + 1 for t in entity.doc[entity.start : owner] if _dash(t)), default=entity.start)
    words = [token for token in entity.doc[dash:owner] if token.pos_ not in ("PUNCT", "SPACE", "DET")]
    return words[1:] if len(words) > 1 and words[0].lower_ in PEOPLE.courtesies else words


def _of_another(token: Token) -> bool:
    """Whether a word belongs to a person's name or to a longer name of something else."""
    alone = token.ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I")
    return token.ent_type_ == "PERSON" or (token.ent_type_ in ("ORG", "DATE") and not alone)


def _compounded(token: Token) -> bool:
    """Whether a word is part of a longer name ("Clinton Foundation")."""
    return token.dep_ == "compound" and token.head.pos_ == "PROPN"


def _dash(token: Token) -> bool:
    """Whether a word is a dash between words, not one within a name ("al-Assad")."""
    return token.text in _DASHES and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _relative_of(known: Person, surname: Token) -> bool:
    """Whether a surname stands behind another given name than that of the person known by it."""
    given = surname.nbor(-1) if surname.i else surname
    name = given.pos_ == "PROPN" and given.text.istitle() and given.is_alpha and given.ent_type_ != "NORP"
    other = name and given.head.i == surname.i and given.lower_ not in _BEFORE_NAMES
    return other and " " in known.name and given.lower_ not in {word for form in known.forms for word in name_key(form)}


def _given(surname: Token) -> Token:
    """The given name right before a surname, or the surname itself if there is none."""
    before = surname.nbor(-1) if surname.i else surname
    return before if before.pos_ == "PROPN" and genders.of_name(before.text) else surname
