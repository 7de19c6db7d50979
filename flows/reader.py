"""A process that reads one article at a time: one that kills or hangs it costs itself, and nothing else."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Generic, ParamSpec, TypeVar

from flows.reading import stumbled
from sayso.errors import UnreadableError

P = ParamSpec("P")
R = TypeVar("R")

PATIENCE = 900.0
"""Seconds that one article may take; the longest text that is read as one stays below."""


class Stopped(BaseException):
    """The reader was closed while it read: the article is as it was, neither read nor at fault."""


class Reader(Generic[P, R]):
    """`work` in a process of its own, started at the first call, and again after an article that ended it."""

    def __init__(self, work: Callable[P, R], patience: float = PATIENCE) -> None:
        self._work = work
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None
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
        process = self._process
        if process is not None:
            process.kill()
            process.wait()

    def _died(self) -> BaseException:
        code = self._end()
        return Stopped() if self._closed else stumbled(f"that the process reading it ended with code {code}")

    def _start(self) -> Connection:
        """Start the process and wait until it is ready: an article's time does not count from before."""
        ours, theirs = multiprocessing.Pipe()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "flows.reader_process", str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # Ctrl-C is ours to handle
            )
        self._line = ours
        ours.send(sys.path)
        ours.send(self._work)
        ours.recv()
        return ours

    def _end(self) -> int | None:
        process, line = self._process, self._line
        self._process = self._line = None
        if line is not None:
            line.close()
        if process is None:
            return None
        try:
            return process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()
