"""Who is meant by "he", "the ministry" or "the same periodical": resolved beside the mention, never in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.attribute import lexicon
from sayso.attribute.media import MEDIA
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, overlap
from sayso.attribute.sources.anonymity import number, secrecy
from sayso.attribute.sources.discourse import Discourse
from sayso.attribute.sources.joint import members
from sayso.attribute.sources.mentions import Named, named
from sayso.attribute.sources.person import Person
from sayso.attribute.sources.persons import People
from sayso.attribute.sources.roles import role_key
from sayso.registry import registry
from schemas import Hop, Member, Resolution

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAIR = re.compile(r"(?:both|the two|the pair)\b(?!.*\b(?:whom|and)\b)", re.IGNORECASE)
_SPOKEN_WITH = re.compile(
    r"\b(?:interview(?:ed|s)?|conversation|spoke|speaks|talked|talks|sat down|questions (?:to|for)|asked|met)"
    r"(?: with| to| by)?(?:,? (?!and\b)[\w’'.-]+){0,6},? ?$",
    re.IGNORECASE,
)
"""What stands before the name of somebody who is interviewed."""
_LEAD = 300
"""Characters before a name in which they stand."""
_LIKELY = 0.5
"""From what confidence on a source takes the name of what it points back to."""
_PAPER = re.compile(r"\W+(?:news)?(?:paper|daily|periodical)\b")
_AGENCIES = frozenset("agency department administration bureau service office authority".split())
_MEMORY = 200
"""How many names back a noun may point."""
_STARS = 10
"""Characters behind "A" that may set it in bold before its colon."""
_REACH = 3
"""How many paragraphs back a pair or a report may point."""


class SourceResolver:
    """Turns mentions into hops, in text order, and remembers them for what points back."""

    def __init__(self, parsed: ParsedArticle) -> None:
        self._parsed = parsed
        self._people = People(parsed)
        self._discourse = Discourse(parsed, self._people)
        self._heard: list[tuple[Range, Hop]] = []

    def hop(self, place: Range, *, inherited: bool = False) -> Hop:
        """The source named at `place`, as an origin; later mentions may point back to it."""
        place = self._parsed.trimmed(place)
        what = named(self._parsed, self._people, place)
        joint = members(self._parsed, self._people, place)
        if (
            self._parsed.words(place).lower() in lexicon.ANSWERS
            and self._parsed.text[place[1] : place[1] + _STARS].lstrip("*")[:1] == ":"
        ):
            return self._interviewed(place)
        hop = self._said(what, place).model_copy(update={"inherited": inherited, "members": joint})
        hop = _joint(hop, hop) if joint else self._identified(hop) or self._resolved(hop, what, place)
        hop = self._introduced(hop)
        if not inherited:
            self._heard.append((place, hop))
        return hop

    def _introduced(self, hop: Hop) -> Hop:
        """With the words that say in what office a named person is."""
        person = self._people.named(hop.name) if hop.kind == "person" and hop.name else None
        if person is None or person.introduced is None:
            return hop
        return hop.model_copy(update={"introduced": self._parsed.span(person.introduced)})

    def _interviewed(self, place: Range) -> Hop:
        """Whoever answers as "A:", which names nobody: whom the words before name as spoken with, else the only one."""
        found = self._spoken_with
        if found is None or found[0][1] > place[0]:
            before = takewhile(lambda one: one[0][1] <= place[0], self._people.places())
            found = next(before, None)
            if found is not None and any(person is not found[1] for _, person in before):
                found = None
        where, name = (found[0], found[1].name) if found else (place, None)
        return Hop(
            role="origin", mention=self._parsed.span(where), name=name, kind="person", inherited=found is not None
        )

    @cached_property
    def _spoken_with(self) -> tuple[Range, Person] | None:
        """The first person whom the words before the name make out to be interviewed."""
        text = self._parsed.text
        return next(
            (o for o in self._people.places() if _SPOKEN_WITH.search(text, max(0, o[0][0] - _LEAD), o[0][0])), None
        )

    def _resolved(self, hop: Hop, what: Named, place: Range) -> Hop:
        head = self._parsed.head(place)
        if head is None:
            return hop
        if what.kind == "person" and what.name and not what.open:
            person = self._people.at(place) or self._people.named(what.name)
            return self._in_full(hop, person, place)
        if not what.open:
            return hop
        for rule in (
            self._pair,
            self._relative,
            self._entity,
            self._outlet,
            self._report,
            self._body,
            self._heard_before,
        ):
            found = rule(head, place)
            if found is not None:
                return _merged(hop, *found)
        return hop

    def _identified(self, hop: Hop) -> Hop | None:
        """An unnamed source whose name the article gives elsewhere, in so many words."""
        head = self._parsed.head(hop.mention.range) if hop.anonymous and hop.mention else None
        if head is None:
            return None
        lemma = head.lemma_.lower()
        if lemma in lexicon.BODIES:
            return self._body_named(hop)
        person = self._people.identified(head, hop.mention.range if hop.mention else (0, 0))
        return _merged(hop, self._other(person.fullest), 0.85) if person is not None else None

    def _body_named(self, hop: Hop) -> Hop | None:
        """The organisation whose name a description repeats: "a union of flight attendants"."""
        words = role_key(hop.descriptor or "")
        alike = [place for word in words for place, own in self._bodies.get(word, ()) if own <= words]
        if not alike or hop.mention is None or overlap(min(alike), hop.mention.range):
            return None
        return _merged(hop, self._other(min(alike)), 0.7)

    @cached_property
    def _bodies(self) -> dict[str, list[tuple[Range, frozenset[str]]]]:
        """Where organisations are first called what, and the words of that, by one of them."""
        first: dict[frozenset[str], Range] = {}
        for entity in self._parsed.entities:
            own = frozenset(role_key(entity.text) - lexicon.BODIES) if entity.label_ == "ORG" else frozenset()
            if len(own) > 1:
                first.setdefault(own, (entity.start_char, entity.end_char))
        found: dict[str, list[tuple[Range, frozenset[str]]]] = {}
        for own, place in first.items():
            if len(known := found.setdefault(min(own), [])) < _MEMORY:
                known.append((place, own))
        return found

    def _in_full(self, hop: Hop, person: Person | None, place: Range) -> Hop:
        """The fuller form of the name elsewhere in the article."""
        if person is None:
            return hop
        here = (where for where, other in self._people.within(place) if other is person)
        if any(self._parsed.words(where) == person.name for where in here):
            return hop
        resolution = Resolution(mention=self._parsed.span(person.fullest), confidence=min(0.95, person.sure))
        return hop.model_copy(update={"name": person.name, "resolved_from": resolution})

    # The rules: each gives the hop that is meant (without a mention for joint speakers) and a confidence, or None.

    def _pair(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        """The two persons named last: "both", "the two leaders"."""
        if not _PAIR.match(self._parsed.words(place)) or (
            head.tag_ == "NNS" and head.lemma_.lower() not in lexicon.UNNAMED_PEOPLE | lexicon.OFFICES
        ):
            return None
        found: list[tuple[Range, Person]] = []
        for where, person in self._people.before(place[0]):
            if not self._near(where, place):
                return None
            if all(person is not other for _, other in found):
                found.append((where, person))
            if len(found) == 2:
                return self._together((where, p.name) for where, p in reversed(found)), 0.6
        return None

    def _relative(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        if head.lower_ not in ("who", "which", "that", "whose", "whom"):
            return None
        clause = next((t for t in (head.head, head.head.head) if t.dep_ == "relcl"), None)
        if clause is None:
            return None
        antecedent = clause.head
        while antecedent.dep_ == "appos":
            antecedent = antecedent.head
        found = self._other(self._parsed.subtree(antecedent, (0, head.idx)))
        return found, 0.9

    def _entity(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        """Whom a pronoun or a description means, by what the article spoke of before."""
        meant = self._discourse.meant(head)
        if meant is None:
            return None
        if len(meant.entities) > 1:
            return self._together((f.place, f.person.name) for f in meant.entities if f.person), meant.confidence
        [entity] = meant.entities
        if entity.place[0] <= place[0] < entity.place[1]:
            return None
        if entity.person is not None:
            found = self._other(entity.place)
            return found.model_copy(update={"name": entity.person.name, "kind": "person"}), meant.confidence
        heard = (hop for where, hop in reversed(self._heard[-_MEMORY:]) if overlap(where, entity.place) and hop.mention)
        return next(heard, None) or self._other(entity.place), meant.confidence

    def _together(self, who: Iterable[tuple[Range, str]]) -> Hop:
        members = tuple(Member(name=name, mention=self._parsed.span(where), kind="person") for where, name in who)
        return Hop(role="origin", kind="group", members=members)

    def _outlet(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        if head.lemma_.lower() not in lexicon.OUTLETS:
            return None
        before = self._outlets_before(place)
        papers = [where for where in before if _PAPER.match(self._parsed.text, where[1])]
        if papers and head.lemma_.lower() in ("paper", "newspaper", "daily", "periodical"):
            return self._other(papers[-1]), 0.8
        if head.lemma_.lower() in ("agency", "service"):
            return self._agency(place)
        return (self._other(before[-1]), 0.7) if before else None

    def _agency(self, place: Range) -> tuple[Hop, float] | None:
        """A news agency or a body of the state, whichever was named last."""
        for entity in reversed(self._parsed.entities_before(place[0], _MEMORY)):
            listed = registry().lookup(entity.text)
            if listed is not None and listed.kind in ("news_agency", "government"):
                return self._other((entity.start_char, entity.end_char)), 0.7
            if entity.label_ == "ORG" and not _AGENCIES.isdisjoint(word.lower() for word in entity.text.split()):
                return self._other((entity.start_char, entity.end_char)), 0.7
        return None

    def _report(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        if head.lemma_.lower() not in ("report", "article", "story", "publication", "account"):
            return None
        for where in reversed(self._outlets_before(place)):
            if self._near(where, place):
                found = self._other(where)
                return found.model_copy(update={"kind": "document"}), 0.6
        return None

    def _body(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        lemma = head.lemma_.lower()
        if lemma not in lexicon.BODIES:
            return None
        words = role_key(self._parsed.words(place))
        for entity in reversed(self._parsed.entities_before(place[0], _MEMORY)):
            if entity.label_ in ("ORG", "FAC", "GPE") and words <= role_key(entity.text):
                return self._other((entity.start_char, entity.end_char)), 0.8
        return None

    def _heard_before(self, head: Token, place: Range) -> tuple[Hop, float] | None:
        """An unnamed source met before: "the official" is the official of two sentences ago."""
        if head.pos_ == "PRON" or head.lower_ in lexicon.PRONOUNS:
            return None
        for where, hop in reversed(self._heard[-_MEMORY:]):
            other = self._parsed.head(where)
            same = other is not None and (other.lemma_.lower(), other.tag_) == (head.lemma_.lower(), head.tag_)
            if same and hop.mention and where != place and (hop.anonymous or hop.resolved_from or hop.kind != "person"):
                return hop, 0.7
        return None

    def _other(self, place: Range) -> Hop:
        """A hop for an antecedent that has not spoken."""
        place = self._parsed.trimmed(place)
        return self._said(named(self._parsed, self._people, place), place)

    def _said(self, what: Named, place: Range) -> Hop:
        """The hop of a mention by itself."""
        secret = secrecy(self._parsed, place) if what.anonymous else None
        return Hop(
            role="origin",
            name=what.name,
            mention=self._parsed.span(place),
            kind=what.kind,
            anonymous=what.anonymous,
            descriptor=what.descriptor,
            number=number(self._parsed, place, self._parsed.head(place)) if what.anonymous else None,
            reason=self._parsed.span(secret.reason) if secret and secret.reason else None,
            terms=self._parsed.span(secret.terms) if secret and secret.terms else None,
            registry=what.registry,
        )

    def _near(self, where: Range, place: Range) -> bool:
        return self._parsed.paragraph(place[0]) - self._parsed.paragraph(where[0]) <= _REACH

    def _outlets_before(self, place: Range) -> list[Range]:
        end = bisect_left(self._outlets, place)
        return self._outlets[max(0, end - _MEMORY) : end]

    @cached_property
    def _outlets(self) -> list[Range]:
        """Where outlets are named, in text order."""
        listed = {(n.start, n.end) for n in registry().find_all(self._parsed.text) if n.source.kind in MEDIA}
        others = {
            (e.start_char, e.end_char)
            for e in self._parsed.entities
            if e.label_ in ("ORG", "WORK_OF_ART") and self._parsed.outlet((e.start_char, e.end_char))
        }
        return sorted(listed | others)


def _merged(hop: Hop, meant: Hop, sure: float) -> Hop:
    """What the antecedent tells of the source, beside the mention as it stands; of an unlikely one just its place."""
    if meant.mention is None:
        return _joint(hop, meant)
    if meant.resolved_from is not None:
        sure = min(sure, meant.resolved_from.confidence)
    where = meant.resolved_from.mention if meant.resolved_from else meant.mention
    resolution = Resolution(mention=where, confidence=sure)
    if sure < _LIKELY:
        return hop.model_copy(update={"resolved_from": resolution})
    taken = ("name", "kind", "anonymous", "descriptor", "number", "registry", "members")
    told = {name: getattr(meant, name) for name in taken}
    return hop.model_copy(
        update=told
        | {"resolved_from": resolution, "reason": hop.reason or meant.reason, "terms": hop.terms or meant.terms}
    )


def _joint(hop: Hop, meant: Hop) -> Hop:
    """A hop of several members, unnamed where all of them are."""
    names = " and ".join(member.name for member in meant.members)
    unnamed = all(member.anonymous for member in meant.members)
    told = {"name": None if unnamed else names, "descriptor": names if unnamed else None}
    number = "several" if unnamed else None
    return hop.model_copy(
        update=told | {"members": meant.members, "kind": "group", "anonymous": unnamed, "number": number}
    )
