"""Accusations in the passive that the network missed: "X was accused of Z by Y" is Y's word, and never X's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import can_report, child_of, verb_group
from sayso.attribute.parsed import ParsedArticle
from sayso.language.english import DOCUMENTS, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token


def passive_accusation(parsed: ParsedArticle, verb: Token) -> Draft | None:
    """The report of "X was accused of Z by Y", by its verb; else None."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in REPORTING.accusing or child_of(verb, "dobj") is not None:
        return None
    of = next((c for c in verb.children if c.lower_ in ("of", "with") and c.dep_ == "prep" and c.i > verb.i), None)
    by = next((token for token in verb.subtree if of is not None and token.i > of.i and _introduces_agent(token)), None)
    if of is None or by is None:
        return None
    agent = next(child for child in by.children if child.dep_ == "pobj")
    content = parsed.trimmed((of.idx, by.idx))
    return Draft((parsed.subtree(agent),), (verb_group(parsed, verb),), (content,))


def _introduces_agent(by: Token) -> bool:
    """Whether a word begins "by Y", where Y can accuse; not "killed by Y", and not "a book by Y"."""
    who = child_of(by, "pobj")
    before = by.nbor(-1)
    taken = before.tag_ == "VBN" or before.lemma_.lower() in DOCUMENTS.nouns
    return by.lower_ == "by" and who is not None and can_report(who) and not taken
