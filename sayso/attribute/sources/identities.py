"""Unnamed sources whose name the article gives elsewhere: "the official, later identified as Ann Lee"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.attribute.grammar import child_of
from sayso.attribute.places import Range
from sayso.attribute.sources.person import MOST, Person
from sayso.language.english import CLAUSES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Identities:
    """The nouns that an article identifies as a person; `holding` returns the person whose name is at a character."""

    def __init__(self, doc: Doc, holding: Callable[[int], Person | None]) -> None:
        found = (_identified(token, holding) for token in doc)
        self._known = [identity for identity in found if identity is not None][:MOST]
        brought_in = (t.lemma_.lower() for t in doc if t.tag_ == "NN" and _brought_in(t)) if self._known else ()
        self._brought_in = Counter(brought_in)
        """How often the article introduces a person by each noun: "an official"."""

    def of(self, noun: Token, place: Range) -> Person | None:
        """The person that a source is identified as, by its head `noun` and its place.

        An identification elsewhere counts only if the article introduces no other person by that noun.
        """
        lemma = noun.lemma_.lower()
        for known, person, later in self._known:
            own = place[0] <= known.idx < place[1]
            same = known.lemma_.lower() == lemma and known.tag_ == noun.tag_ == "NN"
            if own or (same and later and self._brought_in[lemma] <= 1):
                return person
        return None


def _identified(verb: Token, holding: Callable[[int], Person | None]) -> tuple[Token, Person, bool] | None:
    """The noun, the person, and whether the name came out later: "the official, later identified as Ann Lee"."""
    if verb.lemma_ not in ("identify", "name", "reveal") or verb.tag_ != "VBN":
        return None
    noun = verb.head if verb.dep_ in ("acl", "relcl") else child_of(verb, "nsubjpass")
    names = [child for by in verb.children if by.lower_ == "as" for child in by.children]
    names += [child for child in verb.children if child.dep_ in ("oprd", "attr")]
    person = holding(names[0].idx) if names else None
    if noun is None or noun.pos_ != "NOUN" or person is None:
        return None
    later = verb.lemma_ != "name" or any(child.lower_ in CLAUSES.later for child in verb.children)
    return noun, person, later


def _brought_in(noun: Token) -> bool:
    return any(child.lower_ in ("a", "an", "another", "one") for child in noun.children)
