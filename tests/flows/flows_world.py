"""A few articles, the command that reads them, and a Prefect server that tests share."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from hermetic import COMMON

from flows.server.environment import API, AUTH

DATABASE = "prefect.db"

SAYSO = str(Path(sys.executable).with_name("sayso"))

ARTICLES = {
    "spokesman.txt": "“We will answer,” the Kremlin spokesman Dmitry Peskov said on Tuesday.\n\nThe road is closed.\n",
    "ministry.txt": "The ministry said the bridge was open.\n\nIt further stated that two ships had passed.\n",
    "unnamed.txt": "A senior official told reporters that the talks had failed.\n",
}

Sayso = Callable[..., "subprocess.CompletedProcess[str]"]


def fill(folder: Path) -> Path:
    """Make `folder`, with a few articles in it."""
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


class Shared(NamedTuple):
    """A Prefect server for many tests: the address of its API, what it asks for, and its folder."""

    url: str
    auth: str
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """By which others find it and are answered."""
        return {API: self.url, AUTH: self.auth}


def use(home: Path, server: Shared) -> None:
    """Make `home`, with a copy of the server's database."""
    mask = os.umask(0o077)
    (home / "prefect").mkdir(parents=True)
    copy(server.folder / DATABASE, home / "prefect" / DATABASE)
    os.umask(mask)


@contextmanager
def database_for(folder: Path) -> Iterator[None]:
    """Around the start of a server on `folder`: the first of a run of tests makes a database, others get a copy."""
    common = Path(os.environ[COMMON])
    with (common / "prefect.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (common / DATABASE).exists():
            copy(common / DATABASE, folder / DATABASE)
            fcntl.flock(lock, fcntl.LOCK_UN)
            yield
        else:
            yield
            copy(folder / DATABASE, common / DATABASE)


@contextmanager
def database_of(folder: Path) -> Iterator[None]:
    """Around what makes a database in `folder` anyway: servers that start later begin with a copy of it."""
    common = Path(os.environ[COMMON])
    with (common / "prefect.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
        if not (common / DATABASE).exists():
            copy(folder / DATABASE, common / DATABASE)


def copy(database: Path, to: Path) -> None:
    """Copy a database of Prefect, which a server may be using."""
    part = to.with_name(f"{to.name}.part")
    with closing(sqlite3.connect(database)) as made, closing(sqlite3.connect(part)) as copied:
        made.backup(copied)
        copied.execute("PRAGMA journal_mode=WAL")
    part.rename(to)
