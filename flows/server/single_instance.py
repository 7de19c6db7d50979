"""One `sayso serve` a home: a second would stop the schedules of the first when it ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import UsageError


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Serve `home` alone for as long as the context lasts; `UsageError` where another process serves it.

    The kernel lets the lock go when the process ends, however it does.
    """
    with (home / "serve.lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise UsageError(
                f"expected no other `sayso serve` on {str(home)!r}, found process {file.read().strip()}; "
                "stop it first, or set SAYSO_HOME to another folder"
            ) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
