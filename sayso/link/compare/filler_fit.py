"""Whether two fillers of the same role mean the same thing."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from sayso.link.compare.gazetteer import apart, named_in, within
from sayso.link.compare.lexicon import LEXICON, key
from sayso.link.compare.quantities import alike, quantities
from sayso.link.linking_words import COMPARING
from sayso.link.stems import is_name, stem, stems, tokens
from sayso.registry import Registry
from schemas import Filler

Fit = Literal["same", "apart", "other", "open"]
"""The same; known to be distinct (names, places, numbers, opposites); different words; not known."""

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
TIMES = frozenset({"DATE", "TIME"})


@lru_cache(maxsize=65536)
def fit(x: Filler, y: Filler, registry: Registry) -> Fit:
    """How the two fillers compare; times are not considered, and "nobody" fits every filler.

    Two names of one source in `registry` are the same.
    """
    if x.words.lower() in COMPARING.nobody or y.words.lower() in COMPARING.nobody:
        return "same"
    if x.words.lower() in COMPARING.pronouns or y.words.lower() in COMPARING.pronouns:
        return "open"
    numbers = _numbers(x, y)
    if numbers:
        return numbers
    place = _places(x, y)
    if place:
        return place
    return _words(x, y, registry)


def _numbers(x: Filler, y: Filler) -> Fit | None:
    for quantity in quantities(x.words):
        for other in quantities(y.words):
            agree = None if "degree" in (quantity.unit, other.unit) else alike(quantity, other)
            if agree is not None:
                return "same" if agree else "apart"
    return None


def _places(x: Filler, y: Filler) -> Fit | None:
    if not {x.label, y.label} & PLACES or {x.label, y.label} & {"PERSON", "ORG", "NORP"}:
        return None
    place, other = named_in(x.words), named_in(y.words)
    if place is None or other is None or len(tokens(x.words)) > 4 or len(tokens(y.words)) > 4:
        strange = {x.label, y.label} <= PLACES and not stems(x.words) & stems(y.words)
        return "open" if strange else None
    return "same" if within(place, other) else "apart" if apart(place, other) else None


def _words(x: Filler, y: Filler, registry: Registry) -> Fit:
    words, head, other = LEXICON, key(x.head), key(y.head)
    mine, theirs = stems(x.words), stems(y.words)
    if _titles_apart(x, y) or _made_another(x, other) or _made_another(y, head):
        return "apart"
    if stem(head) in theirs or stem(other) in mine or _alias(x, y, registry):
        return "apart" if _opposed(x.words, y.words) or _owners_apart(x, y) else "same"
    if words.opposite(head, other) or words.other_kind(head, other):
        return "apart"
    if words.same(head, other):
        return "apart" if _opposed(x.words, y.words) else "same"
    named = is_named(x), is_named(y)
    if all(named):
        return "same" if mine & theirs and x.label == y.label == "PERSON" else "open" if mine & theirs else "apart"
    return "open" if any(named) else "other"


def _opposed(mine: str, theirs: str) -> bool:
    """Whether one phrase has a word whose opposite the other has ("northern", "southern")."""
    words = LEXICON
    keys, other = ({key(word) for word in tokens(phrase)} for phrase in (mine, theirs))
    return any(words.opposite(a, b) or words.other_kind(a, b) for a in keys - other for b in other - keys)


def _owners_apart(x: Filler, y: Filler) -> bool:
    """Whether the same noun has different owners ("the British government", "the government of France")."""
    if is_named(x) or is_named(y):
        return False
    owners, other = ({stem(word) for word in tokens(each.words)[1:] if is_name(word)} for each in (x, y))
    first = {stem(word) for each in (x, y) for word in tokens(each.words)[:1] if is_name(word)}
    return bool(owners | other | first) and bool(owners and other) and not owners & other


def _titles_apart(x: Filler, y: Filler) -> bool:
    titles = {word.lower().strip(".") for word in tokens(x.words)} & {"mr", "mrs", "ms"}
    other = {word.lower().strip(".") for word in tokens(y.words)} & {"mr", "mrs", "ms"}
    return bool(titles and other and ("mr" in titles) != ("mr" in other))


def _made_another(x: Filler, head: str) -> bool:
    """Whether a filler has another's head with a word before it that makes another of it ("co-pilot", "pilot")."""
    parts = [word.lower().rpartition("-") for word in tokens(x.words) if "-" in word]
    return any(word == head and before in COMPARING.making_another for before, _, word in parts)


def _alias(x: Filler, y: Filler, registry: Registry) -> bool:
    """Whether both are names of one source in the registry, or one is a part or the initials of the other."""
    if not (is_named(x) and is_named(y)):
        return False
    source = registry.lookup(x.words)
    if source is not None and source is registry.lookup(y.words):
        return True
    mine, theirs = stems(x.words), stems(y.words)
    return stem(x.head) in theirs or stem(y.head) in mine


def is_named(filler: Filler) -> bool:
    """Whether a filler is a name or a phrase whose head is a name."""
    return filler.label in NAMES or (is_name(filler.head) and filler.head.lower() not in COMPARING.stop_words)
