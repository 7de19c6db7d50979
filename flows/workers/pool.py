"""A pool of reader processes, each used by one thread at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import LifoQueue
from types import TracebackType
from typing import Generic, ParamSpec, Self, TypeVar

from flows.workers.worker import Worker

P = ParamSpec("P")
R = TypeVar("R")

AHEAD = 4
"""Articles submitted for each reader before the first returns: keeps all busy and memory bounded."""


class WorkerPool(Generic[P, R]):
    """A call uses a free reader, or waits for one; their processes end with the context.

    `seconds` returns the CPU seconds that a call may take.
    """

    def __init__(self, work: Callable[P, R], count: int, seconds: Callable[P, float]) -> None:
        self._all = [Worker(work, seconds) for _ in range(count)]
        self._free: LifoQueue[Worker[P, R]] = LifoQueue()  # the last one used is running already
        for reader in self._all:
            self._free.put(reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the processes; calls in progress raise `Stopped`."""
        for reader in self._all:
            reader.close()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """As `Worker.__call__`."""
        reader = self._free.get()
        try:
            return reader(*args, **kwargs)
        finally:
            self._free.put(reader)


def in_order(work: Callable[..., R], calls: Iterable[tuple[object, ...]], at_once: int) -> Iterator[Callable[[], R]]:
    """For each of `calls` (arguments of `work`), in order, a function that returns its result or raises its error.

    `at_once` threads work a few calls ahead.
    """
    waiting: deque[Future[R]] = deque()
    with ThreadPoolExecutor(at_once) as threads:
        try:
            for call in calls:
                waiting.append(threads.submit(work, *call))
                if len(waiting) > AHEAD * at_once:
                    yield waiting.popleft().result
            while waiting:
                yield waiting.popleft().result
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
