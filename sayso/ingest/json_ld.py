"""JSON-LD as pages have it: with comments, raw line breaks and commas that JSON does not allow."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from sayso.ingest.mending import unescaped

Value = dict[str, Any]

_ARTICLE = re.compile(r"article|report|posting|review", re.IGNORECASE)
_COMMENT = re.compile(
    r"<!--(?:(?!-->|<!--)[\s\S])*-->|^[ \t]{0,40}//[^\n]*$|^[ \t]{0,40}/\*(?:(?!\*/|/\*)[\s\S])*\*/", re.MULTILINE
)
_MARKS = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|^[ \t]{0,40}//", re.MULTILINE)
_SPARE_COMMA = re.compile(r",(?=\s{0,40}[}\]])")
_START = re.compile(r"[\[{]")
_HOLDING = ("@graph", "mainEntity", "mainEntityOfPage")
_DEEPEST = 4
"""The most objects and lists around a name."""
_DECODER = json.JSONDecoder(strict=False)
_MOST = 50
"""The most values of one element."""


def values(scripts: Iterator[str]) -> list[Any]:
    """The values in the texts of a page's JSON-LD elements; what cannot be read is left out."""
    return [value for script in scripts for value in _read(script)]


def articles(found: list[Any]) -> Iterator[Value]:
    """The objects whose type is some kind of article, in order, on the page's own level."""
    return (item for item in _objects(found) if any(_ARTICLE.search(kind) for kind in kinds(item)))


def named(found: list[Any]) -> dict[str, Value]:
    """The objects that others refer to, by their `@id`."""
    return {str(item["@id"]): item for item in _objects(found) if "@id" in item and len(item) > 1}


def kinds(item: Value) -> list[str]:
    """The types of an object."""
    kind = item.get("@type")
    return [name for name in (kind if isinstance(kind, list) else [kind]) if isinstance(name, str)]


def name(value: Any, by_id: dict[str, Value], deep: int = _DEEPEST) -> str | None:
    """The name in a value: a string, an object's `name`, its reference's, or several joined; None below `_DEEPEST`."""
    if isinstance(value, list) and deep:
        return ", ".join(each for item in value if (each := name(item, by_id, deep - 1))) or None
    if isinstance(value, dict) and deep:
        own = value.get("name") or by_id.get(str(value.get("@id")), {}).get("name")
        return name(own, by_id, deep - 1)
    return value.strip() or None if isinstance(value, str) else None


def _objects(found: list[Any]) -> Iterator[Value]:
    waiting = list(reversed(found))
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += reversed(item)
        elif isinstance(item, dict):
            yield item
            waiting += [item[key] for key in reversed(_HOLDING) if key in item]


def _read(script: str) -> list[Any]:
    """1. as it stands, 2. without comments, 3. without their marks, 4. unescaped; each also without spare commas."""
    for text in (script, _COMMENT.sub("", script), _MARKS.sub("", script), unescaped(_MARKS.sub("", script))):
        for again in (text, _SPARE_COMMA.sub("", text)):
            try:
                return _decoded(again)
            except (ValueError, RecursionError):
                continue
    return []


def _decoded(text: str) -> list[Any]:
    """The values that stand in `text` one after the other; ValueError without any."""
    found: list[Any] = []
    at = _START.search(text)
    while at and len(found) < _MOST:
        value, end = _DECODER.raw_decode(text, at.start())
        found.append(value)
        at = _START.search(text, end)
    if not found:
        raise ValueError("no value")
    return found
