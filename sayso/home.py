"""Sayso's home is private: no other user of the machine can read it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("collect", "drafts", "heads", "indexes", "keys", "prefect", "reports", "service")
FILES = ("ledger.*", "sayso.toml", "serve.lock")
"""Patterns of the files in the home folder itself."""

OPEN = ("inbox", "specs")
"""Others may deliver into these, so their permissions are not changed."""


def private(home: Path) -> bool:
    """Make `home` if necessary; close it and Sayso's files in it to other users: files 0600, folders 0700.

    Files made from now on by this process and its children are closed as well (umask 077). The home folder itself keeps
    its permissions if it contains other things than Sayso's. Returns True if something was open to others. Raises
    OSError where the home cannot be made; what belongs to another user is left alone.
    """
    os.umask(0o077)
    home.mkdir(parents=True, exist_ok=True)
    reached = home.stat().st_mode & 0o077  # nothing in a closed folder is open to others, whatever its own permissions
    return sum(_closed(path) for path in _ours(home)) > 0 and reached > 0


def _ours(home: Path) -> Iterator[Path]:
    for pattern in FILES:
        yield from home.glob(pattern)
    for name in FOLDERS:
        for place, _, files in os.walk(home / name):
            yield Path(place)
            yield from (Path(place, file) for file in files)
    known = {*OPEN, *FOLDERS, *(path.name for pattern in FILES for path in home.glob(pattern))}
    if known.issuperset(os.listdir(home)):
        yield home


def _closed(path: Path) -> bool:
    """Close one file or folder; returns whether it was open. Links and files that just vanished are left alone."""
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode) or not found.st_mode & 0o077:
            return False
        path.chmod(0o700 if stat.S_ISDIR(found.st_mode) else 0o600)
    except (FileNotFoundError, PermissionError):
        return False
    return True
