"""Limits of what is recorded: text that can be written as UTF-8, and notes of a plausible length."""

from __future__ import annotations

LONGEST = 2000
"""The most characters of an article's address, title, author and other notes."""


def sound(words: str) -> str:
    """`words` with half surrogate pairs, which no encoding can write, replaced."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def short(words: str | None) -> str | None:
    """`words` made `sound`; None (not known) for empty or too long ones."""
    return sound(words.strip()) or None if words and len(words) <= LONGEST else None


def shown(words: str) -> str:
    """The beginning of `words`, quoted for an error message."""
    return repr(words if len(words) <= 60 else f"{words[:60]}...")
