"""Inversions: words attributed to a party that does not say them, such as the accuser's to the accused.

The source of a content that was found is inverted if it is not the gold's source, but a party that is

    brought in   within the gold source, only to say whose or of whom: Hale, of "Hale's partner, Joan Pryce"
    spoken of    in the content, or named there
    spoken to    in an addressee's place: after the source or the cue, or before a verb of hearing or being told

It is the gold's source if the words overlap (Dice, at least a half), one contains the other, or both have the same
name; a party that is only brought in never is. A pronoun is judged by its antecedent, and not at all without one. The
addressee is looked for up to the next punctuation mark or content; a party that is quoted or cited there is a source
too. The gold does not resolve pronouns of the text: if one means the accused ("Pryce said he lied") and he is not
named nearby, that counts only as a wrong source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from sayso.evaluate.groups import PRONOUNS
from sayso.evaluate.source_names import Name, brought_in, named, names, same
from sayso.evaluate.word_places import HALF, Text, Words, dice
from schemas import Hop

How = Literal["brought in", "spoken of", "spoken to"]

LONGEST = 40
"""The most words of a clause on either side: hostile texts have no full stop."""

_QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing".split())
"""A party beside one of these is a source too, and not an addressee."""

_HEARING = frozenset("hear hears heard hearing".split())
_BEING = frozenset("is are was were be been being".split())
_TELLING = frozenset("told asked informed warned assured reminded advised briefed notified".split())

_RELATIVE = frozenset("who whom which that".split())

_END = re.compile(r"[,;:.!?()\"“”—–\n]")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|[A-Z])$")


class Inversion(NamedTuple):
    """One inversion: how, what the gold has and what was found, in words."""

    how: How
    gold: str
    found: str


class Inversions(NamedTuple):
    """The inversions of one article, and of how many contents (found, with a source that can be judged) they are."""

    judged: int
    places: tuple[Inversion, ...]


class Given(NamedTuple):
    """A source that words were attributed to: its place in the text, and its names.

    For a pronoun these are its antecedent's, and `since` is its own place: in "The mayor told us he was late" the
    mayor, before it, may be meant; in "he told the mayor", after it, he is spoken to.
    """

    place: Words
    names: tuple[Name, ...]
    since: int = 0


class Said(NamedTuple):
    """The gold: the words of all who pass the content on, of the cue, and of the content."""

    sources: tuple[Words, ...]
    cue: Words
    content: Words


def given(source: Words, text: Text) -> Given | None:
    """The source of an attribution; None for a pronoun or no source."""
    return None if _pronoun(source, text) else Given(source, tuple(names(text, source)))


def given_by(origin: Hop, text: Text) -> list[Given]:
    """The origin of a chain, each joint member by itself; empty where it cannot be judged."""
    mentions = [member.mention for member in origin.members] or [mention for mention in (origin.mention,) if mention]
    found = (_given(origin, text.words([mention.range]), text) for mention in mentions)
    return [source for source in found if source.place or source.names]


def inverted(text: Text, gold: Said, found: Given, others: Words) -> How | None:
    """How words of `gold` that were attributed to `found` are inverted; None where they are not.

    `others`: the words of all contents of the text, at which a reporting clause ends.
    """
    if any(brought_in(text, found.place, source) for source in gold.sources):
        return "brought in"
    if any(_is(text, source, found) for source in gold.sources):
        return None
    if found.place & gold.content or _named(text, found, gold.content):
        return "spoken of"
    if gold.cue and gold.cue <= found.place:
        return None
    addressed = frozenset(word for word in _addressee(text, gold, others) if word >= found.since)
    return "spoken to" if found.place & addressed or _named(text, found, addressed) else None


def _given(hop: Hop, mention: Words, text: Text) -> Given:
    if hop.members or not _pronoun(mention, text):
        return Given(mention, tuple(names(text, mention)))
    called = Text(hop.name or "")
    name = called.words([(0, len(called.characters))])
    place = text.words([hop.resolved_from.mention.range]) if hop.resolved_from else frozenset()
    known = [*names(text, place), *([] if _pronoun(name, called) else names(called, name))]
    return Given(place, tuple(known), max(mention, default=0))


def _is(text: Text, source: Words, found: Given) -> bool:
    place = found.place
    if source and place and (dice(source, place) >= HALF or place <= source or source <= place):
        return True
    return any(same(name, other) for name in names(text, source) for other in found.names)


def _named(text: Text, found: Given, words: Words) -> bool:
    return any(same(name, other) for name in named(text, words) for other in found.names)


def _pronoun(words: Words, text: Text) -> bool:
    return all(word.lower() in PRONOUNS | _RELATIVE for word in text.said(words))


def _addressee(text: Text, gold: Said, others: Words) -> Words:
    """Where an addressee may stand: the cue, which may hold more than a verb, and words beside it and the sources.

    Words before the cue count only with a verb of hearing ("a jury heard"); none count where a party is quoted, which
    is then a source too ("The Post quoted the mayor as saying").
    """
    own = gold.cue.union(*gold.sources)
    stop = (gold.content | others) - own
    before, behind = (frozenset(_beside(text, own, stop, step)) for step in (-1, 1))
    clause = {text.word(word).lower() for word in gold.cue | before | behind}
    if clause & _QUOTING:
        return frozenset()
    hears = clause & _HEARING or (clause & _BEING and clause & _TELLING)
    return gold.cue | behind | (before if hears else frozenset())


def _beside(text: Text, own: Words, stop: Words, step: int) -> Iterator[int]:
    for word in own:
        for beside in range(word + step, word + step * LONGEST, step):
            if beside in own or beside in stop or not _goes_on(text, beside - step, beside):
                break
            yield beside


def _goes_on(text: Text, word: int, neighbour: int) -> bool:
    """Whether a clause goes on from a word to its neighbour on either side."""
    first, second = sorted((word, neighbour))
    if first < 0 or second >= text.count:
        return False
    gap = text.between(first, second)
    return not _END.search(gap) or (gap.startswith(".") and bool(_TITLE.search(text.word(first))))
