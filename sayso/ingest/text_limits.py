"""What may go into a record: text that can be written as UTF-8, and notes of a length that notes have."""

from __future__ import annotations

LONGEST = 2000
"""Characters of one thing that is known of an article: its address, title, author and the like."""


def sound(words: str) -> str:
    """`words` with halves of surrogate pairs, which no encoding can write, replaced."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def short(words: str | None) -> str | None:
    """`words`, sound, or None (not known) where there are none or more than anybody would note."""
    return sound(words.strip()) or None if words and len(words) <= LONGEST else None


def shown(words: str) -> str:
    """`words` as a sentence about them quotes them: their beginning."""
    return repr(words if len(words) <= 60 else f"{words[:60]}...")
