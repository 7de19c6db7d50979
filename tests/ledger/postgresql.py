"""A PostgreSQL server of the tests' own, where its programs and a driver are installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psycopg

OWNER = "postgres"
"""The user that root becomes for the server, which does not run as root."""


def missing() -> str | None:
    """What is missing for a server, or None."""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "no driver for PostgreSQL is installed (psycopg)"
    if not _program("initdb"):
        return "no PostgreSQL server is installed (initdb)"
    if os.geteuid() == 0 and OWNER not in {one.pw_name for one in pwd.getpwall()}:
        return f"PostgreSQL does not run as root, and there is no user {OWNER}"
    return None


@contextmanager
def server() -> Iterator[Path]:
    """The folder of a running server's socket; it is gone at the end of the context."""
    with TemporaryDirectory(prefix="sayso-") as place:
        folder = Path(place)
        if os.geteuid() == 0:
            shutil.chown(folder, OWNER)
        options = f"-k {folder} -c listen_addresses= -c fsync=off"
        _run("initdb", "--pgdata", folder / "data", "--auth", "trust", "--username", "sayso", "--no-sync")
        _run("pg_ctl", "start", "--wait", "--pgdata", folder / "data", "--options", options, "--log", folder / "log")
        try:
            yield folder
        finally:
            _run("pg_ctl", "stop", "--mode", "immediate", "--pgdata", folder / "data")


def database(folder: Path, name: str) -> str:
    """The URL of a new, empty database."""
    with _connected(folder, "postgres") as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return _url(folder, name)


def emptied(folder: Path) -> str:
    """The URL of the database `postgres`, without what was in it: to make a new one takes longer than most tests."""
    with _connected(folder, "postgres") as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid != pg_backend_pid()"
        )
        connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    return _url(folder, "postgres")


def _connected(folder: Path, name: str) -> psycopg.Connection:
    import psycopg

    return psycopg.connect(host=str(folder), user="sayso", dbname=name, autocommit=True)


def _url(folder: Path, name: str) -> str:
    return f"postgresql+psycopg://sayso@/{name}?host={folder}"


def _program(name: str) -> str | None:
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(installed[-1]) if installed else None)


def _run(name: str, *arguments: str | Path) -> None:
    user = OWNER if os.geteuid() == 0 else None
    command = [str(_program(name)), *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, user=user)
