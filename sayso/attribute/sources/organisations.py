"""Organisations whose name a description repeats: "a union of flight attendants"."""

from __future__ import annotations

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.roles import role_key
from sayso.language.english import BODIES

_MOST = 200
"""How many organisations are kept for one word."""


class Organisations:
    """The organisations of one article, by the words of their names."""

    def __init__(self, parsed: ParsedArticle) -> None:
        first: dict[frozenset[str], Range] = {}
        for entity in parsed.entities:
            own = frozenset(role_key(entity.text) - BODIES.nouns) if entity.label_ == "ORG" else frozenset()
            if len(own) > 1:
                first.setdefault(own, (entity.start_char, entity.end_char))
        self._by_word: dict[str, list[tuple[Range, frozenset[str]]]] = {}
        for own, place in first.items():
            if len(known := self._by_word.setdefault(min(own), [])) < _MOST:
                known.append((place, own))

    def described(self, descriptor: str) -> Range | None:
        """The place of the first organisation all of whose words are in a description."""
        words = role_key(descriptor)
        return min(
            (place for word in words for place, own in self._by_word.get(word, ()) if own <= words), default=None
        )
