"""A list of feeds: TOML as `seeds/feeds.toml`, or OPML, as other programs write it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from sayso.collect.safe_xml import xml_root
from sayso.collect.web_address import web_address
from sayso.errors import FetchError, UnreadableError, UsageError

LARGEST = 5_000_000
"""The most bytes of a list."""

_KEYS = {"address", "outlet"}


class ListedFeed(NamedTuple):
    """A feed, and the outlet whose articles it has, where the list says that."""

    address: str
    outlet: str | None = None


def feed_list(path: Path) -> tuple[ListedFeed, ...]:
    """The feeds that the file at `path` lists, each once; UsageError says what is wrong in it."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"expected to read the list of feeds {str(path)!r}, could not ({error.strerror})") from None
    if len(content) > LARGEST:
        raise UsageError(f"{path}: expected a list of feeds of at most {LARGEST // 10**6} MB, found more")
    try:
        found = _opml(content) if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else _toml(content)
    except (UnreadableError, ValueError, RecursionError) as error:
        raise UsageError(f"{path}: {error}") from None
    if not found:
        raise UsageError(f"{path}: expected a list of feeds, found none in it; add a [[feed]] with an address")
    return tuple({feed.address: feed for feed in found}.values())


def _toml(content: bytes) -> list[ListedFeed]:
    try:
        document = tomllib.loads(content.decode("utf-8-sig"))
    except ValueError as error:
        raise ValueError(f"expected TOML in UTF-8 or OPML, found something else: {error}; correct the file") from None
    feeds = document.get("feed", [])
    if document.keys() - {"feed"} or not isinstance(feeds, list):
        raise ValueError(f"expected a list of [[feed]], found {', '.join(map(repr, document))}; correct the file")
    return [_feed(number, one) for number, one in enumerate(feeds, 1)]


def _feed(number: int, given: Any) -> ListedFeed:
    if not isinstance(given, dict) or not given.keys() <= _KEYS or not isinstance(given.get("address"), str):
        raise ValueError(f"expected an address, and perhaps an outlet, in [[feed]] {number}, found {given!r:.200}")
    outlet = given.get("outlet")
    if outlet is not None and not (isinstance(outlet, str) and outlet.strip()):
        raise ValueError(f"expected a name as the outlet of [[feed]] {number}, found {outlet!r:.200}")
    return ListedFeed(_address(given["address"], f"[[feed]] {number}"), outlet)


def _opml(content: bytes) -> list[ListedFeed]:
    """The feeds of an OPML file (http://opml.org/spec2.opml); its titles are those of feeds, not of outlets."""
    root = xml_root(content, "OPML")
    if str(root.tag).rpartition("}")[2].lower() != "opml":
        raise ValueError(f"expected OPML, found {str(root.tag)[:80]!r}; name another file")
    outlines = [one for one in root.iter() if str(one.tag).rpartition("}")[2] == "outline"]
    addresses = (one.get("xmlUrl") or one.get("xmlurl") for one in outlines)
    return [ListedFeed(_address(one, "an outline")) for one in addresses if one]


def _address(given: str, where: str) -> str:
    try:
        return str(web_address(given))
    except FetchError as error:
        raise ValueError(f"{where}: {error}") from None
