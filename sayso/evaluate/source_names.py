"""The heads and names of a source's words, found by their order and capitals alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.evaluate.word_places import Text, Words

Name = tuple[str, ...]
"""Capitalised words as they follow one another, the last of them what they end on: ("Joan", "Pryce")."""

OPENERS = frozenset("of for to with from in at on by against about who whom whose which that".split())
"""Words after which somebody else may be named: the wife of Hale, the woman who sued Hale."""

_TITLES = frozenset("the a an mr mrs ms dr sir lord lady sen rep gov gen president mayor".split())
_PARTS = frozenset("one two three four five some many most several both all none few half each any".split())
"""Of whom some of them say it, who says it: "one of the docs"."""

_ARTICLES = frozenset(("the", "his", "her", "its", "their"))
_JOINED = frozenset(("and", "or"))
_PAUSE = re.compile(r"[,;:()\"“”—–\n]")


def segments(text: Text, words: Words) -> Iterator[list[int]]:
    """`words` in text order, cut at commas and their like, at joining words, and where words are left out."""
    segment: list[int] = []
    for one in sorted(words):
        cut = segment and (one > segment[-1] + 1 or _PAUSE.search(text.between(segment[-1], one)))
        joins = text.word(one).lower() in _JOINED
        if segment and (cut or joins):
            yield segment
            segment = []
        if not joins:
            segment.append(one)
    if segment:
        yield segment


def names(text: Text, words: Words) -> list[Name]:
    """The names of whom `words` mean: those on which a segment ends before anybody else is brought in."""
    found = []
    for segment in segments(text, words):
        own = list(_before_others(text, segment))
        if own and text.word(own[-1]) == "s":
            own.pop()
        run = next(_runs(text, reversed(own)), [])
        name = _name(text, reversed(run))
        if name and run[0] == own[-1]:
            found.append(name)
    return found


def named(text: Text, words: Words) -> list[Name]:
    """Every name that stands in `words`, whomever it means."""
    return [name for run in _runs(text, sorted(words)) if (name := _name(text, run))]


def same(one: Name, other: Name) -> bool:
    """Whether one is the other, in full or by the last name: Pryce and Joan Pryce, not Ann Pryce and Joan Pryce."""
    return one[-1] == other[-1] and (set(one) <= set(other) or set(other) <= set(one))


def brought_in(text: Text, part: Words, words: Words) -> bool:
    """Whether `part` of `words` only says whose, of whom or with whom: Hale in "Hale's partner", "a friend of Hale"."""
    if not part or not part < words:
        return False
    first, last = min(part), max(part)
    last -= text.word(last) == "s" and last > first
    if last + 1 in words and _possessive(text, last):
        return True
    segment = next((one for one in segments(text, words) if first in one), [])
    before = [text.word(one).lower() for one in segment if one < first]
    if len(before) > 1 and before[-1] in _ARTICLES:
        before.pop()
    if len(before) > 1 and before[-1] == "of" and before[-2] in _PARTS:
        before = before[:-2]
    return any(word in OPENERS for word in before)


def _possessive(text: Text, word: int) -> bool:
    """Whether an apostrophe stands right behind a word."""
    return text.between(word, word + 1)[:1] in ("'", "’")


def _before_others(text: Text, segment: list[int]) -> Iterator[int]:
    for one in segment:
        if text.word(one).lower() in OPENERS:
            return
        yield one


def _runs(text: Text, words: Iterable[int]) -> Iterator[list[int]]:
    """Stretches of capitalised words with nothing but spaces and full stops of titles between."""
    run: list[int] = []
    for one in words:
        capital = text.word(one)[0].isupper()
        if run and not (capital and abs(one - run[-1]) == 1 and _close(text, *sorted((run[-1], one)))):
            yield run
            run = []
        if capital:
            run.append(one)
    if run:
        yield run


def _close(text: Text, one: int, other: int) -> bool:
    return text.between(one, other).strip(" .-") == ""


def _name(text: Text, run: Iterable[int]) -> Name:
    return tuple(word for one in run if (word := text.word(one)).lower() not in _TITLES)
