"""Outlets that depend on the reporting verb through words for an interview or broadcast: "in an interview with CNN"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.relays.outlet_words import points_back, unnamed_outlet
from sayso.language.english import DOCUMENTS, OUTLETS, PEOPLE, RELAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = frozenset("pobj dobj dative compound poss nmod appos".split())
_STEPS = _OBJECTS | frozenset("npadvmod prep amod advcl pcomp acl agent conj".split())
TIMES = ("DATE", "TIME")


def outlets_by_parse(parsed: ParsedArticle, verbs: Sequence[Token], clause: Range) -> Iterator[Range]:
    """The places of outlets that depend on a reporting verb through nothing but words for an interview or broadcast."""
    cues = {verb.i for verb in verbs}
    for token in parsed.tokens(clause):
        noun = token.pos_ in ("PROPN", "NOUN") or token.lemma_.lower() in OUTLETS.named_before
        part = token.dep_ == "compound" and token.head.pos_ == "PROPN"  # "Dawn" in "the channel Dawn Wire"
        if not noun or part or not (token.dep_ in _OBJECTS or _airs(token)) or not _leads_to(token, cues):
            continue
        phrase = _phrase(parsed, token)
        if phrase is None:
            continue
        if parsed.outlet(phrase) or points_back(token) or _host(token) or unnamed_outlet(token):
            yield phrase


def _leads_to(token: Token, verbs: set[int]) -> bool:
    """Whether only prepositions, occasions and hosts lie between a word and one of `verbs`: "in an interview with"."""
    at = token
    for _ in range(8):
        if at.i in verbs:
            return True
        head = at.head
        if head.i == at.i or not (at.dep_ in _STEPS or _airs(at)):
            return False
        if at.pos_ == "ADP" and not _carries(at):
            return False
        if at.dep_ == "dobj" and head.lemma_.lower() not in RELAYING.telling:
            return False
        if at is not token and at.pos_ == "NOUN" and not is_occasion(at):
            return False
        if at is not token and at.pos_ == "VERB" and at.lemma_.lower() not in RELAYING.speaking | RELAYING.airing:
            return False
        at = head
    return False


def _airs(word: Token) -> bool:
    """Whether a word is the outlet, or the verb, of "an interview that Radio Nord will broadcast"."""
    verb = word.head if word.dep_ == "nsubj" else word
    return verb.dep_ == "relcl" and verb.lemma_.lower() in RELAYING.airing and is_occasion(verb.head)


def _carries(preposition: Token) -> bool:
    """Whether a preposition, with its head, leads to a hearer."""
    word, head = preposition.lower_, preposition.head
    if head.pos_ in ("NOUN", "PROPN"):
        letter = head.lemma_.lower() in DOCUMENTS.letters and any(
            child.ent_type_ == "PERSON" or any(c.dep_ == "poss" for c in child.children)
            for child in preposition.children
            if child.dep_ == "pobj"
        )
        return not letter
    if word == "by":
        return head.lemma_.lower() in RELAYING.asking | RELAYING.airing
    if word == "for":
        return head.lemma_.lower() in RELAYING.writing
    if word in ("with", "at"):
        return head.lemma_.lower() in RELAYING.speaking
    return word in RELAYING.always_through


def is_occasion(noun: Token) -> bool:
    """Whether a noun means people of an outlet, or something that an outlet publishes: an interview, a column."""
    lemma = noun.lemma_.lower()
    if lemma in PEOPLE.hosts | OUTLETS.nouns | {"panel", "board", "reporter", "audience"}:
        return True
    aside = noun.head.pos_ == "ADP" and noun.head.lower_ not in RELAYING.through  # "responded to a column in the Post"
    return not aside and lemma in RELAYING.occasions | DOCUMENTS.letters | DOCUMENTS.nouns


def _host(token: Token) -> bool:
    """Whether a word names the host of a programme ("told co-host Ann Lee")."""
    return token.pos_ == "PROPN" and any(child.lower_ in PEOPLE.hosts for child in token.lefts)


def _phrase(parsed: ParsedArticle, token: Token) -> Range | None:
    """The place of the name that a word belongs to: its entity, else the word with its modifiers; None for a time."""
    if token.ent_type_:
        sentence = parsed.sentence((token.idx, token.idx + len(token)))
        entity = next((e for e in parsed.entities_in(sentence) if e.start <= token.i < e.end), None)
        if entity is not None:
            place = entity.start_char, entity.end_char
            if entity.start and entity[0].nbor(-1).text == "The":
                place = entity[0].nbor(-1).idx, place[1]
            return None if entity.label_ in TIMES else parsed.trimmed(place)
    before = [t.left_edge.i for t in token.lefts if t.dep_ in ("compound", "det", "amod", "poss")]
    return parsed.trimmed((parsed.doc[min([token.i, *before])].idx, token.idx + len(token)))
