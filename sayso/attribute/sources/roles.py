"""Compares offices and bodies: "Russia's ambassador" and "the Russian ambassador" are the same."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribute.quotation_marks import unquoted
from sayso.language.english import OFFICES
from sayso.language.spelling import NATIONALITIES, fold

_SPELLED = {
    "pm": ("prime", "minister"),
    "fm": ("foreign", "minister"),
    "ambassadors": ("ambassador",),
}


def may_hold(words: set[str], roles: set[str]) -> bool:
    """Whether a person with these roles may hold the office that `words` name: the same office of no other country."""
    office = words - NATIONALITIES
    return bool(office & OFFICES.nouns) and office <= roles and not roles & NATIONALITIES


def role_key(words: str) -> set[str]:
    """The lower-case words that identify an office or body: countries as adjectives, no articles."""
    return set(_role_words(unquoted(words)))


def _role_words(words: str) -> Iterator[str]:
    for word in words.replace("’s", "").replace("'s", "").replace("-", " ").split():
        low = word.strip(".,()").lower()
        for part in _SPELLED.get(low, (low,)):
            if part and part not in OFFICES.skipped and part.isalpha() and part not in ("of", "to", "for", "who"):
                yield fold(part)


def past(words: str) -> bool:
    """Whether words for an office mean a former holder: "the former president"."""
    return not {word.lower() for word in words.replace("-", " ").split()}.isdisjoint(("former", "ex", "onetime"))
