"""A stand-in for the engine that dies and hangs on demand: imported by a reader's process, so it is kept minimal."""

from __future__ import annotations

import os
import re
import signal
import time

from sayso.errors import LedgerError, UnreadableError


def enough(what: str) -> float:
    """Seconds that no call takes."""
    return 60


def work(what: str) -> str:
    """`what` in capitals, unless it says what to do instead, in the reader's own process."""
    if what == "dies":
        os._exit(9)
    if what == "hangs":
        time.sleep(60)
    if what == "spins":
        re.fullmatch("(a|a)*b", "a" * 60)  # exponential, and no other thread runs meanwhile
    if what == "eats":
        return str(len(bytearray(2 * 10**9)))
    if what == "kills":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "falls":
        return work(what)
    if what == "fails":
        raise UnreadableError("it fails")
    if what == "locked":
        raise LedgerError("it is locked")
    return f"{what} read by {os.getpid()}" if what == "who" else what.upper()
