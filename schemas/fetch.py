"""How the bytes of a page came from the web."""

from __future__ import annotations

from pydantic import AwareDatetime

from schemas.record import Record, Words


class Header(Record):
    """One header of an answer; its name in small letters."""

    name: str
    value: Words


class Fetch(Record):
    """One fetch: the address that was asked for, those it led over, where the page was, and what the server said.

    `address` is the last one, `redirects` are those before it, in order, without it. `feed` is the address of the feed
    that named the page; `source` and `source_url` are the publisher that the feed says had it first (RSS `<source>`).
    """

    asked: Words
    address: Words
    redirects: tuple[Words, ...] = ()
    at: AwareDatetime
    status: int
    headers: tuple[Header, ...] = ()
    feed: Words | None = None
    source: Words | None = None
    source_url: Words | None = None

    def header(self, name: str) -> str | None:
        """The first value of the header `name` (in small letters); None where it was not there, or was not kept."""
        return next((one.value for one in self.headers if one.name == name), None)
