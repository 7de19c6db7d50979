"""What the words around a name say about the person: roles, office, gender."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.language import given_names as genders
from sayso.language.english import FUNCTION_WORDS, OFFICES, PEOPLE
from sayso.language.spelling import NATIONALITIES, fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_FAR = 60
"""Words before a name, or in apposition to it, among which its role is looked for."""
_ROLES = OFFICES.nouns | PEOPLE.kin
_ROLE_TAGS = ("NOUN", "PROPN", "ADJ")


def introduction(entity: Words) -> Range | None:
    """The place of a name together with the office before or after it; None if there is no office."""
    lead = [token for token in _lead(entity) if token.lower_ in OFFICES.nouns]
    if lead:
        return _lead(entity).start_char, entity.end_char
    offices = [t for t in entity.root.children if t.dep_ == "appos" and t.lower_ in OFFICES.nouns]
    if not offices or offices[0].left_edge.i <= entity.root.i:
        return None
    last = offices[0].right_edge
    return entity.start_char, last.idx + len(last)


def informativeness(parsed: ParsedArticle, introduction: Range | None) -> int:
    """How much an introduction says: 2 for an office with its country, 1 for an office alone, 0 without one."""
    if introduction is None:
        return 0
    nations = {fold(token.text) for token in parsed.tokens(introduction)[:_FAR]} & NATIONALITIES
    return 2 if nations else 1


def roles(entity: Words) -> Iterator[str]:
    """The words, in lower case, of the role before a name ("Russian President"), after it, or in apposition."""
    doc = entity.doc
    words = [token.lower_ for token in _lead(entity) if not _owner(token)]
    if doc[entity.start - 1].lower_ != "," or any(word in OFFICES.nouns for word in words):
        yield from (word for word in words if word not in FUNCTION_WORDS.within_titles)
    root = entity.root
    for token in (*root.children, root.head):
        apposed = token.dep_ == "appos" or (token is root.head and root.dep_ == "appos")
        if apposed and token.ent_type_ != "PERSON":
            yield from _role_words(token, entity)
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_ == "be":
        for child in root.head.children:
            if child.dep_ == "attr" and child.lemma_.lower() in OFFICES.nouns:
                yield from _role_words(child, entity)


def _role_words(token: Token, entity: Words) -> Iterator[str]:
    for word in islice(token.subtree, _FAR):
        if not entity.start <= word.i < entity.end and word.pos_ in _ROLE_TAGS and not _owner(word):
            yield word.lower_


def _owner(word: Token) -> bool:
    """Whether a word is somebody whom another belongs to: "the queen" in "the queen's maid, Ann Lee"."""
    return word.dep_ == "poss" and word.pos_ == "NOUN" and word.lower_ in _ROLES


def gender(entity: Words, name: str) -> str | None:
    """The gender by the title before the name, else by the given name."""
    before = entity.doc[max(0, entity.start - 1)].lower_
    title = genders.of_title(word for word in (before, entity[0].lower_) if word in PEOPLE.honorifics)
    return title or (genders.of_name(name) if len(name.split()) > 1 else None)


def _lead(entity: Words) -> Words:
    """The words before a name that may state a role: "Russian President"."""
    doc = entity.doc
    end = entity.start
    if end > 2 and doc[end - 1].lower_ == "," and not any(t.lower_ in OFFICES.nouns for t in entity.root.children):
        end -= 1  # "Russia's ambassador, Ann Lee": the role stands before the comma
    start = end
    while start > max(0, end - _FAR) and (
        doc[start - 1].pos_ in _ROLE_TAGS or doc[start - 1].lower_ in FUNCTION_WORDS.within_titles
    ):
        start -= 1
    return doc[_beginning(doc, start, end) : end]


def _beginning(doc: Doc, start: int, end: int) -> int:
    """The index of the first word of a person's own role: in "the sister of President Lee", after the "of"."""
    for i in range(end - 1, start - 1, -1):
        if doc[i].pos_ == "ADP" and (i == end - 1 or any(doc[k].lower_ in _ROLES for k in range(i + 1, end))):
            return i + 1
    return start
