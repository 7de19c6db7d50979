"""Takes the hearer out of the content: "told [the paper] [X]"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import child_of
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.language.english import OUTLETS, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token


def separate_hearer(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft, with the hearer that its content begins with as its addressee: "told [the paper X]"."""
    for verb in parsed.words_in(draft.cue):
        if verb.lemma_.lower() not in REPORTING.telling or not draft.content:
            continue
        first = draft.content[0]
        hearer = _object(verb, first) or _outlet_before_clause(verb)
        if hearer is None:
            continue
        place = parsed.subtree(hearer)
        rest = parsed.trimmed((place[1], first[1]))
        if place[1] < first[1] and rest[0] < rest[1] and place[0] <= first[0] + 1:
            draft = replace(draft, content=(rest, *draft.content[1:]), addressee=place)
    return draft


def _object(verb: Token, content: Range) -> Token | None:
    """The object of a verb of telling, if it is within the content."""
    objects = (child for child in verb.children if child.dep_ in ("dobj", "dative"))
    return next((noun for noun in objects if content[0] <= noun.idx < content[1]), None)


def _outlet_before_clause(verb: Token) -> Token | None:
    """The newspaper in "told the newspaper the bridge was safe", which the parse may take for a second subject."""
    clause = child_of(verb, "ccomp", "xcomp")
    if clause is None:
        return None
    subjects = [child for child in clause.children if child.dep_ == "nsubj"]
    outlet = next((noun for noun in subjects if noun.lemma_.lower() in OUTLETS.named_before), None)
    verb_first = outlet is not None and outlet.left_edge.i == verb.i + 1
    return outlet if verb_first and len(subjects) > 1 else None
