"""Where words that a feature quotes stand in an article; quotation marks and white space make no difference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from schemas import Span

_MARKS = "\"'“”„‟‘’‚‛«»‹›`´"
_ANY_MARKS = f"[{_MARKS}]*"
_WITHOUT_MARKS = str.maketrans(dict.fromkeys(_MARKS, ""))


def places_of(words: str, text: str) -> list[Span]:
    """Every place where `words` stand; none for words that are only marks."""
    parts = words.translate(_WITHOUT_MARKS).split()
    between = rf"{_ANY_MARKS}\s+{_ANY_MARKS}"
    pattern = between.join(_ANY_MARKS.join(map(re.escape, part)) for part in parts)
    return [Span.of(text, *match.span()) for match in re.finditer(pattern, text)] if parts else []


def nearest(words: str, sentences: Sequence[Span], most: int = 2) -> list[Span]:
    """The sentences that have most of the words, in text order."""
    wanted = set(_words(words))

    def likeness(sentence: Span) -> tuple[int, float]:
        shared = len(wanted & set(_words(sentence.words)))
        return shared, SequenceMatcher(None, words, sentence.words).ratio()

    return sorted(sorted(sentences, key=likeness)[-most:], key=lambda sentence: sentence.start)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.translate(_WITHOUT_MARKS).casefold())
