"""Words that are given to one who does not say them: the accuser's to the accused.

Of a content that was found, the source is inverted where it is not the gold's, and is one who

    brought in   stands within the gold source, and only says whose or of whom: Hale, of "Hale's partner, Joan Pryce"
    spoken of    stands in the content, or is named there
    spoken to    stands where one does who is told: behind the source or the cue, or before a verb of being told

Whether it is the gold's is a matter of words: they overlap (Dice, at least a half), one lies in the other, or the same
name means both; one who is only brought in is not the gold's, however much overlaps. A pronoun is judged by what it was
resolved to, and not at all where that is unknown. Who is told is looked for up to the next punctuation mark or the next
content; who is quoted or cited there is a source as well. Whom a pronoun of the text itself means the gold does not
tell: where it is the accused ("Pryce said he lied"), and he stands nowhere else near, that is a wrong source only.
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
"""Words of a clause that are looked at on either side: hostile texts have no full stop."""

_QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing".split())
"""Whoever stands beside one of these is a source too, and nobody who is spoken to."""

_HEARING = frozenset("hear hears heard hearing".split())
_BEING = frozenset("is are was were be been being".split())
_TELLING = frozenset("told asked informed warned assured reminded advised briefed notified".split())

_RELATIVE = frozenset("who whom which that".split())

_END = re.compile(r"[,;:.!?()\"“”—–\n]")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|[A-Z])$")


class Inversion(NamedTuple):
    """One that is inverted: how, and what the gold has and what was found, as people are shown it."""

    how: How
    gold: str
    found: str


class Inversions(NamedTuple):
    """Those of one article, out of so many contents that were found and given to a source that can be judged."""

    judged: int
    places: tuple[Inversion, ...]


class Given(NamedTuple):
    """A source that words were given to: where it stands, and by what names it goes.

    Of a pronoun that is what it was resolved to, and `since` is its own place: in "The mayor told us he was late" the
    mayor, before it, may well be meant; in "he told the mayor", behind it, he is spoken to.
    """

    place: Words
    names: tuple[Name, ...]
    since: int = 0


class Said(NamedTuple):
    """What the gold has: the words of everybody who passes the content on, of the cue, and of the content."""

    sources: tuple[Words, ...]
    cue: Words
    content: Words


def given(source: Words, text: Text) -> Given | None:
    """The source of an attribution; None where it is a pronoun, or nobody."""
    return None if _pronoun(source, text) else Given(source, tuple(names(text, source)))


def given_by(origin: Hop, text: Text) -> list[Given]:
    """The origin of a chain, each member of several by itself; empty where it cannot be judged."""
    mentions = [member.mention for member in origin.members] or [one for one in (origin.mention,) if one]
    found = (_given(origin, text.words([one.range]), text) for one in mentions)
    return [one for one in found if one.place or one.names]


def inverted(text: Text, gold: Said, found: Given, others: Words) -> How | None:
    """How words of `gold` that were given to `found` are inverted; None where they are not.

    `others`: the words of all contents of the text, at which a clause that reports ends.
    """
    if any(brought_in(text, found.place, source) for source in gold.sources):
        return "brought in"
    if any(_is(text, source, found) for source in gold.sources):
        return None
    if found.place & gold.content or _named(text, found, gold.content):
        return "spoken of"
    if gold.cue and gold.cue <= found.place:
        return None
    told = frozenset(word for word in _told(text, gold, others) if word >= found.since)
    return "spoken to" if found.place & told or _named(text, found, told) else None


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
    return any(same(one, other) for one in names(text, source) for other in found.names)


def _named(text: Text, found: Given, words: Words) -> bool:
    return any(same(one, other) for one in named(text, words) for other in found.names)


def _pronoun(words: Words, text: Text) -> bool:
    return all(word.lower() in PRONOUNS | _RELATIVE for word in text.said(words))


def _told(text: Text, gold: Said, others: Words) -> Words:
    """Where one stands who is told: the cue, which may hold more than a verb, and the words beside it and the sources.

    Those before only where the verb is one of being told ("a jury heard"); none where somebody is quoted, who is a
    source too ("The Post quoted the mayor as saying").
    """
    own = gold.cue.union(*gold.sources)
    stop = (gold.content | others) - own
    before, behind = (frozenset(_beside(text, own, stop, step)) for step in (-1, 1))
    clause = {text.word(one).lower() for one in gold.cue | before | behind}
    if clause & _QUOTING:
        return frozenset()
    hears = clause & _HEARING or (clause & _BEING and clause & _TELLING)
    return gold.cue | behind | (before if hears else frozenset())


def _beside(text: Text, own: Words, stop: Words, step: int) -> Iterator[int]:
    for word in own:
        for one in range(word + step, word + step * LONGEST, step):
            if one in own or one in stop or not _goes_on(text, one - step, one):
                break
            yield one


def _goes_on(text: Text, one: int, other: int) -> bool:
    """Whether a clause goes on from one word to the next to it, either way."""
    first, second = sorted((one, other))
    if first < 0 or second >= text.count:
        return False
    gap = text.between(first, second)
    return not _END.search(gap) or (gap.startswith(".") and bool(_TITLE.search(text.word(first))))
