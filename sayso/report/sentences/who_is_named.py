"""Who is named in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from sayso.report.listing_words import LISTING

ENOUGH = 100_000
"""Characters of an article that are enough to see how it writes its words; real articles are shorter."""

_WORD = re.compile(r"[^\W_](?:[\w-]|\.(?=\w)|[’'](?=[^\W\ds]))*")
_NO_NAMES = """
    January February March April May June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday I
"""
_OPENERS = """
    A According After Against All Also Although Among An And Another Any As At Because Before Both But By
    Despite During Each Earlier Even Every Few Following For From Further Furthermore He Her Here His How
    However If In It Its Last Later Many Meanwhile More Moreover Most My Nevertheless New No None Nor Not
    Notably Now Of On One Only Or Other Our Over Several She Since So Some Still Such Than That The Their Then
    There These They This Those Though Three Through Thus To Two Under Until We What When Where Whether Which
    While Who With Without Yet You Your
"""
_PEOPLES = """
    Afghan African American Arab Asian Balkan Cuban Czech Danish Dutch French German Greek Iraqi Israeli Kurdish
    Latin Mexican Pakistani Saudi Soviet Swiss Thai Turkish Western Eastern Northern Southern Emirati Yemeni
    Qatari Kuwaiti
"""
_QUOTES = "“‘\"' "
_PEOPLE = re.compile(r"\w+(?:ish|ian|ean|ese)$")


@dataclass(frozen=True)
class Lexis:
    """How an article writes its words: those it capitalises in the middle of a sentence."""

    large: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Self:
        """The lexis of an article's text, from its first `ENOUGH` characters."""
        found = _WORD.finditer(text, 0, ENOUGH)
        return cls(frozenset(word[0] for word in found if word[0][0].isupper() and _goes_on(text, word.start())))


def names(words: str, lexis: Lexis) -> tuple[str, ...]:
    """The names in `words`, each once, in order: runs of words capitalised for more than standing first.

    Days, months and mere nationalities ("a Polish intermediary") are not names.
    """
    runs = _runs(words)
    if runs and words.lstrip(_QUOTES).startswith(runs[0][0][0]):
        runs[0] = (_without_opener(runs[0][0], lexis), runs[0][1])
    return tuple(
        dict.fromkeys(" ".join(run) for run, before_noun in runs if run and not (before_noun and _people(run)))
    )


def _goes_on(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start]
    return len(before) == 2 and before[1] == " " and (before[0].islower() or before[0] == ",")


def _runs(words: str) -> list[tuple[list[str], bool]]:
    """Runs of adjacent capitalised words, each with whether a lower-case word follows it."""
    runs: list[tuple[list[str], bool]] = []
    run: list[str] = []
    end = 0
    for match in _WORD.finditer(words):
        together, word = words[end : match.start()] == " ", match[0]
        end = match.end()
        if run and not together:
            run = _close(run, runs, before_noun=False)
        if (word[0].isupper() and word not in LISTING.never_names) or (run and word in LISTING.within_names):
            run.append(word)
        else:
            run = _close(run, runs, before_noun=True)
    _close(run, runs, before_noun=False)
    return runs


def _close(run: list[str], runs: list[tuple[list[str], bool]], before_noun: bool) -> list[str]:
    while run and run[-1] in LISTING.within_names:
        run.pop()
        before_noun = False
    if run:
        runs.append((run, before_noun))
    return []


def _people(run: list[str]) -> bool:
    return len(run) == 1 and (run[0] in LISTING.adjectives or bool(_PEOPLE.match(run[0])))


def _without_opener(run: list[str], lexis: Lexis) -> list[str]:
    """A run that begins the sentence, without a first word that is capitalised only for that."""
    first, alone = run[0], len(run) == 1
    return run[1:] if first in LISTING.never_first or (alone and first not in lexis.large) else run
