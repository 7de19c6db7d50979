"""Tokens become cookies: whoever comes with a token gets a session of their own, for as long as the server runs."""

from __future__ import annotations

import secrets
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from hmac import compare_digest
from threading import Lock
from time import monotonic

MOST = 1000
"""Sessions that are kept; the oldest goes first."""
FAILED, PERIOD = 10, 60.0
"""After so many failed tokens within so many seconds, none is looked at until some time has passed."""


def new_token() -> str:
    """A token that nobody guesses: 256 random bits."""
    return secrets.token_urlsafe(32)


class Sessions:
    """The sessions of those who came with one of `tokens` (each with a name); any number of threads may ask."""

    def __init__(self, tokens: Mapping[str, str], clock: Callable[[], float] = monotonic) -> None:
        self._tokens = dict(tokens)
        self._clock = clock
        self._lock = Lock()
        self._names: OrderedDict[str, str] = OrderedDict()
        self._failed: deque[float] = deque(maxlen=FAILED)

    def name(self, session: str | None) -> str | None:
        """The name of whoever has this session; None for none."""
        with self._lock:
            found = [name for known, name in self._names.items() if _same(known, session or "")]
        return found[0] if found else None

    def begun(self, token: str) -> str | None:
        """A new session for whoever has this token; None for a wrong one."""
        with self._lock:
            found = [name for known, name in self._tokens.items() if _same(known, token)]
            if not found:
                self._failed.append(self._clock())
                return None
            session = new_token()
            self._names[session] = found[0]
            if len(self._names) > MOST:
                self._names.popitem(last=False)
            return session

    @property
    def waits(self) -> int:
        """For how many seconds no token is looked at."""
        with self._lock:
            if len(self._failed) < FAILED:
                return 0
            return max(0, round(self._failed[0] + PERIOD - self._clock() + 0.5))


def _same(known: str, given: str) -> bool:
    """Whether both are the same, in a time that does not depend on how much of it is."""
    return compare_digest(known.encode(), given.encode("utf-8", "replace"))
