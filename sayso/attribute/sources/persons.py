"""The persons that an article names, with the roles it gives them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from sayso.attribute import lexicon
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.language import given_names as genders
from sayso.language.spelling import NATIONALITIES, fold
from sayso.registry import registry

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

GENDERED = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_HONORIFICS = frozenset("mr mr. sir lord mrs mrs. ms ms. miss lady madam dame baroness".split())
_PAST = frozenset("former ex onetime erstwhile late ex-president".split())
_LATER = ("later", "subsequently", "since", "afterwards")
_FAR = 60
"""Words before a name, or in apposition to it, among which its role is looked for."""
_MOST = 50
"""Persons of one name, forms of a person's name, and nouns found to be somebody, that are told apart."""
_DASHES = ("-", "–", "—", "--")
_FUNCTION = frozenset("of the to 's ’s - for".split())
_ROLES = lexicon.OFFICES | lexicon.KIN
_ROLE_TAGS = ("NOUN", "PROPN", "ADJ")


@dataclass(eq=False)
class Person:
    """One person: places of the name, each form of it with its first place, and lower-case words of the roles given."""

    places: list[Range] = field(default_factory=list)
    first: Range | None = None
    """The first of the places."""
    forms: dict[str, Range] = field(default_factory=dict)
    roles: set[str] = field(default_factory=set)
    introduced: Range | None = None
    """Where the article says in what office they are: "Russia's ambassador to Israel, Ann Lee"."""
    gender: str | None = None
    sure: float = 1.0
    """How sure it is that a surname alone means this one, and no relative in the same article."""

    def add(self, place: Range, name: str) -> None:
        """One more place, with the form of the name that stands there."""
        self.places.append(place)
        self.first = min(self.first, place) if self.first is not None else place
        if (name not in self.forms and len(self.forms) < _MOST) or place < self.forms.get(name, place):
            self.forms[name] = place

    @property
    def name(self) -> str:
        """The fullest form of the name."""
        return max(self.forms, key=lambda name: (len(name.split()), len(name)))

    @property
    def former(self) -> bool:
        """Whether a role of theirs is a past one."""
        return not self.roles.isdisjoint(_PAST)

    @property
    def fullest(self) -> Range:
        """Where that form first stands."""
        return self.forms[self.name]


