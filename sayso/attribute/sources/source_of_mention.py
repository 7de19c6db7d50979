"""The source that a mention names by its own words alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.quotation_marks import unquoted
from sayso.attribute.sources.described_sources import described
from sayso.attribute.sources.mention import Mention, descriptor, unnamed, without_article
from sayso.attribute.sources.named_sources import listed_name, proper, proper_name
from sayso.attribute.sources.person_names import name_behind_office, name_behind_title, of_person
from sayso.attribute.sources.persons import People
from sayso.language.english import DOCUMENTS, FUNCTION_WORDS, OFFICES, PEOPLE, QUANTITIES

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_DETERMINED = re.compile(r"(?:the|an?|one|another)\s", re.IGNORECASE)
_ABOUT = (
    r"(?:(?:nearly|almost|about|around|roughly|at least|more than|fewer than|less than|over|up to|only|just|some)\s)*"
)
_NUMERAL = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|a dozen|half)"
_COUNTED = re.compile(
    rf"{_ABOUT}(?:{_NUMERAL}(?:\s(?:million|billion)|-?%)?\sof\s|[\w.,-]+\s(?:percent|per cent)\sof\s"
    rf"|{_NUMERAL}\s(?:million|thousand)\s"
    r"|(?:dozens|scores|hundreds|thousands|millions|tens of thousands)\b(?!\sof\s(?:documents|emails|e-mails|pages))"
    r"|(?:many|most|several|some|few|none|all|each|one|any|others|both) of\s(?!which)|(?:virtually |nearly )?every\s)",
    re.IGNORECASE,
)
_PLACES = ("GPE", "NORP", "LOC", "FAC")


def mention_at(parsed: ParsedArticle, people: People, place: Range) -> Mention:
    """The mention at `place`, by the first that fits.

    1. A listed source; 2. a pronoun, which names no one yet; 3. a person; 4. counted people; 5. a member of a party;
    6. a proper name; 7. the description by a common noun.
    """
    place = _named_body(parsed, place)
    words = unquoted(parsed.words(place))
    head = parsed.head(place)
    people_of = head is not None and head.pos_ == "NOUN" and head.lemma_.lower() in PEOPLE.kinds
    listed = None if people_of else parsed.registry.lookup(words)
    if listed:  # 1
        return Mention(listed.kind, False, listed_name(parsed, listed, words), registry=listed.key)
    if head is None:
        return Mention("unknown", True, descriptor=words)
    if head.lower_ in FUNCTION_WORDS.pronouns and head.pos_ in ("PRON", "DET", "NOUN", "PROPN", "NUM"):  # 2
        return _pronoun(head, words)
    name = _surname(parsed, people, place, words) or name_behind_office(parsed, head, place, words)
    if name is not None:  # 3
        return Mention("person", False, name)
    if _COUNTED.match(words):  # 4
        return _several(head, words)
    name = of_person(parsed, people, head, place) or _known(people, head, place)
    if name:
        return Mention("person", False, name)
    if head.ent_type_ == "NORP" and head.tag_ in ("NN", "NNP", "JJ") and _DETERMINED.match(words):  # 5
        return _partisan(words)
    office = head.lower_ in OFFICES.nouns and head.tag_ == "NNP" and not name_behind_title(parsed, place)
    body = _body_apposed(parsed, head, place)
    if body is not None:  # 6
        return proper_name(parsed, body.root, (body.start_char, body.end_char), without_article(body.text))
    if proper(head) and not office:
        return proper_name(parsed, head, place, words)
    return described(parsed, _counted_noun(head), place, words)  # 7


def _named_body(parsed: ParsedArticle, place: Range) -> Range:
    """The firm or body alone in "the buyer, Moss & Sons" and "Moss & Sons, the auctioneer"; else the whole place."""
    words = parsed.text[slice(*place)]
    if words.count(", ") != 1:
        return place
    comma = place[0] + words.index(", ")
    sides = (place[0], comma), (comma + 2, place[1])
    for named, described_as in (sides, sides[::-1]):
        if _DETERMINED.match(parsed.text, described_as[0]) and _is_firm(parsed, named):
            return named
    return place


def _is_firm(parsed: ParsedArticle, place: Range) -> bool:
    name = [token for token in parsed.tokens(place) if token.text != "&"]
    if not name or any(token.lower_ in OFFICES.nouns or not token.text[:1].isupper() for token in name):
        return False
    return parsed.entity_is(place, ("ORG",)) or "&" in parsed.text[slice(*place)]


def _pronoun(head: Token, words: str) -> Mention:
    """The mention by a pronoun, open until its antecedent is found; "those close to him" and "one" are unnamed."""
    if head.lower_ in ("those", "one") and (len(words.split()) > 1 or head.lower_ == "one"):
        return unnamed("person" if head.lower_ == "one" else "group", words)
    plural = head.lower_ in FUNCTION_WORDS.plural_pronouns | {"we", "us", "some"}
    return Mention("group" if plural else "unknown", False, open=True)


def _surname(parsed: ParsedArticle, people: People, place: Range, words: str) -> str | None:
    """The full name of a person whom the mention names by a single word, or None."""
    surname = people.at(place) or people.named(words) if " " not in words and words[:1].isupper() else None
    known = surname is not None and " " in surname.name and not parsed.entity_is(place, _PLACES)
    return surname.name if surname is not None and known else None


def _several(head: Token, words: str) -> Mention:
    """Counted people: "dozens of them", "78 percent of voters"; or things that are read ("two reports")."""
    if head.lemma_.lower() in DOCUMENTS.nouns:
        return Mention("document", head.lemma_.lower() in DOCUMENTS.vague, words, descriptor(words))
    return unnamed("person" if words.lower().startswith("one of") else "group", words)


def _body_apposed(parsed: ParsedArticle, head: Token, place: Range) -> Words | None:
    """The name of the body in "the buyer, Moss & Sons" or in "Hart & Lowe, the auctioneer"."""
    apposed = [child for child in head.children if child.dep_ == "appos"]
    if head.pos_ == "NOUN":
        named = [child for child in apposed if child.ent_type_ == "ORG"] if _definite(head) else []
    else:
        named = [head] if head.ent_type_ == "ORG" and apposed else []
    bodies = (body for body in parsed.entities_in(place) if named and body.start <= named[0].i < body.end)
    return next((body for body in bodies if body.start_char == place[0] or _behind_a_comma(body)), None)


def _definite(noun: Token) -> bool:
    return any(child.lower_ == "the" for child in noun.children)


def _behind_a_comma(name: Words) -> bool:
    return name.start > 0 and name.doc[name.start - 1].text == ","


def _known(people: People, head: Token, place: Range) -> str | None:
    """The name of a person named within the mention, if the mention's head is part of that name; else None."""
    known = people.at(place) if proper(head) else None
    return known.name if known is not None and head.lower_ in known.name.lower().split() else None


def _partisan(words: str) -> Mention:
    """One member of a party or people: "the Utah Republican" is known, "a Republican" is not."""
    if words.lower().startswith("the "):
        return Mention("person", False, words, open=True)
    return unnamed("person", words)


def _counted_noun(head: Token) -> Token:
    """The noun that is counted: "ads" in "a wave of ads"; else the head itself."""
    of = next((child for child in head.children if child.lower_ == "of"), None)
    many = head.lemma_.lower() in QUANTITIES.measures and of is not None
    return next((child for child in of.children if child.dep_ == "pobj"), head) if many and of is not None else head
