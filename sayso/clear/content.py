"""The words of an accusation or an answer that say what it is about."""

from __future__ import annotations

import re

from sayso.clear.clearing_words import CLEARING
from sayso.language.english import FUNCTION_WORDS
from sayso.language.wrongdoing import speaks_of_wrongdoing
from schemas import Extraction, Statement

DENYING = tuple(CLEARING.denying)
"""How words begin that deny or own up, wherever they stand."""

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 4
_PREFIX = 6
_STEMS = tuple(stem for stem in CLEARING.wrongs if len(stem) >= _PREFIX)
_EMPTY = (
    CLEARING.beside
    | FUNCTION_WORDS.pronouns
    | FUNCTION_WORDS.determiners
    | frozenset(
        "a an the and or but had has have be been being is are at by for from in on to with as who which".split()
    )
)


def stems(words: str, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """The beginnings of its words, without those that any answer may have and those of `without`."""
    return frozenset(
        word[:_STEM]
        for word in (found.casefold() for found in _WORD.findall(words))
        if len(word) > 2 and word not in _EMPTY | without and not word.startswith(DENYING)
    )


def is_wrong(word: str) -> bool:
    """Whether a lemma or word is one for wrongdoing."""
    folded = word.casefold().replace(" ", "-")
    plain = {folded, *(folded.removesuffix(ending) for ending in ("ed", "d", "ing", "s", "es"))}
    return is_grave(word) or not plain.isdisjoint(CLEARING.wrongs) or folded.startswith(_STEMS)


def is_grave(word: str) -> bool:
    """Whether it is one whoever says so: "bribe", but not "hit" or "attack"."""
    return speaks_of_wrongdoing(word) and not _mere(word.casefold())


def _mere(word: str) -> bool:
    """Whether a word only says that something is an accusation, not of what."""
    return word.startswith(("alleg", "accus", "lawsuit"))


def lemmas_of(extraction: Extraction, statement: Statement) -> str:
    """The verbs of a statement's claims in their plain form: "steal" for "stole"."""
    return " ".join(frame.predicate for claim in extraction.claims_of(statement) for frame in claim.slots.frames)
