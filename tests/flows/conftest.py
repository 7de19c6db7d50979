"""The command line as a process, and one Prefect server for the tests that call flows themselves."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from flows.server.environment import API, AUTH, prepare
from flows.server.server import Server

SAYSO = str(Path(sys.executable).with_name("sayso"))

ARTICLES = {
    "spokesman.txt": "“We will answer,” the Kremlin spokesman Dmitry Peskov said on Tuesday.\n\nThe road is closed.\n",
    "ministry.txt": "The ministry said the bridge was open.\n\nIt further stated that two ships had passed.\n",
    "unnamed.txt": "A senior official told reporters that the talks had failed.\n",
}

Sayso = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with a few articles."""
    return fill(tmp_path / "inbox")


def fill(folder: Path) -> Path:
    """Make `folder`, with a few articles in it."""
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def sayso(home: Path) -> Sayso:
    """Runs `sayso ...` in the test's home and waits for its end."""

    def run(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SAYSO, *map(str, arguments)], capture_output=True, text=True, env={**os.environ, **more}, timeout=180
        )

    return run


class Shared(NamedTuple):
    """A Prefect server for many tests: the address of its API, what it asks for, and its folder."""

    url: str
    auth: str
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """By which others find it and are answered."""
        return {API: self.url, AUTH: self.auth}


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    """A temporary Prefect server; the environment is as it was."""
    kept, mask = dict(os.environ), os.umask(0o022)
    folder = tmp_path_factory.mktemp("prefect")
    prepare(folder, quiet=True)
    with Server(temporary=True) as server:
        server.wait()
        shared = Shared(server.url, os.environ[AUTH], folder / "prefect")
        ours = dict(os.environ)
        os.umask(mask)
        _become(kept)
        yield shared
        _become(ours)
    _become(kept)


def _become(environment: dict[str, str]) -> None:
    for name in {*os.environ} - {*environment}:
        del os.environ[name]
    os.environ.update(environment)


@pytest.fixture
def used_home(home: Path, prefect_server: Shared) -> Path:
    """A home in which Prefect has made its database already, which takes it longer than any run."""
    use(home, prefect_server)
    return home


def use(home: Path, server: Shared) -> None:
    """Make `home`, with a copy of the server's database."""
    mask = os.umask(0o077)
    (home / "prefect").mkdir(parents=True)
    with (
        closing(sqlite3.connect(server.folder / "prefect.db")) as made,
        closing(sqlite3.connect(home / "prefect" / "prefect.db")) as copy,
    ):
        made.backup(copy)
        copy.execute("PRAGMA journal_mode=WAL")
    os.umask(mask)


@pytest.fixture
def prefect_api(prefect_server: Shared) -> Iterator[None]:
    """Flows called in this process use the temporary server, whenever Prefect was imported."""
    from prefect.settings import PREFECT_API_AUTH_STRING, PREFECT_API_URL, temporary_settings

    with temporary_settings(
        updates={PREFECT_API_URL: prefect_server.url, PREFECT_API_AUTH_STRING: prefect_server.auth}
    ):
        yield
