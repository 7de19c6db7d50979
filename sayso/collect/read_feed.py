"""Feeds of every kind as lists of articles: RSS, Atom, JSON Feed, and sitemaps for news."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from sayso.collect.feed_entries import MOST, FeedEntry, FeedListing
from sayso.collect.safe_xml import xml_root
from sayso.collect.web_address import shown, web_address
from sayso.errors import FetchError, UnreadableError

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf|urlset|sitemapindex)\b", re.IGNORECASE)
_JSON = re.compile(rb"\s*\{")
_JSON_VERSION = re.compile(rb"https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version", re.IGNORECASE)
_BEGINNING = 2000
_PROBLEMS = 5
"""The most entries of a feed that are complained about."""


def is_feed(body: bytes) -> bool:
    """Whether these bytes begin as a feed or a sitemap does; the kind that a server names is often wrong."""
    start = body[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip()
    if _JSON.match(start):
        return _JSON_VERSION.search(start) is not None
    return (
        start.startswith(b"<")
        and not start[:15].lower().startswith((b"<!doctype html", b"<html"))
        and bool(_FEED.search(start))
    )


def read_feed(body: bytes, address: str) -> FeedListing:
    """The articles of the feed that was fetched from `address`, their addresses whole; UnreadableError for no feed.

    Only bytes are given to the parser, never an address, which it would fetch itself.
    """
    start = body[:_BEGINNING].lower()
    if _JSON.match(body.removeprefix(b"\xef\xbb\xbf")):
        title, found = _json_feed(body)
    elif b"<urlset" in start or b"<sitemapindex" in start:
        title, found = None, _sitemap(body)
    else:
        title, found = _parsed(body, address)
    return _listing(title, found, address)


def _listing(title: str | None, found: list[FeedEntry], address: str) -> FeedListing:
    entries: dict[str, FeedEntry] = {}
    problems: list[str] = []
    for entry in found[:MOST]:
        try:
            whole = str(web_address(entry.address, address))
            entries.setdefault(whole, entry._replace(address=whole))
        except FetchError as error:
            problems.append(f"an entry of the feed {shown(address)}: {error}")
    more = len(problems) - _PROBLEMS
    rest = [f"{more} more entries of the feed {shown(address)} have no address that can be fetched"] if more > 0 else []
    return FeedListing(title, tuple(entries.values()), (*problems[:_PROBLEMS], *rest))


def _parsed(body: bytes, address: str) -> tuple[str | None, list[FeedEntry]]:
    import feedparser  # type: ignore[import-untyped]

    headers = {"content-location": address, "content-type": "application/xml"}
    try:
        found = feedparser.parse(BytesIO(body), response_headers=headers, sanitize_html=False)
    except Exception as error:
        raise _no_feed(type(error).__name__) from error
    if not found.get("version") and not found.entries:
        raise _no_feed("none")
    return _words(found.feed.get("title")), list(filter(None, map(_entry, found.entries)))


def _entry(found: dict[str, Any]) -> FeedEntry | None:
    """An entry of RSS or Atom; None for one without an address, such as a note."""
    link = found.get("link") or (found.get("id") if found.get("guidislink") else None)
    if not link:
        return None
    source = found.get("source") or {}
    where = source.get("href") or next((one.get("href") for one in source.get("links", ()) if one.get("href")), None)
    changed = dict.get(found, "updated") or dict.get(found, "published")  # its own `get` mixes them up
    return FeedEntry(str(link), _words(changed), _words(source.get("title")), _words(where))


def _json_feed(body: bytes) -> tuple[str | None, list[FeedEntry]]:
    """A JSON Feed (https://jsonfeed.org/version/1.1)."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _no_feed(type(error).__name__) from None
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise _no_feed("no items")
    items = [one for one in found["items"] if isinstance(one, dict)]
    entries = (FeedEntry(str(one.get("url") or one.get("external_url") or ""), _words(_changed(one))) for one in items)
    return _words(found.get("title")), [entry for entry in entries if entry.address]


def _changed(item: Mapping[str, Any]) -> Any:
    return item.get("date_modified") or item.get("date_published")


def _sitemap(body: bytes) -> list[FeedEntry]:
    """The articles of a sitemap for news (https://www.google.com/schemas/sitemap-news/0.9)."""
    root = xml_root(body, "a sitemap")
    if _name(root) == "sitemapindex":
        raise UnreadableError("expected a sitemap, found a list of sitemaps; name the one for news")
    return [entry for url in root if _name(url) == "url" and (entry := _listed(url))]


def _listed(url: Any) -> FeedEntry | None:
    said = {_name(one): (one.text or "").strip() for one in url.iter()}
    if "news" not in said or not said.get("loc"):
        return None
    return FeedEntry(said["loc"], said.get("lastmod") or said.get("publication_date") or None)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _words(said: Any) -> str | None:
    return said.strip()[:500] or None if isinstance(said, str) else None


def _no_feed(found: str) -> UnreadableError:
    return UnreadableError(
        f"expected a feed (RSS, Atom, JSON Feed or a sitemap for news), found something else ({found}); name another"
    )
