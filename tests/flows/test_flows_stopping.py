"""SIGTERM and Ctrl-C are obeyed between steps, even where an exception would be swallowed."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from flows_world import SAYSO

import flows.server.server
from flows.server.environment import API, prepare
from flows.server.server import Server
from flows.server.stopping import SIGNALS, stopping


class Dropped:
    """Sends the signal `which` from its finalizer, where exceptions are swallowed."""

    def __init__(self, which: int) -> None:
        self.which = which

    def __del__(self) -> None:
        os.kill(os.getpid(), self.which)


@pytest.mark.parametrize("which", SIGNALS, ids=["SIGTERM", "Ctrl-C"])
def test_a_signal_counts_where_it_is_asked_for_and_not_before(which: int) -> None:
    before = [signal.getsignal(one) for one in SIGNALS]
    with stopping() as asked:
        asked.check()
        Dropped(which)
        with pytest.raises(KeyboardInterrupt if which == signal.SIGINT else SystemExit) as ended:
            asked.check()
    assert getattr(ended.value, "code", 0) == 0
    assert [signal.getsignal(one) for one in SIGNALS] == before


@pytest.mark.parametrize("first", [True, False], ids=["asked before", "asked within"])
def test_what_waits_is_told_at_once(first: bool) -> None:
    told: list[str] = []
    with stopping() as asked:
        if first:
            os.kill(os.getpid(), signal.SIGTERM)
        with asked.calling(lambda: told.append("stop")):
            if not first:
                os.kill(os.getpid(), signal.SIGTERM)
            assert told == ["stop"]
        os.kill(os.getpid(), signal.SIGTERM)
    assert told == ["stop"]


def test_who_insists_on_ctrl_c_is_not_kept_waiting() -> None:
    with stopping():
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_a_server_whose_start_fails_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    for name, value in os.environ.items():
        monkeypatch.setenv(name, value)  # the state now is the state afterwards
    prepare(tmp_path, quiet=True)
    monkeypatch.setattr(flows.server.server, "_import_prefect", interrupted)
    server = Server(temporary=True)
    with pytest.raises(KeyboardInterrupt), server:
        pass
    assert server._process is not None
    assert server._process.poll() is not None
    assert API not in os.environ


def test_serve_that_is_stopped_while_it_starts_ends_in_peace_and_leaves_no_server(home: Path) -> None:
    process = subprocess.Popen(
        [SAYSO, "serve"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "SAYSO_HOME": str(home)},
    )
    log = home / "prefect" / "serve.log"
    deadline = time.monotonic() + 60
    while not log.exists():  # made just before the server is started
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.terminate()
    assert process.communicate(timeout=60) == ("", "")
    assert process.returncode == 0
    assert serving(home) == []


def serving(home: Path) -> list[str]:
    """The processes of this home."""
    processes = subprocess.run(["ps", "-eo", "pid"], capture_output=True, text=True, check=True).stdout.split()[1:]
    return [pid for pid in processes if str(home).encode() in environment(pid)]


def environment(pid: str) -> bytes:
    try:
        return Path("/proc", pid, "environ").read_bytes()
    except OSError:
        return b""
