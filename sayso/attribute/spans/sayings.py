"""Verbs of saying within a content, with their own subject and clause: "[officials] [told the paper] [that X]"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import FINITE, can_report, verb_group
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, apart
from sayso.language.english import FUNCTION_WORDS, MODALITY, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")
SAYING_VERBS = REPORTING.embedded | REPORTING.embedded_further
"""Lemmas that introduce a report within a report."""
_INNER_QUOTE = re.compile(r"[,:]?\s*(?=['‘“\"]\w)")


def report_of_saying(parsed: ParsedArticle, verb: Token, place: Range, outlet: bool) -> Draft | None:
    """The report of "[officials] [told the paper] [that X]", by its verb; else None.

    `outlet`: "he" and "she" may be others than the outer source: that is an outlet, or named by "according to".
    """
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma not in SAYING_VERBS:
        return _report_of_judging(parsed, verb, place) if outlet or verb.dep_ in ("acl", "relcl") else None
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None or _hypothetical(verb):
        return None
    source = _speaker(parsed, verb, subject, place, outlet)
    content = _clause(parsed, verb, subject, place) if source is not None else None
    cue = verb_group(parsed, verb)
    if source is None or content is None or not apart(place, source, cue, content):
        return None
    return Draft(source=(source,), cue=(cue,), content=(content,))


def _speaker(parsed: ParsedArticle, verb: Token, subject: Token, place: Range, outlet: bool) -> Range | None:
    """The place of the source: the subject, the antecedent of a relative pronoun, or the agent of a passive."""
    if subject.dep_ == "nsubjpass":
        by = next((c for c in verb.children if c.lower_ == "by"), None)
        agent = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
        return parsed.subtree(agent, place) if agent is not None and agent.pos_ != "PRON" else None
    if subject.lower_ in FUNCTION_WORDS.subject_relatives and verb.dep_ == "relcl":
        noun = verb.head
        parts = [c for child in noun.children if child.lower_ == "of" for c in child.children]
        if not any(map(can_report, [noun, *parts])):
            return None
        start = max(place[0], parsed.doc[noun.left_edge.i].idx)
        return parsed.trimmed((start, subject.idx)) if start < subject.idx else None
    if can_report(subject) or (subject.pos_ == "NOUN" and verb.lemma_.lower() in REPORTING.by_people):
        return parsed.subtree(subject, place)
    # a pronoun may mean the outer source, unless that is an outlet, or is quoted: speakers do not call themselves "he"
    quoted = parsed.quotation(verb.idx) is not None and parsed.quoted(place) > 0.5
    return parsed.subtree(subject, place) if subject.lower_ in FUNCTION_WORDS.others and (outlet or quoted) else None


def _clause(parsed: ParsedArticle, verb: Token, subject: Token, place: Range) -> Range | None:
    """The place of the content: the verb's clause, or what follows a verb in a relative clause if the parse lost it."""
    lemma = verb.lemma_.lower()
    if parsed.quotation(verb.idx) is not None and (
        mark := _INNER_QUOTE.match(parsed.text, verb.idx + len(verb), place[1])
    ):
        return parsed.trimmed((mark.end(), place[1]))
    for child in verb.children:
        gerund = child.dep_ == "xcomp" and child.tag_ == "VBG" and lemma in REPORTING.gerunds
        promise = child.dep_ == "xcomp" and lemma in REPORTING.undertaking
        if child.dep_ == "ccomp" or ((gerund or promise) and child.i > verb.i):
            return parsed.subtree(child, place)
    if verb.dep_ != "relcl" or subject.lower_ not in FUNCTION_WORDS.subject_relatives:
        return None
    hearer = next((c for c in verb.children if c.pos_ == "PRON" and c.i == verb.i + 1), verb)
    rest = (hearer.idx + len(hearer), place[1])
    return parsed.trimmed(rest) if rest[0] < rest[1] and _finite(parsed, rest) else None


def _finite(parsed: ParsedArticle, place: Range) -> bool:
    """Whether a place begins like a clause and contains a finite verb."""
    words = [token for token in parsed.tokens(place) if not token.is_punct]
    begins = bool(words) and words[0].pos_ in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "SCONJ")
    return begins and any(token.tag_ in FINITE for token in words)


def _hypothetical(verb: Token) -> bool:
    """Whether a verb does not report something as said: "may say", "if they say", "to say"."""
    return any(
        (child.dep_ == "aux" and child.lower_ in MODALITY.hypothetical | {"to"})
        or (child.tag_ == "MD" and child.lower_ in ("'d", "’d"))
        or child.lower_ in ("if", "unless", "whether")
        for child in verb.children
        if child.i < verb.i
    )


def _report_of_judging(parsed: ParsedArticle, verb: Token, place: Range) -> Draft | None:
    """The report of a verb of judging: "[Her office] [called] [the report invention]"; else None."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if (
        verb.lemma_.lower() not in REPORTING.judging
        or subject is None
        or subject.lower_ in FUNCTION_WORDS.subject_relatives
    ):
        return None
    source, cue = parsed.subtree(subject, place), verb_group(parsed, verb)
    content = parsed.trimmed((cue[1], parsed.subtree(verb, place)[1]))
    return Draft(source=(source,), cue=(cue,), content=(content,)) if apart(place, source, cue, content) else None
