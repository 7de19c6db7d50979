"""Who acts in a sentence, and so is likely to speak in the quotation after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.draft import Places
from sayso.attribute.grammar import agent_of, child_of, passive
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.language import given_names as genders
from sayso.language.english import BODIES, FUNCTION_WORDS, OFFICES, OUTLETS, PEOPLE, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES = ("PERSON", "ORG", "NORP")
_NO_PERSONS = ("GPE", "LOC", "FAC", "DATE", "TIME")
_STATES = frozenset(("be", "have", "seem", "become", "remain"))
"""Verbs that tell how somebody is, not what somebody does."""
PERSONS = PEOPLE.kinds | PEOPLE.kin | PEOPLE.men | PEOPLE.women | OFFICES.nouns
_BODIES = BODIES.nouns | OUTLETS.nouns


def is_person(parsed: ParsedArticle, noun: Token) -> bool:
    """Whether a noun or pronoun stands for a person: also any noun that a person's name explains."""
    if noun.pos_ == "PRON":
        return noun.lower_ in FUNCTION_WORDS.others or noun.lower_ in FUNCTION_WORDS.gendered or noun.lower_ == "who"
    if noun.text[:1].isupper() and noun.lower_ in parsed.person_names:
        return True
    named = noun.pos_ == "PROPN" or bool(noun.ent_type_)
    if named and (noun.ent_type_ not in _NO_PERSONS or _has_given_name(noun)):
        return True
    explained = any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in noun.children)
    return noun.pos_ == "NOUN" and (explained or noun.lemma_.lower() in PERSONS)


def _has_given_name(surname: Token) -> bool:
    before = surname.nbor(-1) if surname.i else surname
    return before.dep_ == "compound" and genders.of_name(before.text) is not None


def can_speak(parsed: ParsedArticle, noun: Token) -> bool:
    """Whether a noun or pronoun stands for a person or a body."""
    if noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    body = noun.lemma_.lower() in _BODIES or any(c.dep_ == "appos" and c.ent_type_ == "ORG" for c in noun.children)
    return is_person(parsed, noun) or body or noun.ent_type_ in _NAMES


def verbs(parsed: ParsedArticle, sentence: Range) -> Iterator[Token]:
    """The main verb of a sentence, and the verbs joined to it, in text order."""
    within = [token for token in parsed.tokens(sentence) if token.idx >= sentence[0]]
    places = {token.i for token in within}
    for token in within:
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
            continue
        top = token
        while top.dep_ == "conj" and top.head.i in places and top.head.pos_ in ("VERB", "AUX"):
            top = top.head
        if top.head.i == top.i or top.head.i not in places:
            yield token


class Acting(NamedTuple):
    """Who acts in a sentence; not `clear` if somebody else does too, and who is meant is only a pronoun."""

    who: Token
    clear: bool


def acting(parsed: ParsedArticle, sentence: Range) -> Acting | None:
    """The person who does something in a sentence: the subject of its last main verb, if that tells of an act."""
    found: list[Token] = []
    for verb in verbs(parsed, sentence):
        subject = _agent(parsed, verb)
        if subject is not None and is_person(parsed, subject) and verb.lemma_.lower() not in _STATES:
            found.append(subject)
        elif subject is not None:
            found.clear()
    if not found:
        return None
    return Acting(found[-1], clear=len(found) == 1 or found[-1].pos_ != "PRON")


def _agent(parsed: ParsedArticle, verb: Token) -> Token | None:
    """Who does what a verb tells, also with a hand or a voice; of a question, who is asked: the answer follows."""
    if passive(verb):
        return child_of(verb, "nsubjpass") if verb.lemma_.lower() in REPORTING.asking else agent_of(verb)
    subject = child_of(verb, "nsubj")
    owner = child_of(subject, "poss") if subject is not None and subject.lemma_.lower() in PEOPLE.features else None
    return owner if owner is not None else subject


def names_person(parsed: ParsedArticle, sentence: Range) -> bool:
    """Whether a sentence names a person."""
    return any(t.text[:1].isupper() and t.lower_ in parsed.person_names for t in parsed.tokens(sentence))


def named_at(parsed: ParsedArticle, noun: Token, within: Range) -> Range:
    """The place of a noun with what names and describes it, without clauses, and without what follows a name."""
    start, end = parsed.subtree(noun, within)
    if noun.pos_ == "PROPN":
        comma = parsed.text.find(",", noun.idx, end)
        end = comma if comma >= 0 else end
    for child in noun.subtree:
        clause = child.dep_ in ("relcl", "acl", "advcl", "ccomp") or (child.dep_ == "conj" and child.pos_ == "VERB")
        opens = clause and child.head.i >= noun.left_edge.i
        after = parsed.text[max(0, child.left_edge.idx - 2) : child.left_edge.idx].strip() == ","
        apart = child.dep_ == "prep" and after
        if (opens or apart) and child.left_edge.i > noun.i:
            end = min(end, child.left_edge.idx)
    return parsed.trimmed((start, end))


def is_called(parsed: ParsedArticle, source: Places, noun: Token | None) -> bool:
    """Whether a source is called by a noun, or by what explains it; or by a pronoun, which may mean the same."""
    if noun is None:
        return False
    words = {token.lower_ for token in parsed.words_in(source)}
    own = {noun.lower_, *(child.lower_ for child in noun.children if child.dep_ == "appos")}
    return bool(words & own) or words <= FUNCTION_WORDS.pronouns
