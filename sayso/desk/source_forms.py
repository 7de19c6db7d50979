"""Whether words can be a form of a source's name: what is said where they cannot."""

from __future__ import annotations

import re
import unicodedata

from sayso.errors import UsageError
from sayso.registry import Registry, describes
from schemas import Source

LONGEST = 100
"""Characters of a form."""

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def expect_form(registry: Registry, form: str, *, alone: bool) -> str:
    """The form, trimmed; `alone`: it is only known where it is a whole mention. `UsageError` says why it is none.

    1. some words with a capital; 2. not only words that describe; 3. nobody's yet; 4. no common word by
    itself, unless `alone`.
    """
    words = " ".join(form.split())
    if not 0 < len(words) <= LONGEST or ";" in words or any(not one.isprintable() for one in words):
        raise UsageError(f"expected a name of at most {LONGEST} characters without a semicolon, found {form!r}")
    if words == words.lower():  # 1
        raise UsageError(f"expected a name as texts write it, with a capital, found {words!r}")
    if all(map(describes, words.split())):  # 2
        raise UsageError(f"expected a name, found {words!r}, which only describes a source; give more of it")
    if known := registry.known_by(words):  # 3
        raise UsageError(f"expected a name that means nobody yet, found {words!r}, which means {called(known)}")
    if not alone and " " not in words and _is_common(words):  # 4
        raise UsageError(
            f"expected a name that is no common word, found {words!r}; give it with --alone: it is then "
            "known only where it is a whole mention"
        )
    return words


def expect_key(registry: Registry, key: str | None, name: str) -> str:
    """The key, or one made of the name; `UsageError` where it is taken, or is none."""
    made = key or re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", name).lower()).strip("-")
    if not _KEY.fullmatch(made):
        raise UsageError(f"expected a key of small letters, digits and hyphens, found {made!r}; give one with --key")
    if made in registry.sources:
        raise UsageError(f"expected a new key, found {made!r}, which is that of {called(registry.sources[made])}")
    return made


def called(source: Source) -> str:
    """How a source is called in messages: its name and key."""
    return f"{source.name} ({source.key})"


def _is_common(word: str) -> bool:
    from sayso.language.parse import is_common_word  # imported here: it loads the pipeline

    return is_common_word(word)
