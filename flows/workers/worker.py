"""A process that reads one article at a time: an article that kills or hangs it affects no other."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

from flows.workers.limits import MEMORY, SLOWER
from sayso.desk.extracting import engine_failed
from sayso.errors import HinderedError, SaysoError, UnreadableError

P = ParamSpec("P")
R = TypeVar("R")

GRACE = 10.0
"""Seconds by the clock for the process to end by itself after its time is over."""


class Stopped(BaseException):
    """The reader was closed while it read: the article was neither read nor at fault."""


class Worker(Generic[P, R]):
    """Runs `work` in a process of its own, started at the first call, and again after an article that ended it.

    `seconds` returns the CPU seconds that a call may take; `memory`: the bytes that the process may use.
    """

    def __init__(self, work: Callable[P, R], seconds: Callable[P, float], memory: int = MEMORY) -> None:
        self._work = work
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None
        self._life: int | None = None
        self._closed = False
        self._busy = Lock()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """The result of `work`; raises its `SaysoError`, an `UnreadableError` if the process dies or takes too long."""
        with self._busy:
            return self._called(*args, **kwargs)

    def _called(self, *args: P.args, **kwargs: P.kwargs) -> R:
        if self._closed:
            raise Stopped
        line = self._line or self._start()
        seconds = self._seconds(*args, **kwargs)
        try:
            line.send((args, kwargs, seconds))
            if not line.poll(SLOWER * seconds + GRACE):
                self._end()
                raise _too_long(SLOWER * seconds)
            outcome: R | SaysoError = line.recv()
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise self._died(seconds) from error
        if isinstance(outcome, SaysoError):
            raise outcome
        return outcome

    def close(self) -> None:
        """End the process, from any thread; a call in progress raises `Stopped`."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()
        with self._busy:
            self._end()

    def _died(self, seconds: float) -> BaseException:
        code = self._end()
        if self._closed:
            return Stopped()
        if code == -signal.SIGPROF:
            return engine_failed(f"no end of it after {seconds:.3g} seconds of work")
        if code == -signal.SIGALRM:
            return _too_long(SLOWER * seconds)
        if code == -signal.SIGKILL:
            return HinderedError("expected to read it to its end, found the process killed; is there enough memory?")
        return engine_failed(f"that the process reading it ended with code {code}")

    def _start(self) -> Connection:
        """Start the process and wait until it is ready, so that an article's time does not include the start."""
        ours, theirs = multiprocessing.Pipe()
        ends, self._life = os.pipe()
        passed = [theirs.fileno(), ends]
        program = [sys.executable, "-P", "-m", "flows.workers.process", *map(str, passed), str(self._memory)]
        self._line = ours
        try:
            with theirs:
                self._process = subprocess.Popen(
                    program,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    pass_fds=passed,
                    start_new_session=True,  # Ctrl-C is ours to handle
                )
            if self._closed:
                self._process.kill()
            ours.send(sys.path)
            ours.send(self._work)
            ours.recv()
        except (EOFError, OSError) as error:
            self._end()
            if self._closed:
                raise Stopped from error
            raise HinderedError(f"expected a process to read it, could not start one ({error}); try again") from error
        finally:
            os.close(ends)
        return ours

    def _end(self) -> int | None:
        process, line, life = self._process, self._line, self._life
        self._process = self._line = self._life = None
        if line is not None:
            line.close()
        if life is not None:
            os.close(life)
        if process is None:
            return None
        try:
            return process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _too_long(seconds: float) -> UnreadableError:
    return HinderedError(f"expected an end of it, found none after {seconds:.3g} seconds; is the machine too busy?")
