"""One line of JSONL: an article as an object with `text` or `html`, and what is known of it."""

from __future__ import annotations

import json
from typing import Any

from sayso.errors import UnreadableError
from sayso.ingest.dates import iso_date, iso_moment
from sayso.ingest.page import read_page
from sayso.ingest.source import About

_FIELDS = ("text", "html", "url", "title", "outlet", "published", "captured", "byline", "story")


def read_line(line: str) -> tuple[str, str | None, About]:
    """Text, extractor (None for plain text) and what is known, out of one line.

    `id`, `url`, `title`, `outlet`, `published`, `captured`, `byline` and `story` may be left out; other fields are
    not looked at; a date that is none is not known. Raises `UnreadableError` with what is wrong with the line.
    """
    known = _fields(_object(line))
    about = About(
        key=known["id"],
        url=known["url"],
        title=known["title"],
        outlet=known["outlet"],
        published=iso_date(known["published"]),
        captured=iso_moment(known["captured"]),
        byline=known["byline"],
        story=known["story"],
    )
    if known["text"]:
        return known["text"], None, about
    if known["html"]:
        page = read_page(known["html"])
        return page.text, "trafilatura", about.over(page.about)
    raise UnreadableError("expected words in `text` or `html`, found neither")


def _object(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except RecursionError:
        raise UnreadableError("expected a JSON object, found one nested too deeply") from None
    except ValueError as error:
        raise UnreadableError(f"expected a JSON object, found something else ({error})") from None
    if not isinstance(value, dict):
        raise UnreadableError(f"expected a JSON object, found {type(value).__name__}")
    return value


def _fields(value: dict[str, Any]) -> dict[str, str | None]:
    key = value.get("id")
    if key is not None and not isinstance(key, str | int):
        raise UnreadableError(f"expected text or a number in `id`, found {type(key).__name__}")
    found = {"id": None if key is None else _sound(str(key))}
    for name in _FIELDS:
        one = value.get(name)
        if one is not None and not isinstance(one, str):
            raise UnreadableError(f"expected text in `{name}`, found {type(one).__name__}")
        found[name] = _sound(one) if one and one.strip() else None
    return found


def _sound(words: str) -> str:
    """`words` with halves of surrogate pairs, which no encoding can write, replaced."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
