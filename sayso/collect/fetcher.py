"""Fetching one address: politely, over its redirects, and never from where it should not be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sayso.collect.http_exchange import Exchange, HttpAnswer
from sayso.collect.pace import ASKED_TO_WAIT, Pace, retry_after
from sayso.collect.robots import Robots
from sayso.collect.wall_clock import WallClock
from sayso.collect.web_address import shown, web_address
from sayso.errors import FetchError
from schemas import Fetch, Header

if TYPE_CHECKING:
    from httpx2 import URL

KEPT = (
    *("content-type", "content-language", "content-location", "date", "last-modified", "etag", "cache-control"),
    *("expires", "link", "server", "age", "x-robots-tag"),
)
"""The headers that are kept: what a page is, how old, and who served it. None that could know who asked."""

_LONGEST_HEADER = 1000
_REDIRECTS = (301, 302, 303, 307, 308)
_WAIT = (429, 503)


@dataclass(frozen=True)
class Validators:
    """What a server said of the answer that is known already, given back to ask whether there is another."""

    etag: str | None = None
    modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The headers of a conditional request (RFC 9110, 13.1)."""
        said = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in said.items() if value}


class Fetched(NamedTuple):
    """How it was fetched, and the bytes; None where the server says that they are those already known."""

    fetch: Fetch
    body: bytes | None

    @property
    def validators(self) -> Validators:
        """What to give back the next time."""
        return Validators(self.fetch.header("etag"), self.fetch.header("last-modified"))


class Fetcher:
    """Fetches addresses through `exchange`, in the time of `clock`, as the sites' robots.txt allow."""

    def __init__(self, exchange: Exchange, clock: WallClock) -> None:
        self._exchange, self._clock, self._limits = exchange, clock, exchange.limits
        self._pace = Pace(clock)
        self._robots = Robots(lambda url, most: self._exchange.ask(url, most=most))

    def now(self) -> datetime:
        """The time on its clock."""
        return self._clock.now()

    def wait(self, address: str) -> float:
        """Seconds until the host of `address` may be asked."""
        return self._pace.wait(web_address(address).host)

    def fetch(self, address: str, known: Validators = Validators(), accept: str = "*/*") -> Fetched:
        """What is at `address`; FetchError in one sentence for every way in which nothing is.

        1. check the address; 2. ask robots.txt; 3. wait for the host's turn; 4. ask; 5. follow a redirect, with all of
        it again.
        """
        passed: list[str] = []
        url = web_address(address)  # 1
        while len(passed) <= self._limits.redirects:
            answer = self._answer(url, passed, {"Accept": accept, **known.headers})
            if answer.status not in _REDIRECTS:
                return self._fetched(answer, url, [address, *passed], asked_whether=bool(known.headers))
            passed.append(str(url))
            url = web_address(_location(answer, url), str(url))  # 5
            if str(url) in passed:
                raise FetchError(f"expected a page at {shown(address)}, found a redirect in a circle; tell the site")
        raise FetchError(
            f"expected a page at {shown(address)}, found more than {self._limits.redirects} redirects; name the last"
        )

    def _answer(self, url: URL, passed: list[str], headers: Mapping[str, str]) -> HttpAnswer:
        between = self._robots.of(url).expect_allowed(url)  # 2
        if not passed or web_address(passed[-1]).host != url.host:
            self._pace.turn(url.host, between)  # 3
        return self._exchange.ask(url, headers)  # 4

    def _fetched(self, answer: HttpAnswer, url: URL, asked: list[str], *, asked_whether: bool) -> Fetched:
        if answer.status in _WAIT:
            raise self._asked_to_wait(answer, url)
        if answer.status != 200 and not (answer.status == 304 and asked_whether):
            raise _unavailable(answer.status, str(url))
        fetch = Fetch(
            asked=asked[0],
            address=str(url),
            redirects=tuple(asked[1:]),
            at=self._clock.now(),
            status=answer.status,
            headers=tuple(
                Header(name=name, value=value[:_LONGEST_HEADER]) for name, value in answer.headers if name in KEPT
            ),
        )
        return Fetched(fetch, None if answer.status == 304 else answer.body)

    def _asked_to_wait(self, answer: HttpAnswer, url: URL) -> FetchError:
        seconds = max(ASKED_TO_WAIT, retry_after(answer.header("retry-after"), self._clock.now()))
        self._pace.rest(url.host, seconds)
        return FetchError(
            f"expected a page at {shown(str(url))}, found that {url.host} takes no more requests for {seconds:.0f} "
            f"seconds (status {answer.status}); run it again then",
            status=answer.status,
            wait=seconds,
        )


def _kept(answer: HttpAnswer) -> Iterator[Header]:
    return (Header(name=name, value=value[:_LONGEST_HEADER]) for name, value in answer.headers if name in KEPT)


def _location(answer: HttpAnswer, url: URL) -> str:
    if to := answer.header("location"):
        return to
    raise FetchError(f"expected a page at {shown(str(url))}, found a redirect to nowhere; tell the site")


def _unavailable(status: int, address: str) -> FetchError:
    found = {
        401: "that it is only for those who log in",
        402: "that it is only for those who pay",
        403: "that the site does not give it to us",
        404: "no such page",
        410: "that it was taken away for good",
        451: "that it was taken away for legal reasons",
    }.get(status, "that the site is at fault" if status >= 500 else "another answer")
    return FetchError(
        f"expected a page at {shown(address)}, found {found} (status {status}); check the address, or try later",
        status=status,
    )
