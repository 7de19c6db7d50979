"""Introductions: the words with which an article says who somebody is: "Tove Lind, a spokeswoman for Norvik"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.language.spelling import Word, fold, words_of
from sayso.link.linking_words import STATES
from sayso.link.origins.descriptions import singular, tells_office
from schemas import Article

BEFORE, AFTER = 7, 12
"""How many words before and after a name are read."""

_LONG = 5
"""A name of so many letters is one also at the end of a longer word."""


class Introduction(NamedTuple):
    """What an article (its id) says of somebody: the name, perhaps with a title before it, and the words beside it."""

    article: str
    name: str
    words: str


def introductions(article: Article) -> tuple[Introduction, ...]:
    """Every place where the article says who somebody with a name is: in which office, or that somebody has none."""
    text, words = article.text, list(words_of(article.text))
    found: dict[Introduction, None] = {}
    for first, last in _names(text, words):
        name = text[words[first].start : words[last - 1].end]
        for told in _told(text, words, first, last):
            found[Introduction(article.id, name, told)] = None
    return tuple(found)


def _names(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words (their numbers, half-open), with the small words within names."""
    first = None
    for number, word in enumerate(words):
        if first is not None and (_parted(text, words, number) or not _in_name(word, words, number)):
            yield first, number
            first = None
        if first is None and word.written[:1].isupper():
            first = number
    if first is not None:
        yield first, len(words)


def _parted(text: str, words: Sequence[Word], number: int) -> bool:
    """Whether more than space parts a word from the one before; a full stop may stand behind an initial or a title."""
    before, gap = words[number - 1], text[words[number - 1].end : words[number].start]
    short = len(before.written) == 1 or before.written.lower() in STATES.titles
    return gap.strip(" -") != "" and not (gap == ". " and short)


def _in_name(word: Word, words: Sequence[Word], number: int) -> bool:
    if word.written[:1].isupper():
        return True
    rest = [after.written for after in words[number : number + 4]]
    name = next((after for after in rest if after.lower() not in STATES.within_names), "")
    return word.written.lower() in STATES.within_names and name[:1].isupper()


def _told(text: str, words: Sequence[Word], first: int, last: int) -> Iterator[str]:
    """The words before and after a name that tell an office, or begin like a description."""
    before = _before(text, words, first)
    in_office = any(map(_is_office, words[before : last - 1])) and _speaks(words[before:last])
    if (in_office and _beside(words, first, last)) or any(
        word.written.lower() in ("a", "an") for word in words[before:first]
    ):
        yield text[words[before].start : words[last - 1].end]
    for owner in range(first, last - 1):
        if words[owner].written.endswith(("'s", "’s")):
            yield f"of {text[words[first].start : words[owner].end]}"
    after = _after(text, words, last)
    who = words[last:after]
    if who and (_speaks(who) or who[0].written in ("a", "an")) and not _names_another(text, who):
        yield text[words[first].start : words[after - 1].end]


def _beside(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the office stands directly before the name, or in front of it within the capitalised words."""
    return any(_is_office(word) for word in words[first : last - 1]) or (first > 0 and _is_office(words[first - 1]))


def _before(text: str, words: Sequence[Word], first: int) -> int:
    """The number of the first word that belongs to what stands before a name."""
    at = first
    while at > max(0, first - BEFORE):
        gap = text[words[at - 1].end : words[at].start]
        comma = at == first and gap.strip() == ","
        if (gap.strip(" -‘'’") and not comma) or _goes_on(words[at - 1].written):
            break
        at -= 1
    return at


def _after(text: str, words: Sequence[Word], last: int) -> int:
    """The number behind the last word of an apposition, or of "of Norvik"; `last` where there is none."""
    if last >= len(words):
        return last
    gap, begins = text[words[last - 1].end : words[last].start], words[last].written
    if not gap.strip() and begins == "of":
        return _run(text, words, last + 1)
    if (_goes_on(begins) and begins != "who") or gap.strip() not in {",", "(", "-", "–", "—"}:
        return last
    at = last + 1
    while at < min(len(words), last + AFTER) and not text[words[at - 1].end : words[at].start].strip(" -‘'’"):
        at += 1
    return at


def _goes_on(word: str) -> bool:
    """Whether a word belongs to what is told, and not to who somebody is."""
    return word.lower() in STATES.telling | STATES.going_on or (word.islower() and word.endswith("ed"))


def _run(text: str, words: Sequence[Word], first: int) -> int:
    """The number behind the capitalised words from `first` on; that before `first`, where there are none."""
    at = first
    while at < len(words) and words[at].written[:1].isupper() and (at == first or not _parted(text, words, at)):
        at += 1
    return at if at > first else first - 1


def _speaks(words: Sequence[Word]) -> bool:
    return tells_office([word.written for word in words])


def _is_office(word: Word) -> bool:
    return singular(word.written) in STATES.speaking or singular(word.written) in STATES.callings


def _names_another(text: str, words: Sequence[Word]) -> bool:
    """Whether an office among the words stands before another name: "Ann Roe, Norvik spokesman Bo Lind and"."""
    return any(
        _is_office(office) and name.written[:1].isupper() and text[office.end : name.start] == " "
        for office, name in pairwise(words)
        if not office.written[:1].isupper()
    )


def of_name(found: Iterable[Introduction], name: str) -> Iterator[str]:
    """The words of those introductions whose name ends in `name`, or in one word with it: "Rahman", "Abdulrahman"."""
    wanted = [fold(word.written) for word in words_of(name)]
    for one in found:
        keys = [fold(word.written) for word in words_of(one.name)]
        longer = len(wanted) == 1 and len(wanted[0]) >= _LONG and keys[-1].endswith(wanted[0])
        if wanted and (keys[-len(wanted) :] == wanted or longer):
            yield one.words
