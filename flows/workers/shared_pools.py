"""Reader processes shared by all tasks of this process: started once and reused."""

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
"""Tasks at the same time in one process, each with a reader process."""

_lock = Lock()
_pools: dict[tuple[Callable[..., Any], Callable[..., float]], WorkerPool[Any, Any]] = {}


def readers(work: Callable[P, R], seconds: Callable[P, float]) -> WorkerPool[P, R]:
    """The pool of readers for `work` in this process; `seconds` returns the CPU seconds that a call may take."""
    with _lock:
        if (work, seconds) not in _pools:
            _pools[work, seconds] = WorkerPool(work, LANES, seconds)
        return cast("WorkerPool[P, R]", _pools[work, seconds])


@contextmanager
def ended_with() -> Iterator[None]:
    """End the readers with the context; without a context they end with the process."""
    try:
        yield
    finally:
        with _lock:
            while _pools:
                _, done = _pools.popitem()
                done.close()