class People:
    """The persons that one article tells of, each under every surname it goes by; its own author is none of them."""

    def __init__(self, parsed: ParsedArticle) -> None:
        self._parsed = parsed
        self.persons: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        runs = [entity for entity in parsed.entities if entity.label_ == "PERSON"] + list(_titled(parsed))
        for run in sorted(runs, key=lambda run: self._rank(run)):
            if self._told(run.start_char):
                self._add(run)
        for token in parsed.doc:
            if token.pos_ == "PROPN" and self._told(token.idx) and not _of_another(token) and not _compounded(token):
                self._again(token)

    def named(self, words: str) -> Person | None:
        """Whoever is meant by a name or a part of one; None where nobody or several could be."""
        key = _key(words)
        candidates = [p for p in self._by_word.get(key[-1], []) if _fits(key, p)] if key else []
        exact = [p for p in candidates if any(_key(name) == key for name in p.forms)]
        found = exact if len(candidates) > 1 and len(key) > 1 else candidates
        return found[0] if len(found) == 1 else self._main(found, key) if len(key) == 1 else None

    def _main(self, relatives: list[Person], key: tuple[str, ...]) -> Person | None:
        """Of several with one surname the one whom the article is about: named first, or far more often."""
        kin = [person for person in relatives if any(_key(form)[-1] == key[0] for form in person.forms if _key(form))]
        if not kin:
            return None
        first = min(kin, key=lambda one: one.first or (0, 0))
        most = max(kin, key=lambda one: len(one.places))
        main = most if len(most.places) > 2 * len(first.places) else first
        main.sure = 0.8
        return main

    def at(self, place: Range) -> Person | None:
        """The first person named within a place."""
        return next((person for _, person in self.within(place)), None)

    def within(self, place: Range) -> Iterator[tuple[Range, Person]]:
        """Every place within another that names somebody, in text order."""
        first, last = (bisect_left(self._mentions, at, key=_start) for at in place)
        return (((start, end), person) for start, end, person in self._mentions[first:last] if end <= place[1])

    def identified(self, noun: Token, place: Range) -> Person | None:
        """Whom the article gives as the name of an unnamed source: "the official, later identified as Ann Lee".

        Told in another sentence, it holds where the article brings in nobody else by that noun.
        """
        if not self._identities:
            return None
        lemma = noun.lemma_.lower()
        for known, person, later in self._identities:
            own = place[0] <= known.idx < place[1]
            same = known.lemma_.lower() == lemma and known.tag_ == noun.tag_ == "NN"
            if own or (same and later and self._brought_in[lemma] <= 1):
                return person
        return None

    @cached_property
    def _brought_in(self) -> Counter[str]:
        """How often the article brings in somebody by each noun: "an official"."""
        return Counter(t.lemma_.lower() for t in self._parsed.doc if t.tag_ == "NN" and _brought_in(t))

    @cached_property
    def _identities(self) -> list[tuple[Token, Person, bool]]:
        """Nouns that the article says are somebody, and whether it was found out later."""
        found = []
        for token in self._parsed.doc:
            if token.lemma_ not in ("identify", "name", "reveal") or token.tag_ != "VBN":
                continue
            subject = next((child for child in token.children if child.dep_ == "nsubjpass"), None)
            noun = token.head if token.dep_ in ("acl", "relcl") else subject
            names = [child for by in token.children if by.lower_ == "as" for child in by.children]
            names += [child for child in token.children if child.dep_ in ("oprd", "attr")]
            persons = [self.holding(name.idx) for name in names]
            if noun is not None and noun.pos_ == "NOUN" and persons and persons[0] is not None:
                later = token.lemma_ != "name" or any(child.lower_ in _LATER for child in token.children)
                found.append((noun, persons[0], later))
        return found[:_MOST]

    def places(self) -> Iterator[tuple[Range, Person]]:
        """Every place that names somebody, in text order."""
        for start, end, person in self._mentions:
            yield (start, end), person

    def holding(self, at: int) -> Person | None:
        """The person whose name stands at character `at`."""
        index = bisect_right(self._mentions, at, key=_start) - 1
        if index >= 0 and self._mentions[index][1] > at:
            return self._mentions[index][2]
        return None

    def before(self, at: int) -> Iterator[tuple[Range, Person]]:
        """Persons by the places that name them, from just before character `at` backwards."""
        for i in range(bisect_left(self._mentions, at, key=_start) - 1, -1, -1):
            start, end, person = self._mentions[i]
            yield (start, end), person

    @cached_property
    def _mentions(self) -> list[tuple[int, int, Person]]:
        return sorted(((*place, p) for p in self.persons for place in p.places), key=lambda m: m[:2])

    def _again(self, token: Token) -> None:
        """One more place of a surname that is known from elsewhere in the article."""
        if token.lower_ in self._by_word:
            known = self.named(token.text)
            if known is not None and any(name.lower().endswith(token.lower_) for name in known.forms):
                start = _given(token).idx if " " not in known.name else token.idx
                place = (start, token.idx + len(token))
                known.add(place, self._parsed.words(place))

    def _add(self, entity: Words) -> None:
        owner = next((token.i for token in entity if token.tag_ == "POS"), entity.end)
        dash = max((t.i + 1 for t in entity.doc[entity.start : owner] if _dash(t)), default=entity.start)
        words = [t for t in entity.doc[dash:owner] if t.pos_ not in ("PUNCT", "SPACE", "DET")]
        if not words or not any(token.is_alpha for token in words):
            return
        place = self._parsed.trimmed((words[0].idx, words[-1].idx + len(words[-1])))
        name = self._parsed.words(place)
        person = self._meant(name, words)
        if person is None and registry().lookup(name) is not None:
            return
        if person is None:
            person = Person()
            self.persons.append(person)
        elif self._headline(entity) and name not in person.forms:
            place, name = self._known(place, person)
        person.add(place, name)
        person.roles |= set(_roles(entity))
        person.introduced = max(person.introduced, _introduction(entity), key=lambda one: _telling(self._parsed, one))
        person.gender = person.gender or _gender(entity, name) or genders.of_title(person.roles)
        for word in _key(name):
            known = self._by_word.setdefault(word, [])
            if len(known) < _MOST and person not in known:
                known.append(person)

    def _rank(self, run: Words) -> tuple[bool, bool, int]:
        """Names in full come first, those of headlines (which capitals make longer than they are) last."""
        return self._headline(run), len([t for t in run if t.is_alpha]) < 2, run.start

    def _told(self, at: int) -> bool:
        segment = self._parsed.segment(at)
        return segment is None or segment.claims

    def _headline(self, run: Words) -> bool:
        segment = self._parsed.segment(run.start_char)
        return segment is not None and segment.kind == "headline"

    def _meant(self, name: str, words: list[Token]) -> Person | None:
        """Who has been met under a name, also where a headline runs on behind it ("Beck Blasts Critics")."""
        person = self.named(name)
        honorific = genders.of_title([words[0].doc[max(0, words[0].i - 1)].lower_])
        if person is not None and honorific and person.gender not in (None, honorific):
            kin = self._by_word.get(_key(name)[-1], [])
            fitting = [other for other in kin if other.gender in (None, honorific)]
            return fitting[0] if len(fitting) == 1 else None
        if person is None and self._headline(words[0].doc[words[0].i : words[-1].i + 1]):
            known = [self.named(word.text) for word in words]
            return next((one for one in known if one is not None), None)
        return person

    def _known(self, place: Range, person: Person) -> tuple[Range, str]:
        """The words at a place that belong to a person's name."""
        names = {word for form in person.forms for word in _key(form)}
        kept = [t for t in self._parsed.tokens(place) if t.lower_ in names]
        at = (kept[0].idx, kept[-1].idx + len(kept[-1])) if kept else place
        return at, self._parsed.words(at)


