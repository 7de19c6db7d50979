"""The process that a `Worker` starts: `python -m flows.workers.process LINE LIFE MEMORY` works at what comes in.

LINE is a socket to the reader, LIFE the end of a pipe that closes when the reader's process ends, MEMORY in bytes. The
limits are the system's to enforce, so that they hold whatever code is running: memory by `RLIMIT_DATA`, time by timers
whose signals end the process, and the end of the reader by a signal too.
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
from sayso.errors import UnreadableError

READY = "ready"


def main() -> None:
    """Take the parent's module path and the work, then calls, until the other end is gone."""
    line, life, memory = Connection(int(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3])
    end_with(life)
    limit(memory)
    try:
        sys.path[:] = line.recv()
        work = line.recv()
        line.send(READY)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())  # what is said from here on quotes articles
        while True:
            args, kwargs, seconds = line.recv()
            with within(seconds):
                outcome = attempted(work, args, kwargs)
            line.send_bytes(outcome)
    except (EOFError, OSError):
        return


def end_with(life: int) -> None:
    """End this process as soon as the other end of the pipe `life` is closed.

    Linux sends a signal then, which ends it also where it works at something that lets no other thread run.
    """
    Thread(target=lambda: (os.read(life, 1), os._exit(1)), daemon=True).start()
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(life, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(life, fcntl.F_SETFL, fcntl.fcntl(life, fcntl.F_GETFL) | os.O_ASYNC)


def limit(memory: int) -> None:
    """Take no more than `memory` bytes, and leave none of them in a file if this process crashes."""
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """End this process where what is inside takes more seconds of work, or far more by the clock."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, SLOWER * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def attempted(work: Callable[..., Any], args: Any, kwargs: Any) -> bytes:
    """What `work` returns, or an `UnreadableError` for whatever it raises, as bytes."""
    try:
        return pickle.dumps(work(*args, **kwargs))
    except UnreadableError as error:
        return pickle.dumps(UnreadableError(str(error)))
    except MemoryError:
        held = resource.getrlimit(resource.RLIMIT_DATA)[0] / 10**9
        why = f"expected an article that can be read in {held:.1f} GB of memory, found that it takes more; split it"
        return pickle.dumps(UnreadableError(why))
    except Exception as error:  # noqa: BLE001  whatever it is, it is this article's
        from sayso.desk.extracting import engine_failed

        return pickle.dumps(engine_failed(f"{type(error).__name__}: {' '.join(str(error)[:500].split())}"))


if __name__ == "__main__":
    main()
