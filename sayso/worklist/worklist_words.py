"""The word lists of the worklist; what each is for stands above it in its file."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.language.word_lists import EN, Words, load


class WorklistWords(NamedTuple):
    """Words by which a worklist finds what somebody would be sued or blamed for."""

    crime: Words
    conduct: Words
    private: Words
    danger: Words
    matters: Words
    unsaid: Words
    authority: Words
    recorded: Words
    refuting: Words


WORKLIST = load(WorklistWords, EN / "worklist.yaml")


def pattern(stems: Words) -> re.Pattern[str]:
    """Finds words that begin with one of the `stems`; one that ends in "$" stands for that word alone."""
    whole = sorted(re.escape(stem[:-1]) for stem in stems if stem.endswith("$"))
    begun = sorted(re.escape(stem) for stem in stems if not stem.endswith("$"))
    return re.compile(rf"\b(?:(?:{'|'.join(whole)})\b|(?:{'|'.join(begun)})[\w-]*)", re.IGNORECASE)