def _titled(parsed: ParsedArticle) -> Iterator[Words]:
    """Names behind a title that the parse took for no person: "President Ann Lee"."""
    doc = parsed.doc
    for token in doc[:-1]:
        name = token.head
        if (
            token.dep_ == "appos"
            and token.lower_ in lexicon.OFFICES
            and name.pos_ == "PROPN"
            and name.ent_type_ != "PERSON"
        ):
            first = min([name.i, *(t.i for t in name.lefts if t.dep_ == "compound" and t.pos_ == "PROPN")])
            if 1 <= name.i - first <= 3:
                yield doc[first : name.i + 1]
        if token.lower_ not in lexicon.OFFICES:
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i <= 3 and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper():
            end += 1
        if end == token.i + 1:
            end = _after_comma(token)
        run = doc[token.i + 1 : end]
        while len(run) and (run[0].lower_ == "," or "," in [t.lower_ for t in run]):
            run = run[1:]
        plain = all(t.lower_ not in lexicon.OFFICES | lexicon.BODIES and t.ent_type_ != "PERSON" for t in run)
        if len(run) >= 2 and plain:
            yield run


def _given(surname: Token) -> Token:
    """The given name before a surname that the parse knows as one elsewhere; the surname itself where there is none."""
    before = surname.nbor(-1) if surname.i else surname
    return before if before.pos_ == "PROPN" and genders.of_name(before.text) else surname


def _after_comma(office: Token) -> int:
    """Where the name ends that stands in apposition to an office: "ambassador to Israel, Ann Lee"."""
    doc = office.doc
    at = office.i + 1
    while at < len(doc) and at - office.i <= 6 and doc[at].pos_ in ("ADP", "DET", "PROPN", "ADJ"):
        at += 1
    if at >= len(doc) or doc[at].lower_ != ",":
        return office.i + 1
    end = at + 1
    while end < len(doc) and end - at <= 3 and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper():
        end += 1
    return end


def _of_another(token: Token) -> bool:
    """Whether a word is a part of somebody's or something's longer name."""
    alone = token.ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I")
    return token.ent_type_ == "PERSON" or (token.ent_type_ in ("ORG", "DATE") and not alone)


def _brought_in(noun: Token) -> bool:
    return any(child.lower_ in ("a", "an", "another", "one") for child in noun.children)


