"""Relative clauses whose source is not their antecedent: "X, whom Y accuse of Z" and "X, who Y say did Z"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.language.english import ATTITUDES, FUNCTION_WORDS, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART")
_BELIEVING = REPORTING.speech | ATTITUDES.believing


def source_in_relative_clause(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft, with Y as the source of "X, whom Y accuse of ...": a "whom" before a noun is not the subject."""
    if not draft.source or not draft.cue or parsed.words(draft.source[0]).lower() not in FUNCTION_WORDS.relatives:
        return draft
    between = parsed.trimmed((draft.source[0][1], draft.cue[0][0]))
    words = list(parsed.tokens(between)) if draft.source[0][1] < between[0] < between[1] <= draft.cue[0][0] else []
    nominal = all(word.pos_ in _NOMINAL or (len(words) == 1 and word.tag_ in ("VBZ", "VBP")) for word in words)
    if words and nominal and not any(word.dep_ == "npadvmod" for word in words):
        return replace(draft, source=(between,))
    return draft


def report_in_relative_clause(parsed: ParsedArticle, verb: Token) -> Draft | None:
    """The report by Y in "X, who Y say did Z", by its verb; else None."""
    if verb.dep_ != "relcl" or verb.lemma_.lower() not in _BELIEVING or verb.tag_ not in ("VBP", "VBZ", "VBD"):
        return None
    who = next((token for token in verb.subtree if token.lower_ in FUNCTION_WORDS.relatives and token.i < verb.i), None)
    subject = next(
        (child for child in verb.children if child.dep_ == "nsubj" and child.lower_ not in FUNCTION_WORDS.relatives),
        None,
    )
    if who is None or subject is None or not who.i < subject.i < verb.i:
        return None
    content = _said_of(parsed, verb)
    words = parsed.tokens(content)
    if not len(words) or words[0].tag_ not in ("VBD", "VBZ", "VBP", "VBN", "MD"):
        return None
    return Draft(source=(parsed.subtree(subject),), cue=((verb.idx, verb.idx + len(verb)),), content=(content,))


def _said_of(parsed: ParsedArticle, verb: Token) -> Range:
    """The place after a verb to the end of its clause, else to the next comma, else to the end of the sentence."""
    start, end = verb.idx + len(verb), parsed.sentence((verb.idx, verb.idx + 1))[1]
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    comma = parsed.text.find(",", start, end)
    return parsed.trimmed((start, parsed.subtree(clause)[1] if clause is not None else comma if comma > 0 else end))
