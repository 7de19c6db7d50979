"""Words that leave open whether something is so, and whether they are gone where it is told again."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.link.linking_words import COMPARING, HEDGING
from sayso.link.stems import stem

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_GOVERNED = 4
"""Within how many words behind a hedge the word stands of which it leaves open whether it is so."""
_PHRASES = frozenset(tuple(phrase.split()) for phrase in HEDGING.governing)
_FILLING = COMPARING.stop_words | {"to", "yet", "already", "ever", "also", "even"}


class Hedge(NamedTuple):
    """The `words` that leave something open, and the stem of the word that they govern ("" for a whole report)."""

    words: str
    governed: str


def hedges(words: str) -> tuple[Hedge, ...]:
    """The hedges in a claim's own words, each with what it leaves open; one that governs nothing there is left out."""
    written = _WORD.findall(words)
    low = [word.casefold() for word in written]
    found = []
    for at, word in enumerate(low):
        size = 2 if tuple(low[at : at + 2]) in _PHRASES else 1 if word in HEDGING.hedging else 0
        if size and not _denied(low, at) and (governed := _governed(low[at + size :])):
            found.append(Hedge(" ".join(written[at : at + size]), governed))
    return tuple(found)


def guess(cue: str) -> Hedge | None:
    """The hedge in words of attribution, where whoever is named only guesses ("believes", "suggest"); else None."""
    found = next((word for word in _WORD.findall(cue) if word.casefold() in HEDGING.guessing), None)
    return Hedge(found, "") if found else None


def plain(words: str) -> bool:
    """Whether nothing in these words leaves open whether what they say is so.

    A question, a condition, an accusation and a denial of certainty are not plain, nor is "may" kept in a quotation.
    """
    low = [word.casefold() for word in _WORD.findall(words)]
    open_words = HEDGING.hedging | HEDGING.leaving_open | HEDGING.guessing
    if "?" in words or not open_words.isdisjoint(low) or hedges(words):
        return False
    return not any(_negates(low[at]) and word in HEDGING.unsure for at, word in enumerate(low[1:]))


def _negates(word: str) -> bool:
    return word in {"not", "cannot", "yet", "never"} or word.endswith(("n't", "n’t"))


def _denied(low: list[str], at: int) -> bool:
    """Whether "not", or a word of degree that turns it round, stands before the hedge ("not likely", "as possible")."""
    return at > 0 and (_negates(low[at - 1]) or low[at - 1] in {"as", "no", "if", "where"})


def _governed(behind: list[str]) -> str:
    return next((stem(word) for word in behind[:_GOVERNED] if word not in _FILLING), "")
