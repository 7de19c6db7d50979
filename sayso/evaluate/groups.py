"""What an attribution is like, by the text alone, for gold and predicted ones in the same way."""

from __future__ import annotations

import re
from typing import Literal

from sayso.evaluate.annotation import Annotation
from sayso.evaluate.word_places import Text, Words
from schemas import Manner, Segmentation

Form = Literal["named", "described", "pronoun", "none"]
Length = Literal["short", "medium", "long"]
Group = tuple[str, str]
"""By what, and which of them."""

PRONOUNS = frozenset("i you he she it we they who his her its their".split())

SHORT = 10
"""Words of the longest short content; a third of PolNeAR's are no longer."""

MEDIUM = 20
"""Words of the longest content of medium length; two thirds of PolNeAR's are no longer."""

DIRECT, INDIRECT = 0.85, 0.05
"""Shares of a content's words between quotation marks, above and up to which it is one or the other."""

_OPENS_A_SENTENCE = re.compile(r"(?:^\s{0,12}|[.!?:\n][\s\"'“”‘’)]{0,12}|[\"“‘(]\s{0,12})$")


class Grouping:
    """Groups of what stands in one text."""

    def __init__(self, text: Text, segmentation: Segmentation) -> None:
        self._text = text
        self._quoted = text.words([one.span.range for one in segmentation.quotations])
        self._vocabulary = frozenset(text.said(text.words([(0, len(text.characters))])))

    def of(self, annotation: Annotation) -> tuple[Group, ...]:
        """The form of its source, its manner, and the length of its content."""
        return (("source", self.form(annotation.source)), *self.content(annotation.content))

    def content(self, content: Words) -> tuple[Group, ...]:
        """Its manner and length."""
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
        """Whether a capital only opens a sentence: the word is found without one, or others follow in the source."""
        opens = _OPENS_A_SENTENCE.search(self._text.before(source)[-12:]) is not None
        return opens and (len(source) > 1 or word.lower() in self._vocabulary)

    def _manner(self, content: Words) -> Manner:
        quoted = len(content & self._quoted) / len(content)
        return "direct" if quoted > DIRECT else "indirect" if quoted <= INDIRECT else "mixed"


def _length(content: Words) -> Length:
    return "short" if len(content) <= SHORT else "medium" if len(content) <= MEDIUM else "long"
