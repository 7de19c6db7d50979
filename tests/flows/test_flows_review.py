"""`sayso review` from outside: it prints one address a person, answers there, and stops without a trace."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from review_world import filled

from flows.cli import main as cli

SAYSO = Path(sys.executable).with_name("sayso")
PEOPLE = ("--by", "Ana Lind", "--by", "Bo Ek")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = cli.exit_code(["review", *arguments])
    return code, capsys.readouterr().err


def test_a_port_in_use_gets_a_sentence(home: Path, blank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled(home, blank)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, told = said(capsys, "--port", str(port))
        free = f"found it in use; give another, as in --port {port + 1}"
        assert (code, told) == (2, f"sayso: expected port {port} of 127.0.0.1 to be free, {free}\n")


REFUSED = {
    "another machine's address": (("--host", "192.0.2.1"), "set [review] proxy_networks and hosts"),
    "all addresses": (("--host", "0.0.0.0"), "expected an address of this machine alone, found 0.0.0.0"),
    "no port": (("--port", "many"), "expected the number of a port, 0 to 65535 for --port, found 'many'"),
    "no path": (("--root-path", "review"), 'expected a path such as "/review" for --root-path'),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_gets_a_sentence(home: Path, blank: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    filled(home, blank)
    arguments, sentence = REFUSED[name]
    code, told = said(capsys, *arguments)
    assert (code, sentence in told, told.count("\n")) == (2, True, 1)


def test_without_a_ledger_it_says_what_makes_one(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = said(capsys)
    assert (code, "`sayso run` makes one" in told) == (4, True)


def begun_form(line: str) -> socket.socket:
    """A form that is sent to the address in the line, and of which the end never comes."""
    port = int(line.partition("127.0.0.1:")[2].partition("/")[0])
    made = socket.create_connection(("127.0.0.1", port))
    kind = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9"
    asked = f"POST /enter HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\n{kind}\r\n\r\ntoken="
    made.sendall(asked.encode())
    return made


@pytest.mark.skipif("CI" not in os.environ, reason="starts a server twice, four seconds; runs where CI is set")
@pytest.mark.parametrize(("by", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_it_answers_until_it_is_stopped_and_leaves_no_trace(home: Path, blank: Path, by: int, code: int) -> None:
    filled(home, blank)
    command = [SAYSO, "review", "--port", "0", *PEOPLE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        lines = [process.stdout.readline().strip() for _ in range(2)]
        assert [line.partition(": ")[0] for line in lines] == ["Ana Lind", "Bo Ek"]
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with opener.open(lines[1].partition(": ")[2]) as page:
            assert "Bo Ek" in page.read().decode()
        begun = begun_form(lines[0])
        process.send_signal(by)
        _, told = process.communicate(timeout=30)
    assert begun.recv(1) == b""
    begun.close()
    assert process.returncode == code
    assert "Traceback" not in told
    assert sorted(path.name for path in home.iterdir()) == ["indexes", "ledger.db", "ledger.db.head"]
