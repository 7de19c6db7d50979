"""Documents as sources: "[reports] that [X]" and "[reports] [alleging] that [X]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, apart
from sayso.attribute.spans.sayings import SAYING_VERBS
from sayso.language.english import DOCUMENTS

if TYPE_CHECKING:
    from spacy.tokens import Token


def report_of_document(parsed: ParsedArticle, noun: Token, place: Range) -> Draft | None:
    """The report whose source is a document with a clause: "[reports] that [X]", "[reports] [alleging] that [X]"."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in DOCUMENTS.reporting:
        return None
    for clause in noun.children:
        said = clause.dep_ == "acl" and clause.tag_ == "VBG" and clause.lemma_.lower() in SAYING_VERBS
        inner = next((c for c in clause.children if c.dep_ == "ccomp"), None) if said else None
        that = clause.dep_ == "acl" and any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
        if inner is None and not that:
            continue
        content = parsed.subtree(inner or clause, place)
        source = parsed.trimmed((max(place[0], parsed.doc[noun.left_edge.i].idx), clause.idx if said else content[0]))
        cue = (clause.idx, clause.idx + len(clause)) if said else (content[0], content[0] + len("that"))
        if not said:
            content = parsed.trimmed((cue[1], content[1]))
        if apart(place, source, cue, content):
            return Draft(source=(source,), cue=(cue,), content=(content,))
    return None


def is_document(parsed: ParsedArticle, source: Range) -> bool:
    """Whether a source is a document."""
    head = parsed.head(source)
    return head is not None and head.pos_ == "NOUN" and head.lemma_.lower() in DOCUMENTS.reporting
