"""Everything that can go wrong, in one tree. Each message says what was expected, what was found, and what to do."""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all errors whose message is meant for the person at the keyboard."""


class UsageError(SaysoError):
    """The command or its settings ask for something that cannot be done."""


class UnreadableError(SaysoError):
    """One article could not be read; the others go on."""


class HinderedError(UnreadableError):
    """What kept an article from being read was the machine's state, and may be over the next time."""


class LedgerError(SaysoError):
    """The ledger cannot be opened or written: locked, read-only, full, or made by a newer version."""


class UnfitError(LedgerError):
    """The ledger is well, but what was to be recorded cannot be: it is no Unicode text, or does not fit together."""


class TamperedError(SaysoError):
    """The ledger does not verify."""
