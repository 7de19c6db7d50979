"""The script that an article is written in, and words in another script."""

from __future__ import annotations

import re
from collections import Counter

_SCRIPTS = {
    "latin": r"A-Za-z\u00c0-\u024f",
    "cyrillic": r"\u0400-\u052f",
    "greek": r"\u0370-\u03ff",
    "hebrew": r"\u0590-\u05ff",
    "arabic": r"\u0600-\u06ff\u0750-\u077f",
    "asian": r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af",
}
_LETTERS = {name: re.compile(f"[{letters}]") for name, letters in _SCRIPTS.items()}
_SAMPLE = 20_000


def script_of(text: str) -> str:
    """The most frequent script at the beginning of `text`; "latin" without letters."""
    counts = Counter({name: len(letters.findall(text[:_SAMPLE])) for name, letters in _LETTERS.items()})
    name, count = counts.most_common(1)[0]
    return name if count else "latin"


def foreign(script: str, words: str) -> bool:
    """Whether `words` contain letters, but none of `script`."""
    return _LETTERS[script].search(words) is None and any(letter.isalpha() for letter in words)
