"""Whether the body gives a source for what a headline says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from schemas import Statement

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")
_EMPTY = """
    a about after against ahead all also amid among an and any are as at be been before being between but by can
    could did do does down during for from had has have he her his how if in into is it its just may might more
    most must new no nor not now of off on one only or other our out over own per said say says she should so
    some such than that the their them then there these they this those to under until up upon very via was we
    were what when where which while who whom whose why will with would you your
"""
_EMPTY_WORDS = frozenset(_EMPTY.split())
_SHARE = 2 / 3


def covered(headline: str, body: Iterable[frozenset[str]]) -> bool:
    """Whether one of the statements of the body, each as what is `said` in it, says what the headline says.

    It does when at least two thirds of the headline's words (and no fewer than two) stand in the statement, its cue
    or its sources, word endings aside; every figure of the headline must be in it. "Putin praises ties" is covered
    by "Putin said that the ties ..."; "12 killed" never by a statement without a 12.
    """
    wanted = _content(headline)
    return len(wanted) > 1 and any(_says(wanted, have) for have in body)


def said(statement: Statement) -> frozenset[str]:
    """The words of a statement, its cue and its sources, in small letters, without those that carry no meaning."""
    sources = [one for hop in statement.chain[:-1] for one in (hop.name, hop.mention and hop.mention.words) if one]
    return _content(" ".join([statement.text, statement.cue.words if statement.cue else "", *sources]))


def _says(wanted: frozenset[str], have: frozenset[str]) -> bool:
    if any(word[0].isdigit() and word not in have for word in wanted):
        return False
    shared = sum(word in have or any(_alike(word, other) for other in have) for word in wanted)
    return shared >= max(2, _SHARE * len(wanted))


def _content(text: str) -> frozenset[str]:
    words = (match[0].lower().replace(",", "") for match in _WORD.finditer(text))
    return frozenset(word for word in words if word[0].isdigit() or (len(word) > 2 and word not in _EMPTY_WORDS))


def _alike(a: str, b: str) -> bool:
    if a == b or a[0].isdigit():
        return a == b
    needed = max(4, min(len(a), len(b)) - 1)
    return a[:needed] == b[:needed] and len(a) >= needed
