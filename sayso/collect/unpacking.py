"""Packed answers, unpacked as far as they may be long."""

from __future__ import annotations

import zlib

from sayso.errors import FetchError

_GZIP = b"\x1f\x8b"
_ANY_FRAME = 47
"""zlib's word for: gzip or zlib, whichever it is."""


def unpacked(body: bytes, coding: str, most: int) -> bytes:
    """The body without its content `coding` (RFC 9110, 8.4), and a gzip file as what is in it; at most `most` bytes.

    FetchError for more, for a coding that was not asked for, and for a part.
    """
    packed = coding.strip().lower()
    if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"expected an answer as it is or packed by gzip, found {packed[:40]!r}; tell the site")
    if body and (packed not in ("", "identity") or body.startswith(_GZIP)):
        return _inflated(body, most)
    return body


def _inflated(body: bytes, most: int) -> bytes:
    found = bytearray()
    while body:
        inflater = zlib.decompressobj(_ANY_FRAME)
        try:
            found += inflater.decompress(body, most + 1 - len(found))
        except zlib.error:
            raise FetchError("expected a packed answer, found a damaged one; try again later") from None
        if len(found) > most:
            raise FetchError(f"expected at most {most / 10**6:g} MB when unpacked, found more; name another address")
        if not inflater.eof:
            raise FetchError("expected a whole packed answer, found a part; try again later")
        body = inflater.unused_data if inflater.unused_data.startswith(_GZIP) else b""
    return bytes(found)
