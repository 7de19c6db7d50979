"""The feeds of one collecting run: what they list is noted at once, and fetched in this run or a later one."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from urllib.parse import urlsplit

from sayso.collect import (
    FULL,
    CollectionRecord,
    FeedEntry,
    Fetched,
    Fetcher,
    KnownFeed,
    KnownPage,
    ListedFeed,
    Validators,
    failed,
    read_feed,
    shown,
)
from sayso.errors import FetchError, UnreadableError

_ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"


@dataclass
class FeedRound:
    """One round over feeds; `failures` and `notices` get a sentence for each thing to say."""

    record: CollectionRecord
    fetcher: Fetcher
    failures: list[str]
    notices: list[str]
    addresses: set[str] = field(default_factory=set)

    def fetch(self, feed: ListedFeed) -> None:
        """Fetch a feed of a list and note what it lists, unless it rests or is left alone for a while.

        Once a day it is fetched whole, whatever the server says of changes.
        """
        self.addresses.add(feed.address)
        known, now = self.record.find(KnownFeed, feed.address) or KnownFeed(address=feed.address), self.fetcher.now()
        if self._is_left_alone(known):
            return
        whole = known.full is None or now - known.full >= FULL
        try:
            fetched = self.fetcher.fetch(feed.address, Validators() if whole else known.validators, _ACCEPT)
            if fetched.body is None:
                self.record.keep(_succeeded(known, fetched))
            else:
                self.listed(feed, fetched)
        except UnreadableError as error:
            self._failed(known, error)

    def listed(self, feed: ListedFeed, fetched: Fetched) -> None:
        """Note what a fetched feed lists: each article that is new, or that the feed says has changed, waits."""
        self.addresses.add(feed.address)
        known = self.record.find(KnownFeed, feed.address) or KnownFeed(address=feed.address)
        try:
            found = read_feed(fetched.body or b"", fetched.fetch.address)
        except UnreadableError as error:
            self._failed(known, UnreadableError(f"{error} ({shown(feed.address)})"))
            return
        self.notices += found.problems
        for entry in reversed(found.entries):  # the newest last: what was noted last is fetched first
            self._note(feed, entry)
        self.record.keep(
            _succeeded(known, fetched).model_copy(update={"title": found.title, "full": self.fetcher.now()})
        )

    def pages(self, most: int) -> list[KnownPage]:
        """The pages that wait and may be fetched now: at most so many of a feed, a host in turn with the others."""
        now = self.fetcher.now()
        by_feed: dict[str | None, deque[KnownPage]] = defaultdict(lambda: deque(maxlen=most))
        for page in self.record.waiting():
            due = page.next is None or page.next <= now
            if page.feed in self.addresses and due and len(by_feed[page.feed]) < most:
                by_feed[page.feed].append(page)
        by_host: dict[str, list[KnownPage]] = defaultdict(list)
        for page in chain.from_iterable(by_feed.values()):
            by_host[urlsplit(page.address).netloc].append(page)
        return [page for turn in zip_longest(*by_host.values()) for page in turn if page]

    def _is_left_alone(self, known: KnownFeed) -> bool:
        if known.rests:
            self.failures.append(
                f"the feed {shown(known.address)} rests after {known.failures} failures in a row, the last: "
                f"{known.problem}; name it to try again"
            )
            return True
        if known.next and known.next > self.fetcher.now():
            self.notices.append(f"the feed {shown(known.address)} is tried again after {known.next:%Y-%m-%d %H:%M} UTC")
            return True
        return False

    def _note(self, feed: ListedFeed, entry: FeedEntry) -> None:
        known = self.record.find(KnownPage, entry.address)
        if known and (known.marker == entry.marker or known.waits):
            return
        page = known or KnownPage(address=entry.address)
        told = {"feed": feed.address, "outlet": feed.outlet, "marker": entry.marker, "waits": True, "failures": 0}
        self.record.keep(page.model_copy(update={**told, "source": entry.source, "source_url": entry.source_url}))

    def _failed(self, known: KnownFeed, error: UnreadableError) -> None:
        self.failures.append(str(error))
        wait = error.wait if isinstance(error, FetchError) else None
        self.record.keep(failed(known, str(error), self.fetcher.now(), wait))


def _succeeded(known: KnownFeed, fetched: Fetched) -> KnownFeed:
    said = fetched.validators
    return known.model_copy(
        update={
            "etag": said.etag,
            "modified": said.modified,
            "fetched": fetched.fetch.at,
            "failures": 0,
            "problem": None,
            "next": None,
        }
    )
