"""Words for what is wrong."""

from __future__ import annotations

from sayso.clear.clearing_words import CLEARING
from sayso.language.wrongdoing import speaks_of_wrongdoing

_PREFIX = 6
_STEMS = tuple(stem for stem in CLEARING.wrongs if len(stem) >= _PREFIX)


def is_wrong(word: str) -> bool:
    """Whether a lemma or word is one for wrongdoing."""
    folded = word.casefold().replace(" ", "-")
    plain = {folded, *(folded.removesuffix(ending) for ending in ("ed", "d", "ing", "s", "es"))}
    return is_grave(word) or not plain.isdisjoint(CLEARING.wrongs) or folded.startswith(_STEMS)


def is_grave(word: str) -> bool:
    """Whether it is one whoever says so: "bribe", but not "hit" or "attack"."""
    return speaks_of_wrongdoing(word) and not _mere(word.casefold())


def _mere(word: str) -> bool:
    """Whether a word only says that something is an accusation, not of what."""
    return word.startswith(("alleg", "accus", "lawsuit"))
