"""Offices and bodies made comparable: "Russia's ambassador" and "the Russian ambassador" are the same."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribute.quotation_marks import unquoted
from sayso.language.english import OFFICES
from sayso.language.spelling import NATIONALITIES, fold

_SPELLED = {"pm": ("prime", "minister"), "fm": ("foreign", "minister"), "ambassadors": ("ambassador",)}


def may_hold(words: set[str], roles: set[str]) -> bool:
    """Whether somebody with these roles may be meant: the same office, and no other country's."""
    office = words - NATIONALITIES
    return bool(office & OFFICES.nouns) and office <= roles and not roles & NATIONALITIES


def role_key(words: str) -> set[str]:
    """Lower-case words that tell an office or body: countries as adjectives, no articles."""
    return set(_role_words(unquoted(words)))


def _role_words(words: str) -> Iterator[str]:
    for word in words.replace("’s", "").replace("'s", "").replace("-", " ").split():
        low = word.strip(".,()").lower()
        for one in _SPELLED.get(low, (low,)):
            if one and one not in OFFICES.skipped and one.isalpha() and one not in ("of", "to", "for", "who"):
                yield fold(one)


def past(words: str) -> bool:
    """Whether words for an office say that it is a past one: "the former president"."""
    return not {word.lower() for word in words.replace("-", " ").split()}.isdisjoint(("former", "ex", "onetime"))
