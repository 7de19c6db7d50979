"""The one reader of the environment."""

from __future__ import annotations

import getpass
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True)
class Settings:
    """Where Sayso keeps its things, and who acts."""

    home: Path
    database_url: str
    actor: str
    inbox: Path

    @property
    def reports(self) -> Path:
        """The folder for the reports of runs."""
        return self.home / "reports"

    @property
    def indexes(self) -> Path:
        """The folder for what is made from the ledger to find claims and texts again; it can be deleted."""
        return self.home / "indexes"

    @property
    def head_file(self) -> Path:
        """Where the head of a server's ledger is noted, a file a database; that of an SQLite file stands beside it."""
        which = hashlib.sha256(self.database_url.rpartition("@")[2].encode()).hexdigest()[:12]
        return self.home / "heads" / f"{which}.head"


def settings() -> Settings:
    """Settings from `SAYSO_HOME`, `SAYSO_DATABASE_URL`, `SAYSO_ACTOR` and `SAYSO_INBOX`, or their defaults.

    The home is a folder of the user's; the ledger is the SQLite file `ledger.db` in it; the actor is the login name;
    the inbox, which scheduled runs read, is the folder `inbox` in the home.
    """
    home = Path(os.environ.get("SAYSO_HOME") or user_data_path("sayso")).expanduser().absolute()
    return Settings(
        home=home,
        database_url=_placed(os.environ.get("SAYSO_DATABASE_URL") or f"sqlite:///{home / 'ledger.db'}"),
        actor=os.environ.get("SAYSO_ACTOR") or _login(),
        inbox=Path(os.environ.get("SAYSO_INBOX") or home / "inbox").expanduser().absolute(),
    )


def _placed(url: str) -> str:
    """The same; where it names a file of SQLite from the working directory, it holds from any other one too."""
    kind, mark, file = url.partition(":///")
    relative = kind.startswith("sqlite") and mark and file and not file.startswith((":memory:", "/"))
    return f"{kind}:///{Path(file).absolute()}" if relative else url


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
