"""A web page: the text of its article, and its metadata."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sayso.errors import UnreadableError
from sayso.ingest.dates import iso_date
from sayso.ingest.decode import Decoded, declared, decode
from sayso.ingest.location import About
from sayso.ingest.text_limits import short, sound

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*(?:[\"']\s*)?([\w-]+)", re.IGNORECASE)
_ARTICLE = re.compile(r"article|report|posting|review", re.IGNORECASE)
_DEEPEST = 4
"""The most objects and lists around a name in JSON-LD."""
_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "outlet": ("og:site_name", "application-name"),
    "published": ("article:published_time", "datepublished", "dc.date.issued", "dc.date", "parsely-pub-date", "date"),
    "byline": ("author", "byl", "parsely-author", "dc.creator", "sailthru.author"),
    "url": ("og:url",),
}


class WebPage(NamedTuple):
    """A page's article as text, and the page's metadata."""

    text: str
    about: About


def decode_page(data: bytes) -> Decoded:
    """The source of a page: UTF-8 if it is, else as it declares, else like any text."""
    named = _CHARSET.search(data[:4096])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if named and (found := declared(data, named[1].decode("latin-1"))):
            return found
    return decode(data)


def read_page(source: str) -> WebPage:
    """The article in the HTML `source`; raises `UnreadableError` without one.

    Title, outlet, date, author and canonical address come only from JSON-LD, `meta` and `link` elements; None where
    these say nothing. A page that the parser cannot read to its end is refused: a part would pass for the whole.
    """
    from trafilatura import extract

    about = _about(source)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = extract(source, output_format="txt", include_comments=False, include_tables=False)
    if not text or not text.strip():
        raise UnreadableError("expected an article in the page, found no text in it; save the page again, or as text")
    return WebPage(sound(text.replace("\r\n", "\n")), about)


def _about(source: str) -> About:
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser()
    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source), parser=parser)
    except (etree.LxmlError, ValueError):
        return About()
    if parser.error_log.filter_from_fatals():
        raise UnreadableError(
            "expected a page that can be read to its end, found some 250 elements within each other, where the parser "
            "stops; save it as text"
        )
    meta = _meta(tree)
    said = {name: next((meta[key] for key in keys if key in meta), None) for name, keys in _META.items()}
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    known = {name: short(value) for name, value in said.items()}
    from_meta = About(**{**known, "url": _address(canonical) or _address(said["url"]), "published": None})
    published = About(published=iso_date(said["published"]))
    return _from_json_ld(tree).over(from_meta).over(published)


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _from_json_ld(tree: Any) -> About:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = next(_articles(json.loads(script.text or "")), None)
        except (ValueError, RecursionError):
            continue
        if found:
            return About(
                title=short(_name(found.get("headline"))),
                outlet=short(_name(found.get("publisher"))),
                published=iso_date(_name(found.get("datePublished"))),
                byline=short(_name(found.get("author"))),
            )
    return About()


def _articles(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in JSON-LD whose type is some kind of article, in order."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += reversed(item)
        elif isinstance(item, dict):
            if _is_article(item.get("@type")):
                yield item
            waiting.append(item.get("@graph"))


def _is_article(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in kinds)


def _name(value: Any, deep: int = _DEEPEST) -> str | None:
    """The name in a JSON-LD value: a string, an object's `name`, or several joined; None below `_DEEPEST`."""
    if isinstance(value, list) and deep:
        return ", ".join(name for item in value if (name := _name(item, deep - 1))) or None
    if isinstance(value, dict) and deep:
        return _name(value.get("name"), deep - 1)
    return value.strip() or None if isinstance(value, str) else None


def _address(value: str | None) -> str | None:
    return short(value) if value and re.match(r"\s*https?://", value) else None
