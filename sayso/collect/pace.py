"""How soon a host may be asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from sayso.collect.wall_clock import WallClock
from sayso.errors import FetchError

BETWEEN = 5.0
"""Seconds between two requests to a host."""

ASKED_TO_WAIT = 30.0
"""Seconds in which a host that answers "too many requests" is left alone, unless it names a longer time."""

WAITED_FOR = 60.0
"""The most seconds that a run waits for a host; after that, its addresses are left for the next run."""

LONGEST = 86_400.0
"""The most seconds that a host is left alone, whatever it says."""


class Pace:
    """Whose turn it is: one request to a host at a time, `BETWEEN` seconds apart."""

    def __init__(self, clock: WallClock) -> None:
        self._clock = clock
        self._free: dict[str, datetime] = {}

    def wait(self, host: str) -> float:
        """Seconds until `host` may be asked."""
        return max(0.0, (self._free.get(host, self._clock.now()) - self._clock.now()).total_seconds())

    def turn(self, host: str, between: float = BETWEEN) -> None:
        """Wait until `host` may be asked, and take the turn; FetchError where that is too long to wait for."""
        wait = self.wait(host)
        if wait > WAITED_FOR:
            raise FetchError(
                f"expected {host} to take requests, found that it wants to be left alone for another "
                f"{wait / 60:.0f} minutes; run it again then",
                wait=wait,
            )
        if wait:
            self._clock.sleep(wait)
        self._free[host] = self._clock.now() + timedelta(seconds=between)

    def rest(self, host: str, seconds: float) -> None:
        """Leave `host` alone for so long."""
        self._free[host] = self._clock.now() + timedelta(seconds=seconds)


def retry_after(header: str, now: datetime) -> float:
    """Seconds that a Retry-After asks for (RFC 9110, 10.2.3: a number or a date), at most `LONGEST`; 0 for none."""
    header = header.strip()
    if header.isdecimal():
        return min(float(header[:12]), LONGEST)
    try:
        date = parsedate_to_datetime(header)
    except ValueError:
        return 0.0
    seconds = (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds()
    return min(max(seconds, 0.0), LONGEST)
