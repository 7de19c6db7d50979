"""SIGTERM and Ctrl-C, obeyed between steps and never within one.

A signal may raise its exception anywhere: in an import or a finalizer it would be swallowed, and the process would go
on.
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
        """Signal handler: note the signal; a further Ctrl-C interrupts at once, anywhere."""
        if self._by is not None and by == signal.SIGINT:
            raise KeyboardInterrupt
        self._by = by
        if self._then is not None:
            self._then()

    def check(self) -> None:
        """End here if asked to: raises `KeyboardInterrupt` for Ctrl-C, `SystemExit` with 0 for SIGTERM."""
        if self._by == signal.SIGINT:
            raise KeyboardInterrupt
        if self._by is not None:
            raise SystemExit(0)

    @contextmanager
    def calling(self, then: Callable[[], object]) -> Iterator[None]:
        """Within the context, `then` is called as soon as a stop is asked for; at once if it was before."""
        self._then = then
        if self._by is not None:
            then()
        try:
            yield
        finally:
            self._then = None


@contextmanager
def stopping() -> Iterator[Stopping]:
    """Within the context, SIGTERM and Ctrl-C are only noted; `Stopping.check` obeys them."""
    noted = Stopping()
    before = [(number, signal.signal(number, noted.ask)) for number in SIGNALS]
    try:
        yield noted
    finally:
        for number, handler in before:
            signal.signal(number, handler)
