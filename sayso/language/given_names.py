"""Given names and titles that show whether a person is "he" or "she"."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.language.english import GIVEN_NAMES, PEOPLE


def of_title(words: Iterable[str]) -> str | None:
    """`m` or `f` where the words of a title or role (lower-case) show it, else None."""
    found = {"m" for word in words if word in PEOPLE.men} | {"f" for word in words if word in PEOPLE.women}
    return found.pop() if len(found) == 1 else None


def of_name(name: str) -> str | None:
    """`m` or `f` where the first given name shows it, else None."""
    first = next((word.lower() for word in name.replace(".", " ").split() if len(word) > 1), "")
    if (first in GIVEN_NAMES.male) == (first in GIVEN_NAMES.female):
        return None
    return "m" if first in GIVEN_NAMES.male else "f"
