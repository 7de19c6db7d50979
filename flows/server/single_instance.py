"""Only one `sayso serve` for each home: a second would stop the schedules of the first when it ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import UsageError


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Keep other processes from serving `home` within the context; raises `UsageError` if one already does.

    The kernel releases the lock when the process ends, in any way.
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
