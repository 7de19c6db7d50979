"""The words of a cue that report, and those that govern them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import inside
from sayso.language.english import DENIALS, MODALITY

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 3
"""The distance in words from a verb to the infinitive that it governs: "could not bring herself to say"."""
_UP = ("xcomp", "pcomp", "prep", "acl", "acomp", "conj")


def reporting_words(parsed: ParsedArticle, draft: Draft) -> list[Token]:
    """The words of the cue that report: verbs, nouns and adjectives that do not merely govern another such word."""
    words = [token for token in parsed.words_in(draft.cue) if token.pos_ in ("VERB", "NOUN", "ADJ", "AUX")]
    words = [token for token in words if token.dep_ not in ("aux", "auxpass")]
    above = {over.i for token in words for over in governing(token)}
    return [token for token in words if token.i not in above]


def governing(token: Token) -> Iterator[Token]:
    """The words of the same predicate that govern a word, nearest first: "declined" in "declined to say"."""
    at = token
    for _ in range(12):
        shared = at.dep_ != "conj" or (at.tag_ == "VB" and not any(c.dep_ in ("nsubj", "aux") for c in at.children))
        to = any(child.lower_ == "to" and child.dep_ == "aux" for child in at.children)
        near = 0 < at.i - at.head.i <= _NEAR or any(child.dep_ == "acomp" for child in at.head.children)
        to = to and (at.dep_ == "ccomp" or (at.dep_ == "advcl" and near))
        if not (at.dep_ in _UP or to) or at.head.i == at.i or not shared:
            return
        if at.dep_ == "acl" and at.head.lemma_.lower() not in DENIALS.refusing | MODALITY.uncertain:
            return
        at = at.head
        yield at


def in_source(draft: Draft, word: Token) -> bool:
    """Whether a word is part of the source."""
    return inside((word.idx, word.idx + len(word)), draft.source)
