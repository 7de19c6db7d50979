"""Who is meant by "he", "the ministry" or "the same periodical": resolved beside the mention, never in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.attribute import lexicon
from sayso.attribute.joint import members
from sayso.attribute.offices import may_hold, role_key
from sayso.attribute.page import Page, Range
from sayso.attribute.people import GENDERED, People, Person
from sayso.attribute.registry import registry
from sayso.attribute.sources import MEDIA, Named, looks_like_outlet, named
from schemas import Hop, Member, Resolution, SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOT_PERSONS: tuple[SourceKind, ...] = ("organisation", "government", "document", "news_outlet", "news_agency")
_PAIRS = ("both", "two")
_PAPER = re.compile(r"\W+(?:news)?(?:paper|daily|periodical)\b")
_MEMORY = 200
"""How many names back a noun may point."""
_REACH = 3
"""How many paragraphs back a pronoun may point."""


class Speakers:
    """Turns mentions into hops, in text order, and remembers them for what points back."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._people = People(page)
        self._heard: list[tuple[Range, Hop]] = []
        self._spoke: dict[str, int] = {}

    def hop(self, place: Range, *, inherited: bool = False) -> Hop:
        """The source named at `place`, as an origin; later mentions may point back to it."""
        place = self._page.trimmed(place)
        what = named(self._page, self._people, place)
        hop = Hop(
            role="origin",
            name=what.name,
            mention=self._page.span(place),
            inherited=inherited,
            kind=what.kind,
            anonymous=what.anonymous,
            descriptor=what.descriptor,
            registry=what.registry,
            members=members(self._page, self._people, place),
        )
        hop = _joint(hop, hop) if hop.members else self._resolved(hop, what, place)
        if not inherited:
            self._heard.append((place, hop))
            if hop.name:
                self._spoke[hop.name] = len(self._heard)
        return hop

    def _resolved(self, hop: Hop, what: Named, place: Range) -> Hop:
        head = self._page.head(place)
        if head is None:
            return hop
        if what.kind == "person" and what.name and not what.open:
            person = self._people.at(place) or self._people.named(what.name)
            return self._in_full(hop, person, place)
        if not what.open:
            return hop
        for rule in (
            self._pair,
            self._pronoun,
            self._office,
            self._outlet,
            self._report,
            self._body,
            self._heard_before,
        ):
            found = rule(head, place)
            if found is not None:
                return (
                    _merged(hop, found[0], Resolution(mention=found[0].mention, confidence=found[1]))
                    if found[0].mention
                    else _joint(hop, found[0])
                )
        return hop

    def _in_full(self, hop: Hop, person: Person | None, place: Range) -> Hop:
        """The fuller form of the name elsewhere in the article."""
        if person is None or any(_within(p, place) and self._page.words(p) == person.name for p in person.places):
            return hop
        resolution = Resolution(mention=self._page.span(person.fullest), confidence=0.95)
        return hop.model_copy(update={"name": person.name, "resolved_from": resolution})

    # The rules: each gives the hop that is meant (without a mention for joint speakers) and a confidence, or None.

    def _pair(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        words = self._page.words(place).lower().split()
        if not any(word in _PAIRS for word in words[:2]):
            return None
        found: list[tuple[Range, Person]] = []
        for where, person in self._people.before(place[0]):
            if all(person is not other for _, other in found):
                found.append((where, person))
            if len(found) == 2:
                members = tuple(
                    Member(name=p.name, mention=self._page.span(where), kind="person") for where, p in reversed(found)
                )
                return Hop(role="origin", kind="group", members=members), 0.6
        return None

    def _pronoun(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        word = head.lower_
        if word in ("who", "which", "that") and head.head.dep_ == "relcl":
            antecedent = head.head.head
            where = self._page.subtree(antecedent, (0, head.idx))
            return self._other(where), 0.9
        if word in GENDERED:
            return self._person_before(place, GENDERED[word])
        if word in ("it", "itself"):
            return self._heard_of(place, _NOT_PERSONS, 0.7)
        if word in ("they", "them"):
            return self._heard_of(place, ("group", *_NOT_PERSONS), 0.6)
        return None

    def _person_before(self, place: Range, gender: str) -> tuple[Hop, float] | None:
        own = self._page.segment(place[0])
        for where, person in self._people.before(place[0]):
            if own is None or where[0] < own.span.start:
                break
            token = self._page.head(where)
            if token is not None and token.dep_ in ("nsubj", "nsubjpass") and person.gender in (None, gender):
                return self._other(where), 0.8
        for where, hop in reversed(self._heard):
            if not self._near(where, place):
                break
            known = self._people.named(hop.name) if hop.name else None
            if hop.kind == "person" and (known is None or known.gender in (None, gender)) and hop.mention:
                known_gender = known.gender if known else None
                if known is not None and known_gender is None:
                    known.gender = gender
                return hop, 0.85
        for where, person in self._people.before(place[0]):
            if not self._near(where, place):
                break
            if person.gender in (None, gender):
                return self._other(where), 0.5
        return None

    def _office(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        words = role_key(self._page.words(place))
        if head.lemma_.lower() not in lexicon.OFFICES and head.lemma_.lower() not in lexicon.UNNAMED_PEOPLE:
            return None
        fitting = [p for p, roles in self._roles if words and words <= roles]
        fitting = fitting or [p for p, roles in self._roles if may_hold(words, roles)]
        if not fitting:
            return None
        last = {id(p): max((where for where in p.places if where < place), default=(-1, -1)) for p in fitting}
        best = max(fitting, key=lambda p: (last[id(p)] > (-1, -1), self._spoke.get(p.name, -1), last[id(p)]))
        return self._other(best.fullest), 0.9 if len(fitting) == 1 else 0.7

    def _outlet(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        if head.lemma_.lower() not in lexicon.OUTLETS:
            return None
        before = self._outlets[: bisect_left(self._outlets, place)][-_MEMORY:]
        papers = [where for where in before if _PAPER.match(self._page.text, where[1])]
        if papers and head.lemma_.lower() in ("paper", "newspaper", "daily", "periodical"):
            return self._other(papers[-1]), 0.8
        return (self._other(before[-1]), 0.7) if before else None

    def _report(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        if head.lemma_.lower() not in ("report", "article", "story", "publication", "account"):
            return None
        for where in reversed(self._outlets[: bisect_left(self._outlets, place)][-_MEMORY:]):
            if self._near(where, place):
                found = self._other(where)
                return found.model_copy(update={"kind": "document"}), 0.6
        return None

    def _body(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        lemma = head.lemma_.lower()
        if lemma not in lexicon.BODIES:
            return None
        words = role_key(self._page.words(place))
        for entity in reversed(self._page.entities_before(place[0], _MEMORY)):
            if entity.label_ in ("ORG", "FAC", "GPE") and words <= role_key(entity.text):
                return self._other((entity.start_char, entity.end_char)), 0.8
        return None

    def _heard_before(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        """An unnamed source met before: "the official" is the official of two sentences ago."""
        for where, hop in reversed(self._heard[-_MEMORY:]):
            other = self._page.head(where)
            if other is not None and other.lemma_.lower() == head.lemma_.lower() and hop.mention and where != place:
                return hop, 0.7
        return None

    @cached_property
    def _roles(self) -> list[tuple[Person, set[str]]]:
        """Each person with the roles that the article gives."""
        return [(person, role_key(" ".join(person.roles))) for person in self._people.persons]

    def _heard_of(self, place: Range, kinds: tuple[SourceKind, ...], sure: float) -> tuple[Hop, float] | None:
        for where, hop in reversed(self._heard):
            if not self._near(where, place):
                return None
            if hop.kind in kinds and hop.mention:
                return hop, sure
        return None

    def _other(self, place: Range) -> Hop:
        """A hop for an antecedent that has not spoken."""
        place = self._page.trimmed(place)
        what = named(self._page, self._people, place)
        return Hop(
            role="origin",
            name=what.name,
            mention=self._page.span(place),
            kind=what.kind,
            anonymous=what.anonymous,
            descriptor=what.descriptor,
            registry=what.registry,
        )

    def _near(self, where: Range, place: Range) -> bool:
        return self._page.paragraph(place[0]) - self._page.paragraph(where[0]) <= _REACH

    @cached_property
    def _outlets(self) -> list[Range]:
        """Where outlets are named, in text order."""
        listed = {(n.start, n.end) for n in registry().find_all(self._page.text) if n.source.kind in MEDIA}
        others = {
            (e.start_char, e.end_char)
            for e in self._page.entities
            if e.label_ in ("ORG", "WORK_OF_ART") and looks_like_outlet(self._page, (e.start_char, e.end_char))
        }
        return sorted(listed | others)


def _merged(hop: Hop, meant: Hop, resolution: Resolution) -> Hop:
    """What the antecedent tells of the source, beside the mention as it stands."""
    return hop.model_copy(
        update={
            "name": meant.name,
            "kind": meant.kind,
            "anonymous": meant.anonymous,
            "descriptor": meant.descriptor,
            "registry": meant.registry,
            "members": meant.members,
            "resolved_from": meant.resolved_from or resolution,
        }
    )


def _joint(hop: Hop, meant: Hop) -> Hop:
    names = " and ".join(member.name for member in meant.members)
    return hop.model_copy(
        update={"members": meant.members, "kind": "group", "anonymous": False, "name": names, "descriptor": None}
    )


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
