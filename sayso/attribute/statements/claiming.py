"""Whether the content of a report is a claim, or only names whom or what an act is about ("briefed the committee")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import FINITE, passive
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.statements.manner import manner
from sayso.attribute.statements.reporting_words import reporting_words
from sayso.language.english import BODIES, CLAUSES, DENIALS, DOCUMENTS, OFFICES, PEOPLE, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLING = (
    REPORTING.embedded
    | REPORTING.embedded_further
    | REPORTING.telling
    | REPORTING.accusing
    | REPORTING.explaining
    | REPORTING.gerunds
    | REPORTING.factive
    | REPORTING.doubting
    | REPORTING.reclaimed
    | (REPORTING.asides - REPORTING.judging)
)
"""Verbs that can have a clause with "that" for an object, so that a noun there tells a fact ("announced a cut")."""
_WHO = PEOPLE.kinds | OFFICES.nouns | BODIES.nouns
_OBJECTS = ("dobj", "pobj", "dative")
_HIGHEST = 60


def claims(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether the content of a draft claims something.

    It does if any of it is quoted, if it has a clause of its own (not one that only describes a noun), if it stands
    before its verb ("all quiet, the mayor said"), if that is one of telling facts and it names more than a person or a
    body, or if it judges somebody as something.
    """
    verbs = [word for word in reporting_words(parsed, draft) if word.pos_ == "VERB"]
    if not verbs or manner(parsed, draft.content) != "indirect" or has_clause(parsed, draft):
        return True
    if draft.content[0][0] < draft.cue[0][0] and not any(map(passive, verbs)):
        return True
    if any(denies(parsed, draft, verb) for verb in verbs):
        return True
    if any(verb.lemma_.lower() in _TELLING for verb in verbs):
        return not names_only(parsed, draft)
    return any(map(judges, verbs))


def has_finite_verb(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether a finite verb stands in the content of a draft."""
    return any(word.tag_ in FINITE for word in parsed.words_in(draft.content))


def has_clause(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether the content of a draft has a finite clause, or "that", beside those that describe a noun."""
    words = list(parsed.words_in(draft.content))
    inside = {word.i for word in parsed.words_in([*draft.source, *draft.cue, *draft.content])}
    that = any(word.lower_ == "that" and word.dep_ == "mark" for word in words)
    return that or any(word.tag_ in FINITE and not _describes(word, inside) for word in words)


def _describes(verb: Token, inside: set[int]) -> bool:
    """Whether a finite verb within a content stands in a clause that describes a noun or gives a time."""
    at = verb
    for _ in range(_HIGHEST):
        if at.head.i == at.i or at.head.i not in inside:
            return False
        timed = at.dep_ == "advcl" and any(c.lower_ in CLAUSES.grounds and c.i < at.i for c in at.children)
        if timed or at.dep_ in ("relcl", "acl"):
            return True
        at = at.head
    return False


def names_only(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether a content is only people or bodies, who are told something or spoken of: "to the president"."""
    words = list(parsed.words_in(draft.content))
    head = parsed.head((draft.content[0][0], draft.content[-1][1]))
    nouns = [word for word in words if word.dep_ in _OBJECTS]
    alone = head is not None and head.dep_ in _OBJECTS and not any(word.pos_ == "VERB" for word in words)
    return alone and all(word.pos_ in ("PROPN", "PRON") or word.lemma_.lower() in _WHO for word in nouns)


def denies(parsed: ParsedArticle, draft: Draft, verb: Token) -> bool:
    """Whether a draft has the form "dismissed the allegations" or "denies that": what was claimed, not offered."""
    head = parsed.head((draft.content[0][0], draft.content[-1][1]))
    claimed = head is not None and (head.lemma_.lower() in DOCUMENTS.told or head.pos_ == "PRON")
    return claimed and verb.lemma_.lower() in DENIALS.verbs


def judges(verb: Token) -> bool:
    """Whether a verb calls its object something: "called it a disgrace", "blamed him for the fire", "gave it as"."""
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "oprd", "ccomp")]
    if not objects and not passive(verb):
        return False
    roles = {child.dep_ for child in objects}
    called = [child for child in verb.children if child.dep_ == "advcl" and child.tag_ not in FINITE]
    as_ = any(child.lower_ == "as" for word in (verb, *objects, *called) for child in word.children)
    after = {child.lower_ for child in verb.children if child.dep_ == "prep"}
    lemma = verb.lemma_.lower()
    judging = lemma in REPORTING.judging | REPORTING.viewing or (lemma in REPORTING.passive and passive(verb))
    return as_ or (judging and bool(roles & {"oprd", "ccomp"} or after & {"for", "of"}))
