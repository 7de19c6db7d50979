"""The word lists for clearing a draft; what each is for stands above it in its file."""

from __future__ import annotations

from typing import NamedTuple

from sayso.language.word_lists import EN, Phrases, Words, load


class ClearingWords(NamedTuple):
    """Words by which a draft is cleared: who is accused, who answers, and how far a headline goes."""

    wrongs: Words
    settled: Phrases
    courts: Words
    finding: Words
    speaking_for: Words
    bodies: Words
    keeping: Words
    planning: Words
    still_to_come: Phrases
    at_most: Phrases
    harms: Words
    openly: Words
    hiding: Words
    roles: Words
    everyday: Words
    superlatives: Words
    documents: Words


CLEARING = load(ClearingWords, EN / "clearing.yaml")
