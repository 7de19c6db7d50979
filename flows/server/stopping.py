"""SIGTERM and Ctrl-C, obeyed between two steps and never within one.

An exception that a signal raises may come anywhere: in an import or a finalizer it is swallowed, and the process
goes on as if nobody had asked it to stop.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stopping:
    """Whether this process was asked to stop, and how."""

    def __init__(self) -> None:
        self._by: int | None = None
        self._then: Callable[[], object] | None = None

    def ask(self, by: int, *_: object) -> None:
        """Note a signal, as its handler; who insists on Ctrl-C is obeyed at once, wherever that is."""
        if self._by is not None and by == signal.SIGINT:
            raise KeyboardInterrupt
        self._by = by
        if self._then is not None:
            self._then()

    def check(self) -> None:
        """End here where that was asked: `KeyboardInterrupt` for Ctrl-C, `SystemExit` with 0 for SIGTERM."""
        if self._by == signal.SIGINT:
            raise KeyboardInterrupt
        if self._by is not None:
            raise SystemExit(0)

    @contextmanager
    def calling(self, then: Callable[[], object]) -> Iterator[None]:
        """Within, `then` is called as soon as it is asked; at once where it was asked before."""
        self._then = then
        if self._by is not None:
            then()
        try:
            yield
        finally:
            self._then = None


@contextmanager
def stopping() -> Iterator[Stopping]:
    """Within, SIGTERM and Ctrl-C are noted, and whoever has the `Stopping` says where they count."""
    noted = Stopping()
    before = [(one, signal.signal(one, noted.ask)) for one in SIGNALS]
    try:
        yield noted
    finally:
        for one, handler in before:
            signal.signal(one, handler)
