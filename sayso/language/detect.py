"""Whether an article is in English, the one language that the engine reads."""

from __future__ import annotations

import re

from sayso.errors import UnreadableError
from sayso.language.english import DETECTION

_RAREST = 1 / 40
"""Share of these words below which a text is not in English: of news at least a twentieth are, mostly a quarter."""

_FEWEST_WORDS = 30
_FEWEST_LETTERS = 60
"""The fewest words from which to decide; shorter texts are accepted."""

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")


def expect_english(text: str) -> None:
    """Raise `UnreadableError` if `text` is in another language.

    A text of which a third is in English is accepted, and so is one too short to decide.
    """
    words = _WORD.findall(text)
    letters, latin = sum(map(len, words)), sum(map(len, _LATIN.findall(text)))
    if letters >= _FEWEST_LETTERS and latin * 3 < letters:
        raise UnreadableError(_refusal("letters of another script"))
    common = sum(word.lower() in DETECTION.common for word in words)
    if len(words) >= _FEWEST_WORDS and common < _RAREST * len(words):
        raise UnreadableError(_refusal(f"{len(words)} words with hardly a common English one among them"))


def _refusal(found: str) -> str:
    return f"expected an article in English, found {found}; translate it first"
