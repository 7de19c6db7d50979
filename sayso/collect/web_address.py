"""Addresses of pages and feeds, in the one form in which they are fetched."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING

from sayso.errors import FetchError

if TYPE_CHECKING:
    from httpx2 import URL

LONGEST = 2000
"""The most characters of an address."""

PORTS = (80, 443)
"""The ports below 1024 that are fetched from: mail and the like listen on the others."""

_LOOKS_LIKE_ONE = re.compile(r"\s*https?://", re.IGNORECASE)
_NUMERIC = re.compile(r"\d+|0[xX][0-9a-fA-F]*")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")


def is_web_address(words: str) -> bool:
    """Whether this is meant as an address, and not as a file."""
    return _LOOKS_LIKE_ONE.match(words) is not None


def web_address(given: str, base: str | None = None) -> URL:
    """The address, from `base` where it is relative, without a fragment; FetchError for what is not fetched.

    A name is in ASCII (IDNA) and without a dot at its end. An address in numbers has its usual form, so that "0x7f.1"
    is refused; whether it is a public one is checked when it is connected to.
    """
    from httpx2 import URL, InvalidURL

    given = given.strip().replace(" ", "%20")
    if len(given) > LONGEST:
        raise FetchError(f"expected an address of at most {LONGEST} characters, found {len(given)}; check it")
    if _UNSEEN.search(given):
        raise FetchError(f"expected an address, found spaces or unseen characters in {shown(given)}; check it")
    try:
        url = URL(base).join(given) if base else URL(given)
        return _checked(url, given)
    except (InvalidURL, UnicodeError, ValueError) as error:
        raise FetchError(f"expected an address, found {shown(given)} ({error}); check it") from None


def shown(address: str) -> str:
    """An address in a sentence: shortened, and without a password."""
    without = re.sub(r"//[^/@]*@", "//", address)
    return repr(without if len(without) <= 200 else f"{without[:200]}...")


def _checked(url: URL, given: str) -> URL:
    if url.scheme not in ("http", "https"):
        raise FetchError(f"expected an address with http or https, found {shown(given)}; name the page")
    if url.userinfo:
        raise FetchError(f"expected an address without a name or password, found {shown(given)}; take them out")
    if url.port is not None and url.port not in PORTS and not 1024 <= url.port <= 65_535:
        raise FetchError(f"expected a port for web pages, found {url.port} in {shown(given)}; name the page")
    host = url.host.rstrip(".")
    if not host or ".." in host or "%" in host:
        raise FetchError(f"expected the name of a site, found none in {shown(given)}; check it")
    if ":" not in host and _NUMERIC.fullmatch(host.rpartition(".")[2]) and not _is_usual(host):
        raise FetchError(f"expected an address of four numbers, found {shown(given)}; name the page")
    return url.copy_with(host=host, fragment=None)


def _is_usual(host: str) -> bool:
    try:
        return str(ip_address(host)) == host
    except ValueError:
        return False
