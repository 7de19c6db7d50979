"""Where a ledger is, and how a desk opens it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.ledger import Ledger, files_of
from sayso.settings import settings


@dataclass(frozen=True)
class LedgerAddress:
    """Everything a process needs to open a ledger, so that work on it can be handed to another process.

    `url` is the database's and may hold a password, so it is not printed; `actor` is who is recorded as appending, and
    `head_file` is where the head of a server's ledger is noted.
    """

    url: str = field(repr=False)
    actor: str
    head_file: Path

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of an SQLite ledger, which a program must not open by itself while it has the ledger open.

        Closing one drops the locks of all connections of the program (https://sqlite.org/howtocorrupt.html, 2.2).
        """
        return files_of(self.url)

    def open(self, **how: Any) -> Ledger:
        """`Ledger.open`, given `how`, at this address."""
        return Ledger.open(self.url, actor=self.actor, head_file=self.head_file, **how)


def ledger_address() -> LedgerAddress:
    """The address that the settings name."""
    configured = settings()
    return LedgerAddress(configured.database_url, configured.actor, configured.head_file)


def opened(**how: Any) -> Ledger:
    """The ledger that the settings name, opened as `Ledger.open` does, given `how`."""
    return ledger_address().open(**how)
