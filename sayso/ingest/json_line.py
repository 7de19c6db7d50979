"""One line of JSONL: an article as an object with `text` or `html`, and what is known of it."""

from __future__ import annotations

import json
from typing import Any

from sayso.errors import UnreadableError
from sayso.ingest.dates import iso_date, iso_moment
from sayso.ingest.location import About
from sayso.ingest.mending import mended
from sayso.ingest.text_limits import LONGEST, sound
from sayso.ingest.web_page import read_page

_FIELDS = ("text", "html", "url", "title", "outlet", "published", "captured", "byline", "story")
_LONG = ("text", "html", "published", "captured")
_CALLED = {dict: "an object", list: "an array", str: "a string", bool: "true or false", type(None): "null"}


def read_line(line: str) -> tuple[str, str | None, About, tuple[str, ...]]:
    """The text, extractor (None for plain text), what one line says of the article, and sentences about the text.

    `id`, `url`, `title`, `outlet`, `published`, `captured`, `byline` and `story` may be left out; other fields are
    ignored; an invalid date counts as not known. Raises `UnreadableError` with what is wrong with the line.
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
        right = mended(known["text"])
        return right.text, None, about, right.notes
    if known["html"]:
        page = read_page(known["html"])
        return page.text, "trafilatura", about.over(page.about), page.notes
    raise UnreadableError("expected words in `text` or `html`, found neither; add them to the line")


def _object(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line.strip())
    except RecursionError:
        raise UnreadableError("expected a JSON object, found one nested too deeply; mend the line") from None
    except json.JSONDecodeError as error:
        where = f"{error.msg} at character {error.pos + 1}"
        raise UnreadableError(f"expected a JSON object, found something else ({where}); mend the line") from None
    except ValueError:  # Python refuses numbers of more than some thousand digits
        raise UnreadableError("expected a JSON object, found a number too long to read; mend the line") from None
    if not isinstance(value, dict):
        raise UnreadableError(f"expected a JSON object, found {_called(value)}; mend the line")
    return value


def _fields(value: dict[str, Any]) -> dict[str, str | None]:
    key = value.get("id")
    if key is not None and not isinstance(key, str | int):
        raise UnreadableError(f"expected text or a number in `id`, found {_called(key)}; mend the line")
    found = {"id": None if key is None else sound(str(key))}
    for name in _FIELDS:
        words = value.get(name)
        if words is not None and not isinstance(words, str):
            raise UnreadableError(f"expected text in `{name}`, found {_called(words)}; mend the line")
        found[name] = sound(words) if words and words.strip() else None
    for name, given in found.items():
        if given and len(given) > LONGEST and name not in _LONG:
            raise UnreadableError(
                f"expected at most {LONGEST} characters in `{name}`, found {len(given)}; mend the line"
            )
    return found


def _called(value: object) -> str:
    """The JSON type of a value, in words."""
    return _CALLED.get(type(value), "a number")
