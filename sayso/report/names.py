"""Who is named in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

_WORD = re.compile(r"[^\W_](?:[\w-]|\.(?=\w)|[’'](?=[^\W\ds]))*")
_LINKS = ("of", "de", "al", "bin", "ibn", "von", "van", "der", "el")
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
_NEVER = frozenset(_NO_NAMES.split())
_NEVER_FIRST = frozenset(_OPENERS.split())
_ADJECTIVES = frozenset(_PEOPLES.split())
_PEOPLE = re.compile(r"\w+(?:ish|ian|ean|ese)$")


@dataclass(frozen=True)
class Lexis:
    """How an article writes its words: those it writes small, and those it writes large in the middle of a sentence."""

    small: frozenset[str]
    large: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Self:
        """The lexis of an article's text."""
        small = {match[0] for match in _WORD.finditer(text) if match[0][0].islower()}
        large = {match[0] for match in _WORD.finditer(text) if match[0][0].isupper() and _goes_on(text, match.start())}
        return cls(frozenset(small), frozenset(large))


def names(words: str, lexis: Lexis) -> tuple[str, ...]:
    """The names in `words`, each once, in order: runs of words written large that are not large for standing first.

    Days, months and what only says a nationality ("a Polish intermediary") are no names.
    """
    found = dict.fromkeys(" ".join(run) for run in _runs(words, lexis))
    return tuple(found)


def _goes_on(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start]
    return len(before) == 2 and before[1] == " " and (before[0].islower() or before[0] == ",")


def _runs(words: str, lexis: Lexis) -> list[list[str]]:
    runs: list[list[str]] = []
    run: list[str] = []
    end = 0
    for match in _WORD.finditer(words):
        together, word = words[end : match.start()] == " ", match[0]
        end = match.end()
        if run and not together:
            run = _close(run, runs)
        if _large(word, lexis, first=not words[: match.start()].strip("“‘\"' ")) or (run and word in _LINKS):
            run.append(word)
        else:
            run = _close(run, runs, before_noun=together)
    _close(run, runs)
    return runs


def _close(run: list[str], runs: list[list[str]], before_noun: bool = False) -> list[str]:
    while run and run[-1] in _LINKS:
        run.pop()
        before_noun = False
    only_people = len(run) == 1 and (run[0] in _ADJECTIVES or bool(_PEOPLE.match(run[0])))
    if run and not (only_people and before_noun):
        runs.append(run)
    return []


def _large(word: str, lexis: Lexis, first: bool) -> bool:
    if not word[0].isupper() or word in _NEVER:
        return False
    return not first or word in lexis.large or (word.lower() not in lexis.small and word not in _NEVER_FIRST)
