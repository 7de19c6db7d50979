"""The code that the command exits with, for each kind of error; 0 where there was none."""

from __future__ import annotations

from sayso.errors import LedgerError, SaysoError, TamperedError, UnreadableError, UsageError

EXITS: dict[type[SaysoError], int] = {TamperedError: 1, UsageError: 2, UnreadableError: 3, LedgerError: 4}
INTERRUPTED = 130
PIPE_CLOSED = 141


def code_of(error: SaysoError) -> int:
    """The code of the kind that an error is of."""
    return next(code for kind, code in EXITS.items() if isinstance(error, kind))
