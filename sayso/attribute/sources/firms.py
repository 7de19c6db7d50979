"""What "the firm", "the union" or "the airline" means: the body that the article calls so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, overlap
from sayso.attribute.sources.abbreviations import introduced
from sayso.attribute.sources.person import name_key
from sayso.language.english import BODIES

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token


class Firms:
    """The bodies of one article, and what it calls them."""

    def __init__(self, parsed: ParsedArticle) -> None:
        self._parsed = parsed
        short = introduced(parsed.text)
        bodies = [entity for entity in parsed.entities if entity.label_ == "ORG" and entity.text not in short]
        self._called = [(noun, body) for body in bodies for noun in _nouns_for(body)]

    def meant(self, noun: Token, place: Range) -> Range | None:
        """The place of the body that "the" and a noun mean; None if it is open."""
        lemma = noun.lemma_.lower()
        if lemma not in BODIES.nouns | BODIES.trading or not _bare(noun):
            return None
        called = {_key(body): body for said, body in reversed(self._called) if said == lemma}
        if len(called) != 1:
            return None
        [body] = called.values()
        found = body.start_char, body.end_char
        return None if overlap(found, place) else found


def _nouns_for(body: Words) -> Iterator[str]:
    """The nouns that say what a body is: "Kelmo Glass, a firm", "the airline Aerosul"."""
    root = body.root
    beside = [child for child in root.children if child.dep_ == "appos"]
    if root.dep_ == "appos":
        beside.append(root.head)
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        beside.extend(child for child in root.head.children if child.dep_ == "attr")
    yield from (word.lemma_.lower() for word in beside if word.tag_ == "NN")


def _bare(noun: Token) -> bool:
    """Whether a noun has "the" and nothing else before it."""
    before = [child.lower_ for child in noun.lefts]
    return before == ["the"] and noun.tag_ == "NN"


def _key(body: Words) -> tuple[str, ...]:
    """A body's name without its article and possessive."""
    key = name_key(body.text)
    return key[1:] if key[:1] == ("the",) else key
