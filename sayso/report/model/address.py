"""Addresses that a browser may be sent to."""

from __future__ import annotations

from urllib.parse import urlsplit


def web(url: str | None) -> str | None:
    """`url` where it is one of the web; None for anything else that an article may call its address."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
