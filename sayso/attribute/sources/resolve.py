"""Resolves mentions such as "he", "the ministry" or "the same periodical"; the mention's own words stay as they are."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, overlap
from sayso.attribute.sources.abbreviations import introduced
from sayso.attribute.sources.antecedents import Antecedents
from sayso.attribute.sources.hop_of_mention import hop_at, hop_of, joint, merged
from sayso.attribute.sources.interviews import Interview
from sayso.attribute.sources.joint import members
from sayso.attribute.sources.mention import Mention, without_article
from sayso.attribute.sources.organisations import Organisations
from sayso.attribute.sources.person import Person
from sayso.attribute.sources.persons import People
from sayso.attribute.sources.source_of_mention import mention_at
from sayso.language.english import BODIES
from schemas import Hop, Resolution

if TYPE_CHECKING:
    from spacy.tokens import Token


class SourceResolver:
    """Turns mentions into hops, in text order, and remembers them as possible antecedents."""

    def __init__(self, parsed: ParsedArticle) -> None:
        self._parsed = parsed
        self._people = People(parsed)
        self._interview = Interview(parsed, self._people)
        self._heard: list[tuple[Range, Hop]] = []
        self._antecedents = Antecedents(parsed, self._people, self._heard)

    def hop(self, place: Range, *, inherited: bool = False) -> Hop:
        """The source named at `place`, as an origin; later mentions may refer to it."""
        place = self._parsed.trimmed(place)
        if self._interview.answers(place):
            return self._interview.hop(place)
        mention = mention_at(self._parsed, self._people, place)
        several = members(self._parsed, self._people, place)
        hop = hop_of(self._parsed, mention, place).model_copy(update={"inherited": inherited, "members": several})
        hop = joint(hop, hop) if several else self._identified(hop) or self._resolved(hop, mention, place)
        hop = self._introduced(hop)
        if not inherited:
            self._heard.append((place, hop))
        return hop

    def _introduced(self, hop: Hop) -> Hop:
        """The hop with the words that state a named person's office."""
        person = self._people.named(hop.name) if hop.kind == "person" and hop.name else None
        if person is None or person.introduced is None:
            return hop
        return hop.model_copy(update={"introduced": self._parsed.span(person.introduced)})

    def _resolved(self, hop: Hop, mention: Mention, place: Range) -> Hop:
        """The hop merged with its antecedent, or with its name in full."""
        head = self._parsed.head(place)
        if head is None:
            return hop
        if mention.kind == "person" and mention.name and not mention.open:
            return self._in_full(hop, self._named(mention.name, place), place)
        full = self._abbreviations.get(without_article(mention.name or "")) if mention.registry is None else None
        if full is not None:
            return merged(hop, hop_at(self._parsed, self._people, full), 0.9)
        found = self._antecedents.of(head, place) if mention.open else None
        return merged(hop, *found) if found is not None else hop

    def _named(self, name: str, place: Range) -> Person | None:
        """The person that a mention names, found by the name's own place: "Moe's lawyer, Liv Aas" names two."""
        within = self._people.within(place)
        own = (person for where, person in within if name in (person.name, self._parsed.words(where)))
        return next(own, None) or self._people.named(name)

    def _in_full(self, hop: Hop, person: Person | None, place: Range) -> Hop:
        """The hop with the fullest form of the name in the article."""
        if person is None:
            return hop
        here = (where for where, other in self._people.within(place) if other is person)
        if any(self._parsed.words(where) == person.name for where in here):
            return hop
        resolution = Resolution(mention=self._parsed.span(person.fullest), confidence=min(0.95, person.sure))
        return hop.model_copy(update={"name": person.name, "resolved_from": resolution})

    def _identified(self, hop: Hop) -> Hop | None:
        """The hop of an unnamed source that the article explicitly identifies elsewhere."""
        head = self._parsed.head(hop.mention.range) if hop.anonymous and hop.mention else None
        if head is None or hop.mention is None:
            return None
        if head.lemma_.lower() in BODIES.nouns:
            return self._organisation(hop, hop.mention.range)
        return self._person(hop, head, hop.mention.range)

    def _organisation(self, hop: Hop, place: Range) -> Hop | None:
        named = self._organisations.described(hop.descriptor or "")
        if named is None or overlap(named, place):
            return None
        return merged(hop, hop_at(self._parsed, self._people, named), 0.7)

    def _person(self, hop: Hop, head: Token, place: Range) -> Hop | None:
        person = self._people.identified(head, place)
        if person is None:
            return None
        return merged(hop, hop_at(self._parsed, self._people, person.fullest), 0.85)

    @cached_property
    def _abbreviations(self) -> dict[str, Range]:
        return introduced(self._parsed.text)

    @cached_property
    def _organisations(self) -> Organisations:
        return Organisations(self._parsed)
