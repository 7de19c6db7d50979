"""Sources that turned out to be others: their forms and what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping

from schemas import Source


def as_listed(source: Source, listed: Mapping[str, Source]) -> Source:
    """The source with the forms of those that it turned out to be, under its real parent."""
    same = [other for other in listed.values() if other.merged and _really(other.key, listed) == source.key]
    parent = source.parent and _really(source.parent, listed)
    if not same and parent == source.parent:
        return source
    forms = [form for other in same for form in other.forms]
    gained = {
        "aliases": [form for form, alone in forms if not alone],
        "alone": [form for form, alone in forms if alone],
    }
    return source.model_copy(
        update={
            "aliases": (*source.aliases, *gained["aliases"]),
            "alone": (*source.alone, *gained["alone"]),
            "parent": None if parent == source.key else parent,
        }
    )


def _really(key: str, listed: Mapping[str, Source]) -> str | None:
    """The key of the source that this one is, None where it is not listed."""
    seen: set[str] = set()
    while key in listed and (merged := listed[key].merged) in listed and key not in seen:
        seen.add(key)
        key = str(merged)
    return key if key in listed else None
