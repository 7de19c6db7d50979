"""The agencies and outlets named in the words of a credit."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.registry import Registry, Source

_PARTED = re.compile(r"(?<!\s)(?:\s*[/,;|+&•·]\s*|\s+(?:and|with)\s+)", re.IGNORECASE)
_STAFF = re.compile(
    r"(?<=\w)[\s,]+(?:(?:News )?(?:Staff|STAFF|staff)(?: [Ww]riters?| [Rr]eporters?)?|[Ww]riters?|[Cc]orrespondents?|"
    r"[Rr]eporters?|[Ii]nputs?)$"
)
_NOBODY = re.compile(r"(?:(?:the |other |news |wire )*(?:agenc(?:y|ies)|wires?|services?|staff|others)(?: reports?)?)?")
_FULL_STOPS = re.compile(r"^[\s\"“”'‘’*_.:-]+|(?<![\s\"“”'‘’*_.:-])[\s\"“”'‘’*_.:-]+$")


@lru_cache(maxsize=10_000)
def outlet(words: str, registry: Registry) -> Source | None:
    """The agency or outlet that `words` as a whole name, perhaps with its staff: "AFP", "Reuters Staff"; else None."""
    trimmed = _STAFF.sub("", _FULL_STOPS.sub("", words))
    return _news(registry.lookup(trimmed)) or _news(registry.lookup(trimmed.removesuffix(".com")))


def outlets(words: str, registry: Registry) -> list[Source]:
    """The agencies and outlets in a list ("AFP, Reuters and agencies"); none where it has any other name."""
    whole = outlet(words, registry)
    if whole:
        return [whole]
    parts = [_FULL_STOPS.sub("", part) for part in _PARTED.split(words)]
    named = [outlet(part, registry) for part in parts if not _NOBODY.fullmatch(part.lower())]
    return list(dict.fromkeys(source for source in named if source)) if all(named) else []


def outlets_within(words: str, registry: Registry) -> list[Source]:
    """The agencies and outlets named anywhere in `words`: "Associated Press writer Jane Roe in Kyiv"."""
    return list(dict.fromkeys(match.source for match in registry.find_all(words) if _news(match.source)))


def owner(words: str, registry: Registry) -> Source | None:
    """The agency, outlet or publisher with whose name `words` begin: "Thomson Reuters 2022"; else None."""
    named = next(iter(registry.find_all(words)), None)
    if named is None or words[: named.start].strip().lower() not in ("", "the", "by", "by the"):
        return None
    return named.source if _news(named.source) or _publishes(named.source, registry) else None


def _news(source: Source | None) -> Source | None:
    return source if source and source.kind in ("news_agency", "news_outlet") else None


def _publishes(source: Source, registry: Registry) -> bool:
    return any(child.parent == source.key and _news(child) for child in registry.sources.values())
