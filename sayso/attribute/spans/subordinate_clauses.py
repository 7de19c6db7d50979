"""Replaces a source from a subordinate clause by the subject of the reporting verb."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import child_of, last_verb, passive
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, meets
from sayso.language.english import FUNCTION_WORDS, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 60
"""Characters before a source within which "according to" is looked for."""


def source_in_main_clause(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft, with the verb's subject as its source if the source is in a clause that modifies subject or verb."""
    verb = last_verb(parsed, draft)
    if verb is None or not draft.source or verb.lemma_.lower() not in REPORTING.speech or passive(verb):
        return draft
    subject, head = _subject_of(verb), parsed.head(draft.source[0])
    if (
        subject is None
        or head is None
        or subject.lower_ in FUNCTION_WORDS.relatives
        or _credited(parsed, draft.source[0])
    ):
        return draft
    inside = any(start <= subject.idx < end for start, end in draft.source)
    said = meets((subject.idx, subject.idx + 1), draft.content)
    if inside or said or not _in_subordinate_clause(head, verb):
        return draft
    place = parsed.subtree(subject)
    return replace(draft, source=(place if not meets(place, draft.content) else _short(subject),))


def _credited(parsed: ParsedArticle, source: Range) -> bool:
    """Whether "according to" stands before a source, which then is the source of the report."""
    return parsed.text[max(0, source[0] - _NEAR) : source[0]].rstrip().lower().endswith("according to")


def _subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is coordinated with."""
    own = child_of(verb, "nsubj")
    if own is not None or verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return own
    return child_of(verb.head, "nsubj", "nsubjpass")


def _in_subordinate_clause(word: Token, verb: Token) -> bool:
    """Whether a word is within a subordinate clause that depends on `verb` or its subject.

    If `verb` is coordinated with another, the other's dependents count too: "X, beaten by Y, insists that ...".
    """
    for over in (word, *word.ancestors):
        if over.i == verb.i:
            return False
        if verb.dep_ == "conj" and over.i == verb.head.i:
            return True
        if over.pos_ in ("VERB", "AUX") and over.dep_ in ("advcl", "relcl", "acl") and verb.is_ancestor(over):
            return True
    return False


def _short(noun: Token) -> Range:
    first = min([noun.i, *(child.i for child in noun.lefts if child.dep_ in ("det", "compound", "amod", "poss"))])
    return noun.doc[first].idx, noun.idx + len(noun)