def _dash(token: Token) -> bool:
    """Whether a word is a dash between words, not one within a name ("al-Assad")."""
    return token.text in _DASHES and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _start(mention: tuple[int, int, Person]) -> int:
    return mention[0]


def _compounded(token: Token) -> bool:
    """Whether a word is but part of a longer name ("Clinton Foundation")."""
    return token.dep_ == "compound" and token.head.pos_ == "PROPN"


@lru_cache(maxsize=10_000)
def _key(words: str) -> tuple[str, ...]:
    plain = words.replace("’s", "").replace("'s", "").split()
    return tuple(word.strip(".,'’\"“”").lower() for word in plain if word[:1].isalpha())


def _fits(key: tuple[str, ...], person: Person) -> bool:
    """Whether the words of one name are among the other's: "Putin" and "Vladimir Putin", not two first names."""
    return any(set(key) <= set(other) or set(other) <= set(key) for other in (_key(name) for name in person.forms))


def _gender(entity: Words, name: str) -> str | None:
    """From the title before the name, else from the given name."""
    before = entity.doc[max(0, entity.start - 1)].lower_
    title = genders.of_title(word for word in (before, entity[0].lower_) if word in _HONORIFICS)
    return title or (genders.of_name(name) if len(name.split()) > 1 else None)


def _lead(entity: Words) -> Words:
    """The words in front of a name that may tell a role, as far back as they reach: "Russian President"."""
    doc = entity.doc
    end = entity.start
    if end > 2 and doc[end - 1].lower_ == "," and not any(t.lower_ in lexicon.OFFICES for t in entity.root.children):
        end -= 1  # "Russia's ambassador, Ann Lee": the role stands before the comma
    start = end
    while start > max(0, end - _FAR) and (doc[start - 1].pos_ in _ROLE_TAGS or doc[start - 1].lower_ in _FUNCTION):
        start -= 1
    return doc[_own(doc, start, end) : end]


def _own(doc: Doc, start: int, end: int) -> int:
    """Where the role of a person begins whose name ends words like "the sister of President": behind the "of"."""
    for i in range(end - 1, start - 1, -1):
        if doc[i].pos_ == "ADP" and (i == end - 1 or any(doc[k].lower_ in _ROLES for k in range(i + 1, end))):
            return i + 1
    return start


def _introduction(entity: Words) -> Range | None:
    """From the words of an office in front of a name to its end, or from the name to those behind it."""
    lead = [token for token in _lead(entity) if token.lower_ in lexicon.OFFICES]
    if lead:
        return _lead(entity).start_char, entity.end_char
    offices = [t for t in entity.root.children if t.dep_ == "appos" and t.lower_ in lexicon.OFFICES]
    if not offices or offices[0].left_edge.i <= entity.root.i:
        return None
    last = offices[0].right_edge
    return entity.start_char, last.idx + len(last)


def _telling(parsed: ParsedArticle, introduction: Range | None) -> int:
    """How much an introduction tells: of what country the office is, or only the office."""
    if introduction is None:
        return 0
    nations = {fold(token.text) for token in parsed.tokens(introduction)[:_FAR]} & NATIONALITIES
    return 2 if nations else 1


def _roles(entity: Words) -> Iterator[str]:
    """Words of the role in front of a name ("Russian President"), behind it, or in apposition."""
    doc = entity.doc
    words = [token.lower_ for token in _lead(entity)]
    if doc[entity.start - 1].lower_ != "," or any(word in lexicon.OFFICES for word in words):
        yield from (word for word in words if word not in _FUNCTION)
    root = entity.root
    for token in (*root.children, root.head):
        apposed = token.dep_ == "appos" or (token is root.head and root.dep_ == "appos")
        if apposed and token.ent_type_ != "PERSON":
            yield from _role_words(token, entity)
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_ == "be":
        for child in root.head.children:
            if child.dep_ == "attr" and child.lemma_.lower() in lexicon.OFFICES:
                yield from _role_words(child, entity)


def _role_words(token: Token, entity: Words) -> Iterator[str]:
    for one in islice(token.subtree, _FAR):
        if not entity.start <= one.i < entity.end and one.pos_ in _ROLE_TAGS:
            yield one.lower_
