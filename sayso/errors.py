"""All errors, in one tree. Each message says what was expected, what was found, and what to do."""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all errors whose message is meant for the user."""


class UsageError(SaysoError):
    """The command or its settings ask for something that cannot be done."""


class UnreadableError(SaysoError):
    """One article could not be read; the others go on."""


class HinderedError(UnreadableError):
    """The state of the machine kept an article from being read; it may be read the next time."""


class FetchError(HinderedError):
    """An address could not be fetched; the others go on.

    `status` is what the server answered, None without an answer; `wait`: the seconds that it wants to be left alone.
    """

    def __init__(self, sentence: str, *, status: int | None = None, wait: float | None = None) -> None:
        super().__init__(sentence)
        self.status, self.wait = status, wait


class LedgerError(SaysoError):
    """The ledger cannot be opened or written: locked, read-only, full, or made by a newer version."""


class NoLedgerError(LedgerError):
    """There is no ledger: no file, or an empty database."""


class UnfitError(LedgerError):
    """The ledger is sound, but the content cannot be recorded: it is not Unicode text, or is inconsistent."""


class TamperedError(SaysoError):
    """The ledger does not verify."""
