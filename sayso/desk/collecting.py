"""Collecting: from feeds and addresses to files that are read like any others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from ipaddress import ip_network
from pathlib import Path
from typing import TypeVar

from sayso.collect import (
    GIVEN_UP_AFTER,
    CollectionRecord,
    Exchange,
    Fetched,
    Fetcher,
    KnownPage,
    KnownWork,
    Limits,
    ListedFeed,
    Validators,
    WallClock,
    collection_record,
    failed,
    feed_list,
    is_feed,
    is_web_address,
    web_address,
)
from sayso.desk.collecting_feeds import FeedRound
from sayso.desk.fetched_articles import article_in, compared
from sayso.desk.saving_pages import save_page
from sayso.errors import FetchError, UnreadableError, UsageError
from sayso.settings import Settings

_LASTING = (401, 402, 403, 404, 410, 451)
"""What a server says of a page that it will say again: not asked for again until somebody names it."""

_GONE = (404, 410, 451)

T = TypeVar("T")
Told = Callable[[str, int], None]
"""Told the address that is fetched now, and how many wait behind it."""


@dataclass
class Collected:
    """What came of it: the files with their addresses, how many pages were as before, and what failed, in sentences.

    `known` are the files of pages that were as before, where they are still there. `notices` is what else to know.
    `waiting` is how many pages of the feeds are left for the next run.
    """

    saved: list[tuple[Path, str]] = field(default_factory=list)
    known: list[Path] = field(default_factory=list)
    unchanged: int = 0
    failed: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    waiting: int = 0

    @property
    def files(self) -> list[Path]:
        """The files of all pages that were fetched, new or not."""
        return [*(file for file, _ in self.saved), *self.known]


def fetcher_of(ours: Settings, clock: WallClock | None = None) -> Fetcher:
    """A fetcher that says who asks, and to whom to complain."""
    contact = f" (+{ours.collect.contact})" if ours.collect.contact else ""
    agent = "".join(one for one in f"Sayso/{version('sayso')}{contact}" if " " <= one <= "~")
    return Fetcher(Exchange(agent, Limits(), map(ip_network, ours.collect.networks)), clock or WallClock())


def collect(
    named: Sequence[str], into: Path, ours: Settings, fetcher: Fetcher, told: Told = lambda address, behind: None
) -> Collected:
    """Fetch what is `named` (addresses of pages or feeds, files that list feeds; else the desk's list) into a folder.

    1. what is asked for; 2. the addresses, of which each may be a page or a feed; 3. the feeds; 4. the pages that they
    list, each host in its turn. Raises `UsageError` where a list cannot be read or the folder cannot be written.
    """
    addresses, feeds = _asked_for(named, ours)  # 1
    done = Collected()
    with collection_record(ours.collected) as record:
        work = _Collecting(record, fetcher, into, done, told)
        rounds = FeedRound(record, fetcher, done.failed, done.notices)
        for behind, address in _countdown(addresses):
            told(address, behind + len(feeds))
            body = work.page(record.find(KnownPage, address) or KnownPage(address=address), named=True)  # 2
            if body:
                rounds.listed(ListedFeed(address), body)
        for behind, feed in _countdown(feeds):
            told(feed.address, behind)
            rounds.fetch(feed)  # 3
        wanted = rounds.pages(ours.collect.articles)
        for behind, page in _countdown(wanted):
            told(page.address, behind)
            work.page(page)  # 4
        done.waiting = len([one for one in record.waiting() if one.feed in rounds.addresses])
    return done


def _countdown(things: Sequence[T]) -> Iterator[tuple[int, T]]:
    return ((len(things) - number, one) for number, one in enumerate(things, 1))


def _asked_for(named: Sequence[str], ours: Settings) -> tuple[list[str], list[ListedFeed]]:
    lists = [Path(one) for one in named if not is_web_address(one)]
    if not named:
        if not ours.collect.feeds.exists():
            raise UsageError(
                f"expected an address, or a list of feeds at {str(ours.collect.feeds)!r}, found none; name one, or "
                "write the list"
            )
        lists = [ours.collect.feeds]
    addresses = [str(web_address(one)) for one in named if is_web_address(one)]
    return list(dict.fromkeys(addresses)), [feed for one in lists for feed in feed_list(one)]


@dataclass(frozen=True)
class _Collecting:
    """One run: pages go from `fetcher` into files of the folder `into`, and into the record."""

    record: CollectionRecord
    fetcher: Fetcher
    into: Path
    done: Collected
    told: Told

    def page(self, known: KnownPage, *, named: bool = False) -> Fetched | None:
        """Fetch a page and save what is new of it; a feed is returned as it came, where the address was `named`."""
        asked = known.validators if known.work and self._is_kept(known.work) else Validators()
        try:
            fetched = self.fetcher.fetch(known.address, asked, accept="text/html, application/xhtml+xml, */*;q=0.8")
            if named and fetched.body and is_feed(fetched.body):
                return fetched
            if fetched.body is None:
                self._unchanged(known.work)
                self.record.keep(self._fetched(known, fetched, known.work))
            else:
                self._save(known, fetched, fetched.body)
        except UnreadableError as error:
            self._failed(known, error)
        return None

    def _is_kept(self, work: str) -> bool:
        """Whether the file of its article is still there: what was deleted is fetched again when it is asked for."""
        known = self.record.find(KnownWork, work)
        return known is not None and Path(known.file).is_file()

    def _save(self, known: KnownPage, fetched: Fetched, body: bytes) -> None:
        found = article_in(fetched, known)
        before = self.record.find(KnownWork, found.work.address)
        found = compared(found, before)
        if found.new or not Path(found.work.file).is_file():
            file = save_page(self.into, body, found.page, found.ending)
            self.done.saved.append((file, found.work.address))
            self.record.keep(found.work.model_copy(update={"file": str(file.absolute())}))
        else:
            self._unchanged(found.work.address)
        self.record.keep(self._fetched(known, fetched, found.work.address))

    def _unchanged(self, work: str | None) -> None:
        self.done.unchanged += 1
        if work and (known := self.record.find(KnownWork, work)):
            self.done.known.append(Path(known.file))

    def _fetched(self, known: KnownPage, fetched: Fetched, work: str | None) -> KnownPage:
        said = fetched.validators
        return known.model_copy(
            update={
                "etag": said.etag or known.etag,
                "modified": said.modified or known.modified,
                "fetched": fetched.fetch.at,
                "work": work,
                "waits": False,
                "failures": 0,
                "problem": None,
                "next": None,
            }
        )

    def _failed(self, known: KnownPage, error: UnreadableError) -> None:
        gone = known.work and isinstance(error, FetchError) and error.status in _GONE
        self.done.failed.append(f"{error}; the article that was there is kept" if gone else str(error))
        wait = error.wait if isinstance(error, FetchError) else None
        after = failed(known, str(error), self.fetcher.now(), wait)
        lasting = not isinstance(error, FetchError) or error.status in _LASTING or after.failures >= GIVEN_UP_AFTER
        self.record.keep(after.model_copy(update={"waits": known.waits and not lasting}))
