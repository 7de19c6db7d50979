"""Who is told, accused or asked in the passive, or hears something, does not say it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import QUOTING, RELATIVES, child_of, last_verb, passive, reduced_passive
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import meets, overlap

if TYPE_CHECKING:
    from spacy.tokens import Token

_PATIENTS = frozenset(
    """tell inform warn advise notify remind assure brief ask order urge instruct accuse charge suspect blame convict
    sue indict arrest detain jail imprison sentence hold seize suspend sack fire dismiss fine bail extradite try acquit
    impeach sanction investigate question interview denounce criticize criticise condemn name identify describe portray
    depict call dub label brand say allege believe report think understand rumour rumor presume reckon find see
    hear""".split()
)
"""Verbs that, in the passive, have for a subject whom they tell or tell of."""
_ACCUSING = frozenset("accuse charge suspect convict indict".split())
_HEARING = frozenset("court jury juror tribunal inquest inquiry hearing panel committee magistrate judge trial".split())
_RECEIVING = frozenset("hear learn understand gather discover".split())


def patient(parsed: ParsedArticle, draft: Draft) -> Draft:
    """Of "X was told by Y that ..." and "X, accused by Y of ...", Y is the source, or nobody where no Y is named."""
    verb = _accused(parsed, draft) or last_verb(parsed, draft)
    if verb is None or not draft.source or verb.lemma_.lower() in QUOTING or not passive(verb):
        return draft
    agent = _agent(verb)
    if agent is not None:
        who = parsed.subtree(agent)
        apart = not meets(who, [*draft.source, *draft.content])
        return replace(draft, addressee=draft.source[0], source=(who,)) if apart else draft
    subject = _whom(verb)
    own = subject is not None and any(start <= subject.idx < end for start, end in draft.source)
    if verb.lemma_.lower() in _PATIENTS and (own or reduced_passive(verb)):
        return replace(draft, addressee=draft.source[0], source=())
    return draft


def _accused(parsed: ParsedArticle, draft: Draft) -> Token | None:
    """The participle with which a content begins that tells of what somebody is accused, not what he says."""
    first = next(iter(parsed.words_in(draft.content)), None)
    return first if first is not None and first.lemma_.lower() in _ACCUSING and reduced_passive(first) else None


def _whom(verb: Token) -> Token | None:
    """Whom a passive tells, or tells of: its subject, or what a bare participle belongs to."""
    own = child_of(verb, "nsubjpass", "nsubj")
    if own is not None:
        return verb.head if own.lower_ in RELATIVES and verb.dep_ == "relcl" else own
    if verb.dep_ == "acl":
        return verb.head
    if verb.dep_ in ("conj", "advcl", "xcomp"):
        return _whom(verb.head) if verb.head.pos_ in ("VERB", "AUX") else None
    return None


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.children if child.lower_ == "by" and child.dep_ in ("agent", "prep")), None)
    return child_of(by, "pobj") if by is not None else None


def receiver(parsed: ParsedArticle, draft: Draft) -> Draft:
    """Of "X heard from Y that ...", Y is the source."""
    verb = last_verb(parsed, draft)
    if verb is None or verb.lemma_.lower() not in _RECEIVING or not draft.source:
        return draft
    from_ = next((child for child in verb.children if child.lower_ == "from" and child.dep_ == "prep"), None)
    whom = child_of(from_, "pobj") if from_ is not None else None
    if whom is None:
        return _court(parsed, draft, verb)
    place = parsed.subtree(whom)
    if meets(place, draft.source):
        return draft
    content = tuple(part for part in draft.content if not overlap(place, part)) or draft.content
    return replace(draft, addressee=draft.source[0], source=(place,), content=content)


def _court(parsed: ParsedArticle, draft: Draft, verb: Token) -> Draft:
    """Of "the jury heard that ...", the jury is told, and nobody is named who tells it."""
    head = parsed.head(draft.source[0])
    if verb.lemma_.lower() == "hear" and head is not None and head.lemma_.lower() in _HEARING:
        return replace(draft, addressee=draft.source[0], source=())
    return draft
