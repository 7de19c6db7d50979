"""Whether the words for a hearer name an outlet, a programme or a host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.language.english import OUTLETS, PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Token


def outlet_in(parsed: ParsedArticle, place: Range) -> Range | None:
    """The place of the outlet, programme or host that the words for a hearer name: CNN in "CNN anchor Ann Lee"."""
    comma = parsed.text.find(", ", *place)
    place = (place[0], comma) if comma > place[0] else place  # without "a daily close to the party" behind it
    named = parsed.outlets_in(place)
    if named:
        return named[0][0], named[-1][1]
    head = parsed.head(place)
    if parsed.outlet(place) or (head is not None and (points_back(head) or _described(parsed, head, place))):
        return place
    if head is not None and unnamed_outlet(head):
        return place
    words = [token for token in parsed.tokens(place) if token.is_alpha or "-" in token.text]
    hosts = any(token.lower_ in PEOPLE.hosts for token in words)
    return place if hosts and any(token.pos_ == "PROPN" for token in words) else None


def _described(parsed: ParsedArticle, noun: Token, place: Range) -> bool:
    """Whether words call a name an outlet: "Science magazine", "the newspaper Karlower Bote"."""
    named = any(token.pos_ == "PROPN" for token in parsed.tokens(place))
    beside = [noun, *(c for c in noun.children if c.dep_ in ("compound", "nmod", "appos") and c.tag_ != "NNS")]
    return named and any(word.pos_ == "NOUN" and word.lemma_.lower() in OUTLETS.nouns for word in beside)


def unnamed_outlet(noun: Token) -> bool:
    """Whether words describe an outlet without naming it: "state television", "a local newspaper", not "the media"."""
    if noun.lemma_.lower() not in OUTLETS.unnamed or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    modifiers = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "poss") and c.i < noun.i]
    return bool(modifiers) and not any(child.lower_ in OUTLETS.any_of_them for child in modifiers)


def points_back(token: Token) -> bool:
    """Whether a word refers to an outlet named before: "the newspaper", not "this newspaper", the article's own."""
    definite = any(child.lower_ in ("the", "that") for child in token.children)
    return definite and token.tag_ != "NNS" and token.lemma_.lower() in OUTLETS.named_before
