"""The name of a person within a mention: as its head, in apposition, or after a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.persons import People
from sayso.language.english import BODIES, DOCUMENTS, FUNCTION_WORDS, OFFICES, OUTLETS, PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Token

_PEOPLE = PEOPLE.kinds | OFFICES.nouns | PEOPLE.kin | PEOPLE.parties_to_a_case
_FOR_ANOTHER = re.compile(r"(?:an?|one|another)\s|(?:[\w’'-]+\s){0,4}(?:for|to|with|from|at|close to)\s", re.IGNORECASE)


def name_behind_office(parsed: ParsedArticle, head: Token, place: Range, words: str) -> str | None:
    """The name after an office and a comma: "The mayor of Sella, Irena Duric"."""
    name = _behind_comma(words)
    if name is None or head.lemma_.lower() in DOCUMENTS.nouns or _of_another(head) or _clause(parsed, place):
        return None
    named_first = head.ent_type_ == "PERSON" and head.text not in name.split()
    return None if named_first else name


def _behind_comma(words: str) -> str | None:
    office, comma, name = words.strip(" ,").rpartition(", ")
    parts = name.split()
    known = {word.strip(".,'’").lower() for word in office.split()}
    titles = OFFICES.nouns | BODIES.nouns | PEOPLE.kinds
    if not comma or not 2 <= len(parts) <= 4 or not known & titles:
        return None
    capital = all(_name_part(part) for part in parts) and not parts[-1].isupper()
    return name if capital and not {part.lower() for part in parts} & (BODIES.nouns | OFFICES.nouns) else None


def _name_part(word: str) -> bool:
    """Whether a word may be part of a person's name: capitalised, or an initial."""
    initial = len(word) == 2 and word.endswith(".")
    return word[:1].isupper() and (initial or not word.isupper()) and word not in OUTLETS.in_names


def of_person(parsed: ParsedArticle, people: People, head: Token, place: Range) -> str | None:
    """The fullest form of the person's name that is a mention's head, in apposition to it, or after an office."""
    if not any(token.ent_type_ == "PERSON" for token in parsed.tokens(place)):
        return None
    apposed = [child for child in head.children if child.dep_ == "appos" and child.ent_type_ == "PERSON"]
    if _of_another(head):
        apposed = []
    holder = head if head.ent_type_ == "PERSON" else apposed[0] if apposed else _titled(parsed, place)
    if holder is None:
        return None
    entity = next((e for e in parsed.entities_in(place) if e.start <= holder.i < e.end), None)
    at = (entity.start_char, entity.end_char) if entity else (holder.idx, holder.idx + len(holder))
    own = parsed.words(at)
    known = people.at(at) or people.named(own)
    return known.name if known else re.sub(r"['’]s$", "", own)


def _titled(parsed: ParsedArticle, place: Range) -> Token | None:
    """The name at the end of a mention that begins with an office: "Deputy Chairman of the Council Ann Lee"."""
    words = [token for token in parsed.tokens(place) if not token.is_punct and not token.is_space]
    if not words or words[-1].ent_type_ != "PERSON" or _FOR_ANOTHER.match(parsed.words(place)):
        return None
    entity = next((e for e in parsed.entities_in(place) if e.start <= words[-1].i < e.end), None)
    before = entity[0].nbor(-1) if entity is not None and entity[0].i > words[0].i else None
    if before is None or before.pos_ not in ("PROPN", "NOUN") or _of_an_office([t for t in words if t.i <= before.i]):
        return None
    return words[-1] if any(token.lower_ in OFFICES.nouns for token in words) else None


def name_behind_title(parsed: ParsedArticle, place: Range) -> str | None:
    """The name after a title, where the parse saw no person: "Deputy Prime Minister Lee Rosen"."""
    words = [t for t in parsed.tokens(place) if not t.is_space and not t.is_punct]
    ranks = OFFICES.nouns | BODIES.nouns
    titles = [i for i, t in enumerate(words) if t.lower_ in ranks and t.text[:1].isupper()]
    if not any(t.lower_ in OFFICES.nouns for t in words):
        return None
    name = words[titles[-1] + 1 :] if titles and not _of_an_office(words[: titles[-1] + 1]) else []
    if 1 <= len(name) <= 4 and all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in name):
        return parsed.words((name[0].idx, name[-1].idx + len(name[-1])))
    return None


def _of_an_office(words: Sequence[Token]) -> bool:
    """Whether words lead through a preposition to another person's office: "the cousin of President" (Ann Lee)."""
    at = next((i for i, word in enumerate(words) if word.pos_ == "ADP"), len(words))
    return any(word.lower_ in OFFICES.nouns for word in words[at:])


def _of_another(head: Token) -> bool:
    """Whether a name after a noun may belong to another person, introduced by the noun's "of".

    "The brother of the accused, Tom Hale" is ambiguous. After a plural ("friends") the name is never the noun's.
    """
    if head.tag_ in ("NNS", "NNPS"):
        return True
    prepositions = [
        child for child in head.children if child.dep_ == "prep" and child.lower_ in FUNCTION_WORDS.before_a_name
    ]
    objects = [noun for child in prepositions for noun in child.children if noun.dep_ == "pobj"]
    return any(noun.lemma_.lower() in _PEOPLE and noun.ent_type_ != "PERSON" for noun in objects)


def _clause(parsed: ParsedArticle, place: Range) -> bool:
    """Whether a mention contains a clause, which may name others: "a waiter where the mayor, Ann Lee, dined"."""
    return any(token.tag_ in ("WP", "WDT", "WRB", "VBD", "VBZ", "VBP") for token in parsed.tokens(place))
