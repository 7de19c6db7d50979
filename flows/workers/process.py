"""The process that a `Worker` starts: `python -m flows.workers.process LINE LIFE MEMORY` answers calls.

LINE is a socket to the parent, LIFE the end of a pipe that closes when the parent ends, MEMORY in bytes. The system
enforces the limits, so that they hold for any code: memory by `RLIMIT_DATA`, time by timers whose signals end the
process, and the end of the parent by a signal too.
"""

from __future__ import annotations

import fcntl
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any

from flows.workers.limits import SLOWER
from sayso.errors import SaysoError, UnreadableError

READY = "ready"


def main() -> None:
    """Receive the parent's module path and the work function, then answer calls until the other end closes."""
    line, life, memory = Connection(int(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3])
    end_with(life)
    limit(memory)
    try:
        sys.path[:] = line.recv()
        work = line.recv()
        line.send(READY)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())  # messages from here on may quote articles
        while True:
            args, kwargs, seconds = line.recv()
            with within(seconds):
                outcome = attempted(work, args, kwargs)
            line.send_bytes(outcome)
    except (EOFError, OSError):
        return


def end_with(life: int) -> None:
    """End this process as soon as the other end of the pipe `life` is closed.

    Linux then sends a signal, which ends it even in code that lets no other thread run.
    """
    Thread(target=lambda: (os.read(life, 1), os._exit(1)), daemon=True).start()
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(life, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(life, fcntl.F_SETFL, fcntl.fcntl(life, fcntl.F_GETFL) | os.O_ASYNC)


def limit(memory: int) -> None:
    """Limit this process to `memory` bytes, and switch off core dumps."""
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """End this process if the context takes more CPU seconds than this, or far more by the clock."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, SLOWER * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def attempted(work: Callable[..., Any], args: Any, kwargs: Any) -> bytes:
    """The result of `work`, or an error, as bytes: ours as it is, for any other an `UnreadableError`."""
    try:
        return pickle.dumps(work(*args, **kwargs))
    except SaysoError as error:
        return pickle.dumps(type(error)(str(error)))
    except MemoryError:
        held = resource.getrlimit(resource.RLIMIT_DATA)[0] / 10**9
        why = f"expected an article that can be read in {held:.1f} GB of memory, found that it takes more; split it"
        return pickle.dumps(UnreadableError(why))
    except Exception as error:  # noqa: BLE001  any failure is this article's problem
        from sayso.desk.extracting import engine_failed

        return pickle.dumps(engine_failed(f"{type(error).__name__}: {' '.join(str(error)[:500].split())}"))


if __name__ == "__main__":
    main()
