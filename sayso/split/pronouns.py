"""Replaces pronouns at the beginning of a claim by names where that is sure; a wrong name is worse than a pronoun."""

from __future__ import annotations

from dataclasses import replace

from sayso.language.english import FUNCTION_WORDS
from sayso.split.claim_drafts import ClaimDraft, Word
from sayso.split.tree import Tree
from schemas import Hop, Statement

SURE = 0.8
"""A source whose own name was resolved with less confidence does not replace a pronoun."""


def resolved(tree: Tree, draft: ClaimDraft, statement: Statement) -> ClaimDraft:
    """The draft with the name of the speaker, or of the person just mentioned, in place of a pronoun.

    - "I" in a direct quotation is its speaker, if it is the only such pronoun and the verb fits the third person.
    - "he" at the beginning of indirect speech is the speaker ("Putin said he hoped").
    - "he" at the beginning of a sentence in the article's own voice is the only person in the sentence before, if
      that person is its subject.
    """
    origin = _speaker(statement)
    if origin and statement.manner == "direct":
        return _first_person(tree, draft, origin)
    at = tree.tokens[0] if tree.tokens else -1
    at = next((i for i in tree.tokens[:4] if tree.syntax.is_word(i) and tree.syntax.lower(i) != "that"), at)
    if not draft.words or draft.words[0] != at or tree.syntax.lower(at) not in FUNCTION_WORDS.third_person:
        return draft
    reported = statement.manner in {"indirect", "mixed"} and not tree.syntax.is_quote(at - 1)
    if origin and reported and tree.syntax.dep[at] == "nsubj" and _alone(tree, at, statement):
        return _named(draft, at, origin)
    person = _person_before(tree, at) if statement.sourcing == "none-given" else None
    return _named(draft, at, person) if person else draft


def _speaker(statement: Statement) -> str | None:
    """The name of the origin if that is a single named person, else None."""
    hop: Hop | None = statement.origin
    if hop is None or hop.anonymous or hop.members or hop.kind not in {"person", "unknown"}:
        return None
    sure = hop.resolved_from is None or hop.resolved_from.confidence >= SURE
    return hop.name if sure else None


def _named(draft: ClaimDraft, at: int, name: str) -> ClaimDraft:
    put: list[Word] = [name if word == at else word for word in draft.words]
    return replace(draft, words=put, subject=[name if word == at else word for word in draft.subject])


def _first_person(tree: Tree, draft: ClaimDraft, name: str) -> ClaimDraft:
    syntax = tree.syntax
    first = [
        word for word in draft.words if isinstance(word, int) and syntax.lower(word) in FUNCTION_WORDS.first_person
    ]
    if len(first) != 1 or syntax.lower(first[0]) != "i" or first[0] not in draft.subject:
        return draft
    verb = next((at for at in (*draft.auxiliaries, draft.head) if isinstance(at, int)), draft.head)
    if syntax.tag[verb] in {"VBD", "MD"}:
        return _named(draft, first[0], name)
    third = {"am": "is", "'m": "is", "’m": "is", "have": "has", "'ve": "has", "’ve": "has"}.get(syntax.lower(verb))
    if third is None or verb not in draft.words:
        return draft
    return _named(replace(draft, words=[third if word == verb else word for word in draft.words]), first[0], name)


def _alone(tree: Tree, at: int, statement: Statement) -> bool:
    """Whether no other person is named between the speaker and the pronoun."""
    mention = statement.chain[0].mention
    if mention is None:
        return False
    syntax, i = tree.syntax, at - 1
    while i >= 0 and syntax.start[i] >= mention.end and syntax.sentence[i] == syntax.sentence[at]:
        if syntax.label(i) == "PERSON":
            return False
        i -= 1
    return i >= 0 and syntax.sentence[i] == syntax.sentence[at] and syntax.start[i] < mention.end


def _person_before(tree: Tree, at: int) -> str | None:
    """The only person named in the sentence before, in the same paragraph, if that person is its subject; else None."""
    syntax, number = tree.syntax, tree.syntax.sentence[at]
    if at == 0 or syntax.sentence[at - 1] == number or "\n" in syntax.text[syntax.start[at - 1] : syntax.start[at]]:
        return None
    people: set[int] = set()
    subject, i = None, at - 1
    while i >= 0 and syntax.sentence[i] == number - 1:
        if syntax.label(i) == "PERSON":
            people.add(syntax.entity[i])
            subject = i if syntax.dep[i] in {"nsubj", "nsubjpass"} else subject
        i -= 1
    if subject is None or len(people) != 1:
        return None
    entity = [i for i in range(max(0, subject - 6), subject + 4) if syntax.entity[i] == syntax.entity[subject]]
    return syntax.text[syntax.start[entity[0]] : syntax.end[entity[-1]]]
