"""The heads and names in a source's words, found by word order and capitals alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.evaluate.word_places import Text, Words

Name = tuple[str, ...]
"""Consecutive capitalised words: ("Joan", "Pryce")."""

OPENERS = frozenset("of for to with from in at on by against about who whom whose which that".split())
"""Words after which another party may be named: the wife of Hale, the woman who sued Hale."""

_TITLES = frozenset("the a an mr mrs ms dr sir lord lady sen rep gov gen president mayor".split())
_PARTS = frozenset("one two three four five some many most several both all none few half each any".split())
"""Words before "of" that name a part of the source: "one of the docs"."""

_ARTICLES = frozenset(("the", "his", "her", "its", "their"))
_JOINED = frozenset(("and", "or"))
_PAUSE = re.compile(r"[,;:()\"“”—–\n]")


def segments(text: Text, words: Words) -> Iterator[list[int]]:
    """`words` in text order, cut at commas and similar marks, at joining words, and at gaps."""
    segment: list[int] = []
    for word in sorted(words):
        cut = segment and (word > segment[-1] + 1 or _PAUSE.search(text.between(segment[-1], word)))
        joins = text.word(word).lower() in _JOINED
        if segment and (cut or joins):
            yield segment
            segment = []
        if not joins:
            segment.append(word)
    if segment:
        yield segment


def names(text: Text, words: Words) -> list[Name]:
    """The names of the parties that `words` mean: those that end a segment before another party is brought in."""
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
    """Every name in `words`, including parties that are only brought in."""
    return [name for run in _runs(text, sorted(words)) if (name := _name(text, run))]


def same(a: Name, b: Name) -> bool:
    """Whether two names mean the same, in full or by the last name: Pryce and Joan Pryce, not Ann and Joan Pryce."""
    return a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a))


def brought_in(text: Text, part: Words, words: Words) -> bool:
    """Whether `part` of `words` only says whose, of or with whom: Hale in "Hale's partner", "a friend of Hale"."""
    if not part or not part < words:
        return False
    first, last = min(part), max(part)
    last -= text.word(last) == "s" and last > first
    if last + 1 in words and _possessive(text, last):
        return True
    segment = next((segment for segment in segments(text, words) if first in segment), [])
    before = [text.word(word).lower() for word in segment if word < first]
    if len(before) > 1 and before[-1] in _ARTICLES:
        before.pop()
    if len(before) > 1 and before[-1] == "of" and before[-2] in _PARTS:
        before = before[:-2]
    return any(word in OPENERS for word in before)


def _possessive(text: Text, word: int) -> bool:
    """Whether an apostrophe follows a word directly."""
    return text.between(word, word + 1)[:1] in ("'", "’")


def _before_others(text: Text, segment: list[int]) -> Iterator[int]:
    for word in segment:
        if text.word(word).lower() in OPENERS:
            return
        yield word


def _runs(text: Text, words: Iterable[int]) -> Iterator[list[int]]:
    """Runs of capitalised words with only spaces and full stops of titles between them."""
    run: list[int] = []
    for word in words:
        capital = text.word(word)[0].isupper()
        if run and not (capital and abs(word - run[-1]) == 1 and _close(text, *sorted((run[-1], word)))):
            yield run
            run = []
        if capital:
            run.append(word)
    if run:
        yield run


def _close(text: Text, first: int, second: int) -> bool:
    return text.between(first, second).strip(" .-") == ""


def _name(text: Text, run: Iterable[int]) -> Name:
    return tuple(word for number in run if (word := text.word(number)).lower() not in _TITLES)
