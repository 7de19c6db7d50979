"""Reader processes that tests share: to start one takes longer than to read a few articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from flows.workers.pool import WorkerPool
from flows.workers.shared_pools import ended_with, readers

WarmPool = Callable[..., AbstractContextManager[WorkerPool[..., Any]]]
"""Called as `WorkerPool` is."""


@contextmanager
def warm() -> Iterator[WarmPool]:
    """In place of `WorkerPool`: its readers, which `tracing` uses too, end with this context and none before."""
    with ended_with():
        yield lambda work, _, seconds: nullcontext(readers(work, seconds))
