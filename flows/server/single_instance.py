"""Only one `sayso serve` for each home: a second would stop the schedules of the first when it ends."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sayso.errors import UsageError

MOMENT = 0.2
"""Seconds; to look whether a home is served takes far less."""


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Keep other processes from serving `home` within the context; raises `UsageError` if one already does.

    The kernel releases the lock when the process ends, in any way.
    """
    with (home / "serve.lock").open("a+") as file:
        try:
            _lock(file)
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


def _lock(file: IO[str]) -> None:
    """Lock it, once more after a moment: somebody may just have looked whether it is locked."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        time.sleep(MOMENT)
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_served(home: Path) -> bool:
    """Whether some process serves `home` now."""
    try:
        with (home / "serve.lock").open() as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
