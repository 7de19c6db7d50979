"""A form counts once, also where a key is pressed twice or an address is sent again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

MOST = 10_000
"""Forms that are remembered; the oldest are forgotten first."""


class Sent:
    """What a form has done: the id of its decision, "" before."""

    def __init__(self) -> None:
        self.done = ""
        self.lock = Lock()

    def note(self, done: str) -> str:
        """Note what it has done; the same id."""
        self.done = done
        return done


class Once:
    """Remembers which forms (by a random word of each) were sent by which account."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sent: OrderedDict[tuple[str, str], Sent] = OrderedDict()

    @contextmanager
    def of(self, account: str, once: str) -> Iterator[Sent]:
        """What this form has done so far; whoever sends it again meanwhile waits. Without a word nothing is known."""
        with self._lock:
            sent = self._sent.setdefault((account, once), Sent()) if once else Sent()
            while len(self._sent) > MOST:
                self._sent.popitem(last=False)
        with sent.lock:
            yield sent
