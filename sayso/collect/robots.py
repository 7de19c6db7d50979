"""What the robots.txt of a site allows (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from sayso.collect.http_exchange import HttpAnswer
from sayso.collect.pace import BETWEEN, WAITED_FOR
from sayso.collect.web_address import web_address
from sayso.errors import FetchError

if TYPE_CHECKING:
    from httpx2 import URL

LARGEST = 500_000
"""The most bytes of a robots.txt: as many as the RFC asks for."""

_REDIRECTS = 5
TOKEN = "Sayso"  # noqa: S105  the name by which a robots.txt calls us
Ask = Callable[["URL", int], HttpAnswer]


class Rules(NamedTuple):
    """What one site allows: a robots.txt, or all for one that has none; nothing where it could not be asked for."""

    text: str
    problem: str | None = None

    def expect_allowed(self, url: URL) -> float:
        """Seconds between two requests; FetchError where the site does not want `url` to be fetched."""
        from protego import Protego

        if self.problem:
            raise FetchError(self.problem)
        parsed = Protego.parse(self.text)
        if not parsed.can_fetch(str(url), TOKEN):
            raise FetchError(
                f"expected to be allowed to fetch {str(url)!r}, found that the robots.txt of {url.host} does not want "
                "it; ask the site, or save the page as a file"
            )
        return min(max(BETWEEN, float(parsed.crawl_delay(TOKEN) or 0)), WAITED_FOR)


class Robots:
    """The rules of sites, each asked for once a run."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._known: dict[str, Rules] = {}

    def of(self, url: URL) -> Rules:
        """The rules of the site of `url`."""
        site = f"{url.scheme}://{url.netloc.decode()}"
        if site not in self._known:
            self._known[site] = self._fetched(f"{site}/robots.txt", url.host)
        return self._known[site]

    def _fetched(self, address: str, host: str) -> Rules:
        unknown = f"expected the robots.txt of {host}, could not get it"
        try:
            for _ in range(_REDIRECTS + 1):
                answer = self._ask(web_address(address), LARGEST)
                if not (300 <= answer.status < 400 and answer.header("location")):
                    break
                address = str(web_address(answer.header("location"), address))
        except FetchError as error:
            return Rules("", f"{unknown}: {error}")
        if answer.status >= 500 or answer.status == 429:
            return Rules("", f"{unknown} (status {answer.status}), so nothing is fetched there; try again later")
        return Rules(answer.body.decode("utf-8", "replace") if answer.status == 200 else "")
