"""Bytes of a file, read safely whatever the path is: never blocking, and never more than allowed."""

from __future__ import annotations

import os
import select
import stat
from time import monotonic

from sayso.errors import UnreadableError

SILENCE = 60.0
"""Seconds to wait for the next bytes of a pipe."""

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def non_file_kind(mode: int) -> str | None:
    """The kind of thing with this `st_mode`, in words ("a folder"); None for a file."""
    return next((kind for is_one, kind in _KINDS if is_one(mode)), None)


def read_bytes(path: str, most: int, start: int = 0) -> bytes:
    """The bytes of the file at `path` from `start`: at most `most`, and one more if there are more.

    Raises OSError where it cannot be read, UnreadableError for a pipe, a device or the like.
    """
    _expect_file(path, os.stat(path).st_mode)
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    with open(handle, "rb") as file:
        _expect_file(path, os.fstat(handle).st_mode)  # the file may have been replaced
        file.seek(start)
        return file.read(most + 1)


def read_pipe(path: str, most: int) -> bytes:
    """As `read_bytes`, from the pipe at `path` until its writer closes it; UnreadableError if nothing is written."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    with open(handle, "rb", buffering=0) as pipe:
        found = bytearray()
        waiting = select.poll()
        waiting.register(handle, select.POLLIN)
        end = monotonic() + SILENCE
        while len(found) <= most and waiting.poll(max(0.0, end - monotonic()) * 1000):
            some = pipe.read(min(2**20, most + 1 - len(found)))
            if some == b"":
                return bytes(found)
            found += some or b""
            end = monotonic() + SILENCE
        if len(found) > most:
            return bytes(found)
    raise UnreadableError(f"expected articles from the pipe {path!r}, found none in {SILENCE:g} seconds; write to it")


def _expect_file(path: str, mode: int) -> None:
    if found := non_file_kind(mode):
        raise UnreadableError(f"expected a file at {path!r}, found {found}; take it away, or save it as a file")
