"""What a feed lists: articles, each with where it is, and who had it first."""

from __future__ import annotations

from typing import NamedTuple

MOST = 5000
"""The most entries of a feed that are read."""


class FeedEntry(NamedTuple):
    """An article of a feed. `marker` is another one when the feed says that the article changed; None: it never says.

    `source` and `source_url`: the publisher that had it first, where the feed names another one.
    """

    address: str
    marker: str | None = None
    source: str | None = None
    source_url: str | None = None


class FeedListing(NamedTuple):
    """The articles of a feed, newest first as they stand in it, and sentences about entries that cannot be used."""

    title: str | None
    entries: tuple[FeedEntry, ...]
    problems: tuple[str, ...] = ()
