"""A web page: its article's text, and what its metadata says of it."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sayso.errors import UnreadableError
from sayso.ingest.dates import iso_date
from sayso.ingest.decode import Decoded, decode
from sayso.ingest.source import About

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_ARTICLE = re.compile(r"article|report|posting|review", re.IGNORECASE)
_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "outlet": ("og:site_name", "application-name"),
    "published": ("article:published_time", "datepublished", "dc.date.issued", "dc.date", "parsely-pub-date", "date"),
    "byline": ("author", "byl", "parsely-author", "dc.creator", "sailthru.author"),
    "url": ("og:url",),
}


class Page(NamedTuple):
    """A page's article as text, and what the page says of it."""

    text: str
    about: About


def decode_page(data: bytes) -> Decoded:
    """The source of a page: UTF-8 where it is, else as it declares, else as any text."""
    declared = _CHARSET.search(data[:4096])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if declared:
            try:
                encoding = declared[1].decode("ascii")
                return Decoded(data.decode(encoding), encoding.lower())
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(data)


def read_page(source: str) -> Page:
    """The article in the HTML `source`; raises `UnreadableError` where there is none.

    Title, outlet, date, author and canonical address come from JSON-LD, `meta` and `link` elements alone, and are
    None where these say nothing.
    """
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = extract(source, output_format="txt", include_comments=False, include_tables=False)
    if not text or not text.strip():
        raise UnreadableError("expected an article in the page, found no text in it; save the page again, or as text")
    return Page(text.replace("\r\n", "\n"), _about(source))


def _about(source: str) -> About:
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    except (etree.ParserError, ValueError):
        return About()
    meta = _meta(tree)
    said = {name: next((meta[key] for key in keys if key in meta), None) for name, keys in _META.items()}
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    from_meta = About(**{**said, "url": _address(canonical) or _address(said["url"]), "published": None})
    published = About(published=iso_date(said["published"]))
    return _from_json_ld(tree).over(from_meta).over(published)


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in tree.iter("meta"):
        name = one.get("property") or one.get("name") or one.get("itemprop")
        content = (one.get("content") or "").strip()
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
                title=_name(found.get("headline")),
                outlet=_name(found.get("publisher")),
                published=iso_date(_name(found.get("datePublished"))),
                byline=_name(found.get("author")),
            )
    return About()


def _articles(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in JSON-LD whose type is an article of some kind."""
    if isinstance(value, list):
        for one in value:
            yield from _articles(one)
    elif isinstance(value, dict):
        if _ARTICLE.search(str(value.get("@type", ""))):
            yield value
        yield from _articles(value.get("@graph", []))


def _name(value: Any) -> str | None:
    """The name that a JSON-LD value gives: a string, an object's `name`, or several of them."""
    if isinstance(value, list):
        return ", ".join(name for one in value if (name := _name(one))) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    return value.strip() or None if isinstance(value, str) else None


def _address(value: str | None) -> str | None:
    return value.strip() if value and re.match(r"\s*https?://", value) else None
