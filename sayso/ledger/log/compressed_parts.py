"""Parts as the database stores them: compressed (zlib, RFC 1950) where that is shorter.

The first byte says which: canonical JSON of an object begins with `{`, a zlib stream with `x`. Hashes are over the
canonical bytes, and so do not depend on the compression.
"""

from __future__ import annotations

import zlib

from sayso.errors import LedgerError

MOST = 1 << 27
"""Bytes of the longest part. A text of 200,000 words, the longest that is read as one, takes a fifth of that; a stream
that unpacks into more is not unpacked."""

_STREAM = b"x"


def packed(part: bytes) -> bytes:
    """The bytes to store for a part; LedgerError for a part that is too long."""
    if len(part) > MOST:
        raise LedgerError(
            f"expected an entry of at most {MOST} bytes a part, found {len(part)}; cut the article in several"
        )
    short = zlib.compress(part)
    return short if len(short) < len(part) else part


def unpacked(stored: bytes) -> bytes:
    """The part that was stored so.

    A damaged stream, or one of more than `MOST` bytes, is returned unchanged: no hash fits it, so it counts as changed.
    """
    if not stored.startswith(_STREAM):
        return stored
    stream = zlib.decompressobj()
    try:
        part = stream.decompress(stored, MOST)
    except zlib.error:
        return stored
    return part if stream.eof and not stream.unused_data else stored
