"""The command line as a process, and one Prefect server for the tests that call flows themselves."""

from __future__ import annotations

import logging
import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from pathlib import Path

import pytest
from flows_world import SAYSO, Sayso, Shared, database_for, fill, use
from warm import WarmPool

from flows.cli.commands import extract
from flows.cli.main import exit_code
from flows.server.environment import AUTH, prepare
from flows.server.server import Server


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with a few articles."""
    return fill(tmp_path / "inbox")


@pytest.fixture
def sayso(home: Path) -> Sayso:
    """Runs `sayso ...` in the test's home and waits for its end."""

    def run(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SAYSO, *map(str, arguments)], capture_output=True, text=True, env={**os.environ, **more}, timeout=180
        )

    return run


@pytest.fixture
def here(prefect_server: Shared, prefect_api: None, capfd: pytest.CaptureFixture[str]) -> Sayso:
    """Runs `sayso ...` as `sayso` does, in this process and on the shared server: a process costs as much as a run."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        os.environ.update(prefect_server.environment)
        logger = logging.getLogger("prefect")
        level = logger.level
        logger.setLevel(logging.CRITICAL)  # another test may have had it imported first, and loud
        capfd.readouterr()
        code = exit_code([*map(str, arguments)])
        logger.setLevel(level)
        return subprocess.CompletedProcess(arguments, code, *capfd.readouterr())

    return run


@pytest.fixture
def extracting_warm(warm_pool: WarmPool, monkeypatch: pytest.MonkeyPatch) -> None:
    """`sayso extract` starts no process of its own."""
    monkeypatch.setattr(extract, "WorkerPool", warm_pool)


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    """A temporary Prefect server; the environment is as it was."""
    kept, mask = dict(os.environ), os.umask(0o022)
    folder = tmp_path_factory.mktemp("prefect")
    prepare(folder, quiet=True)
    with ExitStack() as running:
        with database_for(folder / "prefect"):
            server = running.enter_context(Server(temporary=True))
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


@pytest.fixture
def prefect_api(prefect_server: Shared, warm_pool: WarmPool, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Flows called in this process use the temporary server, whenever Prefect was imported, and share their readers."""
    from prefect.settings import PREFECT_API_AUTH_STRING, PREFECT_API_URL, temporary_settings

    from flows import tracing

    monkeypatch.setattr(tracing, "ended_with", nullcontext)
    with temporary_settings(
        updates={PREFECT_API_URL: prefect_server.url, PREFECT_API_AUTH_STRING: prefect_server.auth}
    ):
        yield
