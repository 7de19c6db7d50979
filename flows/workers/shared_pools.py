"""The processes that read for this one, whichever task needs them: started once, used by one task after the other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, ParamSpec, TypeVar, cast

from flows.workers.pool import WorkerPool

P = ParamSpec("P")
R = TypeVar("R")

LANES = max(1, min(os.cpu_count() or 1, 8))
"""Tasks at the same time in one process, each with a process that reads."""

_lock = Lock()
_lent: dict[tuple[Callable[..., Any], Callable[..., float]], WorkerPool[Any, Any]] = {}


def readers(work: Callable[P, R], seconds: Callable[P, float]) -> WorkerPool[P, R]:
    """The readers for `work` of this process, each call of which may work for so many `seconds`."""
    with _lock:
        if (work, seconds) not in _lent:
            _lent[work, seconds] = WorkerPool(work, LANES, seconds)
        return cast("WorkerPool[P, R]", _lent[work, seconds])


@contextmanager
def ended_with() -> Iterator[None]:
    """End them with the context. In a process without one they end when it does."""
    try:
        yield
    finally:
        with _lock:
            while _lent:
                _, done = _lent.popitem()
                done.close()
