"""A process that reads one article at a time: one that kills or hangs it costs itself, and nothing else."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, ParamSpec, TypeVar

from flows.reading import stumbled
from sayso.errors import UnreadableError

P = ParamSpec("P")
R = TypeVar("R")

PATIENCE = 900.0
"""Seconds that one article may take; twenty megabytes of prose stay below."""


READY = "ready"

START = 120.0
"""Seconds that the process may take to start."""


class Stopped(BaseException):
    """The reader was closed while it read: the article is as it was, neither read nor at fault."""


class Reader(Generic[P, R]):
    """`work` in a process of its own, started at the first call, and again after an article that ended it."""

    def __init__(self, work: Callable[P, R], patience: float = PATIENCE) -> None:
        self._work = work
        self._patience = patience
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._closed = False

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """What `work` returns; its `UnreadableError`, also where the process dies or takes too long over it."""
        if self._closed:
            raise Stopped
        try:
            line = self._line or self._start()
            line.send((args, kwargs))
            if not line.poll(self._patience):
                raise stumbled(f"no end of it after {self._patience:g} seconds")
            outcome: R | UnreadableError = line.recv()
        except (EOFError, OSError) as error:
            raise self._died() from error
        except UnreadableError:
            self._end()
            raise
        if isinstance(outcome, UnreadableError):
            raise outcome
        return outcome

    def close(self) -> None:
        """End the process, from any thread; whoever waits for it gets `Stopped`."""
        self._closed = True
        if self._process is not None:
            self._process.kill()

    def _died(self) -> BaseException:
        code = self._end()
        return Stopped() if self._closed else stumbled(f"that the process reading it ended with code {code}")

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(self._work, theirs), daemon=True)
        self._process.start()
        theirs.close()
        if not self._line.poll(START):
            raise UnreadableError(f"expected a process that reads articles, found none after {START:g} seconds")
        self._line.recv()
        return self._line

    def _end(self) -> int | None:
        process, line = self._process, self._line
        self._process = self._line = None
        if line is not None:
            line.close()
        if process is None:
            return None
        process.join(1)
        code = process.exitcode
        process.kill()
        process.join()
        return code


def _serve(work: Callable[..., Any], line: Connection) -> None:
    """In the process: work until the other end is gone, which it is also when our parent was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        line.send(READY)
        while True:
            args, kwargs = line.recv()
            try:
                line.send(work(*args, **kwargs))
            except UnreadableError as error:
                line.send(UnreadableError(str(error)))
    except (EOFError, OSError):
        return
