"""Antecedents of mentions: each rule returns the hop that a mention refers to with a confidence, or None.

A hop without a mention stands for several sources that speak jointly.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.attribute.media import MEDIA
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, meets, overlap
from sayso.attribute.sources.discourse import Discourse
from sayso.attribute.sources.firms import Firms
from sayso.attribute.sources.hop_of_mention import hop_at
from sayso.attribute.sources.person import Person
from sayso.attribute.sources.persons import People
from sayso.attribute.sources.relations import Relations
from sayso.attribute.sources.roles import role_key
from sayso.language.english import BODIES, FUNCTION_WORDS, OFFICES, OUTLETS, PEOPLE
from schemas import Hop, Member

if TYPE_CHECKING:
    from spacy.tokens import Token

Antecedent = tuple[Hop, float]

_PAIR = re.compile(r"(?:both|the two|the pair)\b(?!.*\b(?:whom|and)\b)", re.IGNORECASE)
_PAPER = re.compile(r"\W+(?:news)?(?:paper|daily|periodical)\b")
_MODIFYING = ("compound", "poss", "nmod", "amod")
_KINDS = (OUTLETS.papers, OUTLETS.broadcasters, OUTLETS.sites)
_BESIDE = 12
"""How many characters before the name of an outlet a noun for it may stand."""
_MEMORY = 200
"""How many names back a noun may refer."""
_REACH = 3
"""How many paragraphs back a pair or a report may be."""


class Antecedents:
    """The antecedents of the mentions in one article; `heard`: the sources quoted so far, with their places."""

    def __init__(self, parsed: ParsedArticle, people: People, heard: Sequence[tuple[Range, Hop]]) -> None:
        self._parsed = parsed
        self._people = people
        self._heard = heard
        self._discourse = Discourse(parsed, people)
        self._relations = Relations(parsed, people, self._discourse)

    def of(self, head: Token, place: Range) -> Antecedent | None:
        """The antecedent of the mention at a place, by the first rule that fits."""
        if head.lemma_.lower() in PEOPLE.kin and any(child.dep_ == "poss" for child in head.children):
            return self._person(self._relations.relative(head), 0.75)
        for rule in (
            self._pair,
            self._relative,
            self._aged,
            self._entity,
            self._outlet,
            self._report,
            self._body,
            self._firm,
            self._heard_before,
        ):
            found = rule(head, place)
            if found is not None:
                return found
        return None

    def _pair(self, head: Token, place: Range) -> Antecedent | None:
        """The two persons named last: "both", "the two leaders"."""
        if not _PAIR.match(self._parsed.words(place)) or (
            head.tag_ == "NNS" and head.lemma_.lower() not in PEOPLE.kinds | OFFICES.nouns
        ):
            return None
        found: list[tuple[Range, Person]] = []
        for where, person in self._people.before(place[0]):
            if not self._near(where, place):
                return None
            if all(person is not other for _, other in found):
                found.append((where, person))
            if len(found) == 2:
                return self._together((where, person.name) for where, person in reversed(found)), 0.6
        return None

    def _relative(self, head: Token, place: Range) -> Antecedent | None:
        """The noun that a relative clause belongs to: "the officer, who said ..."."""
        if head.lower_ not in ("who", "which", "that", "whose", "whom"):
            return None
        clause = next((t for t in (head.head, head.head.head) if t.dep_ == "relcl"), None)
        if clause is None:
            return None
        antecedent = clause.head
        while antecedent.dep_ == "appos":
            antecedent = antecedent.head
        return self._named(self._parsed.subtree(antecedent, (0, head.idx))), 0.9

    def _aged(self, head: Token, place: Range) -> Antecedent | None:
        """The person of an age: "the 61-year-old conductor"."""
        return self._person(self._relations.aged(head, place), 0.75)

    def _person(self, person: Person | None, sure: float) -> Antecedent | None:
        """A person, named in full."""
        return (self._named(person.fullest), sure) if person is not None else None

    def _entity(self, head: Token, place: Range) -> Antecedent | None:
        """The antecedent of a pronoun or definite description, by salience."""
        meant = self._discourse.meant(head)
        if meant is None:
            return None
        if len(meant.entities) > 1:
            return self._together((e.place, e.person.name) for e in meant.entities if e.person), meant.confidence
        [entity] = meant.entities
        if entity.place[0] <= place[0] < entity.place[1]:
            return None
        if entity.person is not None:
            found = self._named(entity.place)
            return found.model_copy(update={"name": entity.person.name, "kind": "person"}), meant.confidence
        heard = (hop for where, hop in reversed(self._heard[-_MEMORY:]) if overlap(where, entity.place) and hop.mention)
        return next(heard, None) or self._named(entity.place), meant.confidence

    def _outlet(self, head: Token, place: Range) -> Antecedent | None:
        """The outlet named last, of the kind that the noun says: "the newspaper"."""
        if head.lemma_.lower() not in OUTLETS.nouns or any(map(_own_name, head.children)):
            return None
        before = [where for where in self._outlets_before(place) if self._may_be(head, where)]
        papers = [where for where in before if _PAPER.match(self._parsed.text, where[1])]
        if papers and head.lemma_.lower() in ("paper", "newspaper", "daily", "periodical"):
            return self._named(papers[-1]), 0.8
        if head.lemma_.lower() in ("agency", "service"):
            return self._agency(place)
        named = [where for where in before if self._stands_alone(where)] or before
        return (self._named(named[-1]), 0.7) if named else None

    def _stands_alone(self, where: Range) -> bool:
        """Whether an outlet is not only named as whose somebody or something is: "former NBC News presidents"."""
        head = self._parsed.head(where)
        return head is None or head.dep_ not in _MODIFYING

    def _may_be(self, noun: Token, where: Range) -> bool:
        """Whether a noun may be said of the outlet named at a place: no paper is "the channel"."""
        said = {kind for kind in _KINDS if noun.lemma_.lower() in kind}
        words = {token.text for token in self._parsed.tokens((max(0, where[0] - _BESIDE), where[1]))}
        own = {kind for kind in _KINDS if not kind.isdisjoint(words)}
        listed = self._parsed.registry.lookup(self._parsed.words(where))
        agency = listed is not None and listed.kind == "news_agency"
        return not said or (bool(said & own) if own else not agency)

    def _agency(self, place: Range) -> Antecedent | None:
        """The news agency or government body named last: "the agency"."""
        for entity in reversed(self._parsed.entities_before(place[0], _MEMORY)):
            listed = self._parsed.registry.lookup(entity.text)
            if listed is not None and listed.kind in ("news_agency", "government"):
                return self._named((entity.start_char, entity.end_char)), 0.7
            if entity.label_ == "ORG" and not BODIES.agencies.isdisjoint(word.lower() for word in entity.text.split()):
                return self._named((entity.start_char, entity.end_char)), 0.7
        return None

    def _report(self, head: Token, place: Range) -> Antecedent | None:
        """The report of the outlet named last: "the report"."""
        if head.lemma_.lower() not in ("report", "article", "story", "publication", "account"):
            return None
        for where in reversed(self._outlets_before(place)):
            if self._near(where, place):
                return self._named(where).model_copy(update={"kind": "document"}), 0.6
        return None

    def _body(self, head: Token, place: Range) -> Antecedent | None:
        """The body named last whose name has all words of the mention: "the ministry"."""
        if head.lemma_.lower() not in BODIES.nouns:
            return None
        words = role_key(self._parsed.words(place))
        for entity in reversed(self._parsed.entities_before(place[0], _MEMORY)):
            if entity.label_ in ("ORG", "FAC", "GPE") and words <= role_key(entity.text):
                return self._named((entity.start_char, entity.end_char)), 0.8
        return None

    def _firm(self, head: Token, place: Range) -> Antecedent | None:
        """The body that the article calls so: "the union"."""
        named = self._firms.meant(head, place)
        return (self._named(named), 0.7) if named is not None else None

    @cached_property
    def _firms(self) -> Firms:
        return Firms(self._parsed)

    def _heard_before(self, head: Token, place: Range) -> Antecedent | None:
        """An earlier source mentioned by the same noun: "the official" of two sentences ago."""
        if head.pos_ == "PRON" or head.lower_ in FUNCTION_WORDS.pronouns:
            return None
        for where, hop in reversed(self._heard[-_MEMORY:]):
            other = self._parsed.head(where)
            same = other is not None and (other.lemma_.lower(), other.tag_) == (head.lemma_.lower(), head.tag_)
            if same and hop.mention and where != place and (hop.anonymous or hop.resolved_from or hop.kind != "person"):
                return hop, 0.7
        return None

    def _named(self, place: Range) -> Hop:
        """The hop of an antecedent that has not been quoted."""
        return hop_at(self._parsed, self._people, place)

    def _together(self, who: Iterable[tuple[Range, str]]) -> Hop:
        members = tuple(Member(name=name, mention=self._parsed.span(where), kind="person") for where, name in who)
        return Hop(role="origin", kind="group", members=members)

    def _near(self, where: Range, place: Range) -> bool:
        return self._parsed.paragraph(place[0]) - self._parsed.paragraph(where[0]) <= _REACH

    def _outlets_before(self, place: Range) -> list[Range]:
        outlets = self._parsed.outlets
        end = bisect_left(outlets, place)
        named = outlets[max(0, end - _MEMORY) : end]
        heard = [where for where, hop in self._heard[-_MEMORY:] if hop.kind in MEDIA and where < place]
        return sorted([*named, *(where for where in heard if self._parsed.outlet(where) and not meets(where, named))])


def _own_name(word: Token) -> bool:
    """Whether a word beside "the paper" is its name, not that of a place or owner."""
    return word.pos_ == "PROPN" and word.dep_ != "poss" and word.ent_type_ not in ("GPE", "NORP", "LOC")
