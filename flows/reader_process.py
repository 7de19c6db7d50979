"""The process that a `Reader` starts: `python -m flows.reader_process FD` works at what comes in over that socket."""

from __future__ import annotations

import sys
from multiprocessing.connection import Connection

from sayso.errors import UnreadableError

READY = "ready"


def main() -> None:
    """Take the parent's module path and the work, then calls, until the other end is gone: also when it was killed."""
    line = Connection(int(sys.argv[1]))
    try:
        sys.path[:] = line.recv()
        work = line.recv()
        line.send(READY)
        while True:
            args, kwargs = line.recv()
            try:
                line.send(work(*args, **kwargs))
            except UnreadableError as error:
                line.send(UnreadableError(str(error)))
    except (EOFError, OSError):
        return


if __name__ == "__main__":
    main()
