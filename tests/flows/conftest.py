"""The command line as a process, and one Prefect server for the tests that call flows themselves."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from flows.environment import prepare
from flows.server import Server

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
    folder = tmp_path / "inbox"
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


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a temporary Prefect server, and its folder."""
    kept = dict(os.environ)
    folder = tmp_path_factory.mktemp("prefect")
    prepare(folder, quiet=True)
    with Server(temporary=True) as server:
        server.wait()
        yield server.url, folder / "prefect"
    os.environ.clear()
    os.environ.update(kept)


@pytest.fixture
def used_home(home: Path, prefect_server: tuple[str, Path]) -> Path:
    """A home in which Prefect has made its database already, which takes it longer than any run."""
    (home / "prefect").mkdir(parents=True)
    with (
        closing(sqlite3.connect(prefect_server[1] / "prefect.db")) as made,
        closing(sqlite3.connect(home / "prefect" / "prefect.db")) as copy,
    ):
        made.backup(copy)
        copy.execute("PRAGMA journal_mode=WAL")
    return home


@pytest.fixture
def prefect_api(prefect_server: tuple[str, Path]) -> Iterator[None]:
    """Flows called in this process use the temporary server, whenever Prefect was imported."""
    from prefect.settings import PREFECT_API_URL, temporary_settings

    with temporary_settings(updates={PREFECT_API_URL: prefect_server[0]}):
        yield
