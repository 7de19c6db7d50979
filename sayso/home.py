"""What Sayso keeps is its owner's: no other user of the machine reads it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("heads", "indexes", "prefect", "reports")
FILES = ("ledger.*", "serve.lock")
"""Patterns of the files that stand in the home itself."""

INBOX = "inbox"
"""Others may deliver into it: it keeps the permissions that it has."""


def private(home: Path) -> bool:
    """Make `home` where there is none; close to others it and what Sayso keeps in it: files 0600, folders 0700.

    What this process makes from now on, and the processes that it starts, is closed as well (umask 077). The home
    itself keeps its permissions where other things than Sayso's are in it. True where something was open to others.
    OSError where the home cannot be made; what belongs to another user stays as it is.
    """
    os.umask(0o077)
    home.mkdir(parents=True, exist_ok=True)
    reached = home.stat().st_mode & 0o077  # what is in a closed folder is open to nobody, whatever its own permissions
    return sum(_closed(path) for path in _ours(home)) > 0 and reached > 0


def _ours(home: Path) -> Iterator[Path]:
    for pattern in FILES:
        yield from home.glob(pattern)
    for name in FOLDERS:
        for place, _, files in os.walk(home / name):
            yield Path(place)
            yield from (Path(place, file) for file in files)
    known = {INBOX, *FOLDERS, *(path.name for pattern in FILES for path in home.glob(pattern))}
    if known.issuperset(os.listdir(home)):
        yield home


def _closed(path: Path) -> bool:
    """Close one file or folder; whether it was open. A link is left alone, and so is what just went."""
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode) or not found.st_mode & 0o077:
            return False
        path.chmod(0o700 if stat.S_ISDIR(found.st_mode) else 0o600)
    except (FileNotFoundError, PermissionError):
        return False
    return True
