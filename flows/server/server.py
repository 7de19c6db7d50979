"""Prefect's API for as long as it is needed: the configured one, or a server that starts and ends with this process."""

from __future__ import annotations

import contextlib
import os
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from flows.server.environment import API, AUTH, prefect_home
from sayso.errors import UsageError

PATIENCE = 180
"""Seconds that a server may take to start: the first start makes its database, and machines are slow."""


class Server:
    """A Prefect server as a child process, unless an API is configured; a context that sets `PREFECT_API_URL`.

    It starts in the background, so that other work can go on; `wait` returns once it answers. A `temporary` server
    has no pages and fires no schedules. It answers only clients with its secret: this process, its children, and for a
    server with pages anyone who can read `login` in Prefect's home.
    """

    def __init__(self, *, temporary: bool) -> None:
        self._temporary = temporary
        self._process: subprocess.Popen[bytes] | None = None
        self._kept = contextlib.ExitStack()

    def __enter__(self) -> Self:
        try:
            if not os.environ.get(API):
                self._start(_new_secret() if self._temporary else _login())
            _import_prefect()
            if self._process and self._temporary:
                self._kept.enter_context(_without_heartbeats())
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def _start(self, secret: str) -> None:
        self._process = self._started(secret)
        os.environ[API] = f"http://127.0.0.1:{self._port(self._process)}/api"
        os.environ[AUTH] = secret

    def _end(self) -> None:
        self._kept.close()
        if self._process is None:
            return
        for name in (API, AUTH):
            os.environ.pop(name, None)
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    @property
    def url(self) -> str:
        """The address of the API."""
        return os.environ[API]

    @property
    def login(self) -> Path | None:
        """The file with the login for the pages of our own server."""
        return None if self._process is None or self._temporary else prefect_home() / "login"

    def wait(self, meanwhile: Callable[[], object] = lambda: None) -> None:
        """Return when the API answers; raises `UsageError` if it does not. `meanwhile` is called repeatedly."""
        deadline = time.monotonic() + (PATIENCE if self._process else 10)
        while not self._answers():
            meanwhile()
            if self._process is not None and self._process.poll() is not None:
                raise UsageError(
                    f"expected Prefect's server to start, found that it ended with code {self._process.returncode}; "
                    f"{self._log} says why, or set {API} to a server of your own"
                )
            if time.monotonic() > deadline:
                raise UsageError(f"expected Prefect's API at {self.url}, found no answer; is {API} right?")
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=5) as answer:  # noqa: S310
                return bool(answer.status == 200)
        except urllib.error.HTTPError as error:
            return error.code in (401, 403)  # a configured API that wants the credentials which Prefect holds
        except (OSError, ValueError):
            return False

    def _started(self, secret: str) -> subprocess.Popen[bytes]:
        temporary = {"PREFECT__SERVER_EPHEMERAL": "1", "PREFECT_SERVER_UI_ENABLED": "false"}
        with self._log.open("ab") as log:  # another server may write there too
            log.truncate(0)
            return subprocess.Popen(
                [sys.executable, "-P", "-m", "flows.server.prefect_process"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env={
                    **os.environ,
                    **(temporary if self._temporary else {}),
                    "PREFECT_SERVER_API_AUTH_STRING": secret,
                },
                start_new_session=True,  # Ctrl-C is ours to handle: the server goes last
            )

    def _port(self, process: subprocess.Popen[bytes]) -> int:
        line = process.stdout.readline() if process.stdout else b""
        if not line.strip().isdigit():
            raise UsageError(
                f"expected Prefect's server to start, found that it ended at once; {self._log} says why, "
                f"or set {API} to a server of your own"
            )
        return int(line)

    @property
    def _log(self) -> Path:
        return prefect_home() / ("run.log" if self._temporary else "serve.log")


def _new_secret() -> str:
    return f"sayso:{secrets.token_urlsafe(32)}"


def _login() -> str:
    """The permanent secret, so that a browser need not be given it again."""
    file = prefect_home() / "login"
    try:
        known = file.read_text("utf-8").strip()
    except FileNotFoundError:
        known = ""
    if not known:
        known = _new_secret()
        file.write_text(f"{known}\n", "utf-8")
    return known


def _import_prefect() -> None:
    """Import Prefect where none of the user's files bear on it."""
    with _among_its_own_files():
        import prefect.settings  # noqa: F401


@contextlib.contextmanager
def _without_heartbeats() -> Iterator[None]:
    """Within the context flows send none: nobody hears them, and to end them each flow waits for up to a second."""
    with contextlib.ExitStack() as settings:
        with _among_its_own_files():
            from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

            settings.enter_context(temporary_settings(updates={PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}))
        yield


@contextlib.contextmanager
def _among_its_own_files() -> Iterator[None]:
    """Within the context, work in Prefect's home: Prefect reads `.env`, `prefect.toml` and more where it is."""
    try:
        here = os.getcwd()
    except OSError:  # it no longer exists
        here = None
    os.chdir(prefect_home())
    try:
        yield
    finally:
        if here is not None:
            with contextlib.suppress(OSError):  # it may not be entered: then no relative path leads there
                os.chdir(here)
