"""Groups of attributions by properties of the text alone, the same for gold and predicted ones."""

from __future__ import annotations

import re
from typing import Literal

from sayso.evaluate.annotation import Annotation
from sayso.evaluate.word_places import Text, Words
from schemas import Manner, Segmentation

Form = Literal["named", "described", "pronoun", "none"]
Length = Literal["short", "medium", "long"]
Group = tuple[str, str]
"""A grouping and one of its groups: ("manner", "direct")."""

PRONOUNS = frozenset("i you he she it we they who his her its their".split())

SHORT = 10
"""The most words of a short content; a third of PolNeAR's are short."""

MEDIUM = 20
"""The most words of a content of medium length; two thirds of PolNeAR's are short or medium."""

DIRECT, INDIRECT = 0.85, 0.05
"""Shares of a content's words in quotation marks above which it is direct, and up to which it is indirect."""

_OPENS_A_SENTENCE = re.compile(r"(?:^\s{0,12}|[.!?:\n][\s\"'“”‘’)]{0,12}|[\"“‘(]\s{0,12})$")


class AttributionGroups:
    """Groups attributions in one text."""

    def __init__(self, text: Text, segmentation: Segmentation) -> None:
        self._text = text
        self._quoted = text.words([quotation.span.range for quotation in segmentation.quotations])
        self._vocabulary = frozenset(text.said(text.words([(0, len(text.characters))])))

    def of(self, annotation: Annotation) -> tuple[Group, ...]:
        """The form of its source, its manner, and the length of its content."""
        return (("source", self.form(annotation.source)), *self.content(annotation.content))

    def content(self, content: Words) -> tuple[Group, ...]:
        """The manner and length of a content."""
        return ("manner", self._manner(content)), ("length", _length(content))

    def form(self, source: Words) -> Form:
        """How the text refers to a source: by a name, a description ("the officials"), a pronoun, or not at all."""
        if not source:
            return "none"
        said = self._text.said(source)
        if all(word.lower() in PRONOUNS for word in said):
            return "pronoun"
        if any(word[0].isupper() for word in said[1:]):
            return "named"
        return "named" if said[0][0].isupper() and not self._only_opens(source, said[0]) else "described"

    def _only_opens(self, source: Words, word: str) -> bool:
        """Whether a capital only opens a sentence: the word also occurs without, or others follow in the source."""
        opens = _OPENS_A_SENTENCE.search(self._text.before(source)[-12:]) is not None
        return opens and (len(source) > 1 or word.lower() in self._vocabulary)

    def _manner(self, content: Words) -> Manner:
        quoted = len(content & self._quoted) / len(content)
        return "direct" if quoted > DIRECT else "indirect" if quoted <= INDIRECT else "mixed"


def _length(content: Words) -> Length:
    return "short" if len(content) <= SHORT else "medium" if len(content) <= MEDIUM else "long"
