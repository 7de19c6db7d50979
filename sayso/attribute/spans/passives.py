"""Corrects sources that are told, accused or asked in the passive, or that hear something: they do not say it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import child_of, last_verb, passive, reduced_passive
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import meets, overlap
from sayso.language.english import BODIES, FUNCTION_WORDS, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token


def source_of_passive(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft, with Y as the source of "X was told by Y that ..." or "X, accused by Y of ...", or none without Y."""
    verb = _accusing_participle(parsed, draft) or last_verb(parsed, draft)
    if verb is None or not draft.source or verb.lemma_.lower() in REPORTING.quoting or not passive(verb):
        return draft
    agent = _agent(verb)
    if agent is not None:
        who = parsed.subtree(agent)
        apart = not meets(who, [*draft.source, *draft.content])
        return replace(draft, addressee=draft.source[0], source=(who,)) if apart else draft
    subject = _addressed(verb)
    own = subject is not None and any(start <= subject.idx < end for start, end in draft.source)
    if verb.lemma_.lower() in REPORTING.passive and (own or reduced_passive(verb)):
        return replace(draft, addressee=draft.source[0], source=())
    return draft


def _accusing_participle(parsed: ParsedArticle, draft: Draft) -> Token | None:
    """The participle of accusing that begins a content, which then is the accusation, not what the accused says."""
    first = next(iter(parsed.words_in(draft.content)), None)
    return (
        first if first is not None and first.lemma_.lower() in REPORTING.accusing and reduced_passive(first) else None
    )


def _addressed(verb: Token) -> Token | None:
    """The person told or accused by a passive: its subject, or the noun that a bare participle modifies."""
    own = child_of(verb, "nsubjpass", "nsubj")
    if own is not None:
        return verb.head if own.lower_ in FUNCTION_WORDS.relatives and verb.dep_ == "relcl" else own
    if verb.dep_ == "acl":
        return verb.head
    if verb.dep_ in ("conj", "advcl", "xcomp"):
        return _addressed(verb.head) if verb.head.pos_ in ("VERB", "AUX") else None
    return None


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.children if child.lower_ == "by" and child.dep_ in ("agent", "prep")), None)
    return child_of(by, "pobj") if by is not None else None


def source_heard_from(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft, with Y as the source of "X heard from Y that ..."."""
    verb = last_verb(parsed, draft)
    if verb is None or verb.lemma_.lower() not in REPORTING.receiving or not draft.source:
        return draft
    from_ = next((child for child in verb.children if child.lower_ == "from" and child.dep_ == "prep"), None)
    whom = child_of(from_, "pobj") if from_ is not None else None
    if whom is None:
        return _heard_in_court(parsed, draft, verb)
    place = parsed.subtree(whom)
    if meets(place, draft.source):
        return draft
    content = tuple(part for part in draft.content if not overlap(place, part)) or draft.content
    return replace(draft, addressee=draft.source[0], source=(place,), content=content)


def _heard_in_court(parsed: ParsedArticle, draft: Draft, verb: Token) -> Draft:
    """The draft without a source for "the jury heard that ...", which names a hearer and no source."""
    head = parsed.head(draft.source[0])
    if verb.lemma_.lower() == "hear" and head is not None and head.lemma_.lower() in BODIES.hearing:
        return replace(draft, addressee=draft.source[0], source=())
    return draft
