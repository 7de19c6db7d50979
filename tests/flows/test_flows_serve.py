"""`sayso serve` runs its schedule by itself, answers no other user of the machine, and is not disturbed by a second.

What needs no scheduled run comes first, while the first ones are under way.
"""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPResponse
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from flows_world import SAYSO, Sayso, Shared, fill, use
from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_API_AUTH_STRING, PREFECT_API_URL, temporary_settings
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from flows.schedule import RETIRED
from flows.server.single_instance import alone
from sayso.errors import UsageError
from sayso.ledger import Ledger


class Serving(NamedTuple):
    """A `sayso serve` at work."""

    process: subprocess.Popen[str]
    said: str
    home: Path
    inbox: Path
    address: str

    @property
    def api(self) -> str:
        return f"{self.address}/api"

    @property
    def secret(self) -> str:
        """What its pages ask for, from the file that it names."""
        return Path(re.search(r"asks for the line in (\S+)\.", self.said)[1]).read_text("utf-8").strip()  # type: ignore[index]

    def asked(self, path: str, body: object = None, method: str | None = None, **headers: str) -> HTTPResponse:
        """The API's answer at `path` to a client with the secret, unless other `headers` are given."""
        shown = headers or {"Authorization": basic(self.secret)}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            f"{self.api}{path}", data, {"Content-Type": "application/json", **shown}, method=method
        )
        answer: HTTPResponse = urllib.request.urlopen(request, timeout=30)
        return answer

    def finished(self) -> list[str]:
        """What the scheduled runs of the inbox came to, oldest first; runs by hand have no deployment."""
        body = {
            "sort": "START_TIME_ASC",
            "flows": {"name": {"any_": ["inbox"]}},
            "flow_runs": {"state": {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED"]}}},
        }
        runs: list[dict[str, Any]] = json.load(self.changing("/flow_runs/filter", body))
        return [run["state"]["message"] for run in runs if run["deployment_id"] is not None]

    def deployed(self) -> list[str]:
        """The names of what the server knows as deployed, sorted."""
        return sorted(known["name"] for known in json.load(self.changing("/deployments/filter", {})))

    def changing(self, path: str, body: object) -> HTTPResponse:
        """The answer to a request that wants the token against forgery too, as Prefect's clients have it."""
        return self.asked(path, body, Authorization=basic(self.secret), **self.unforged())

    def unforged(self) -> dict[str, str]:
        """What shows that a request was not put into a browser's mouth."""
        token = json.load(self.asked("/csrf-token?client=tests"))["token"]
        return {"Prefect-Csrf-Token": token, "Prefect-Csrf-Client": "tests"}


def until(so: Callable[[], bool], serving: Serving) -> None:
    """Wait for it; fails if it takes too long or the server has ended."""
    deadline = time.monotonic() + 150
    while not so():
        assert time.monotonic() < deadline
        assert serving.process.poll() is None
        time.sleep(0.5)


def basic(secret: str) -> str:
    return f"Basic {base64.b64encode(secret.encode()).decode()}"


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory, prefect_server: Shared) -> Iterator[Serving]:
    """One service for all tests here; at the end a signal stops it, and its server with it."""
    place = tmp_path_factory.mktemp("served")
    home, inbox = place / "home", fill(place / "inbox")
    deployed(prefect_server, RETIRED)
    use(home, prefect_server)
    for path in inbox.iterdir():
        os.utime(path, (1, 1))
    command = [SAYSO, "serve", "--inbox", str(inbox), "--every", "0.1", "--report-at", "06:30"]
    environment = {**os.environ, "SAYSO_HOME": "home", "SAYSO_DATABASE_URL": "sqlite:///home/ledger.db"}
    environment["TMPDIR"] = str(taken(place / "tmp"))
    with (place / "errors").open("w") as errors:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment, cwd=trap(place)
        )
    assert process.stdout is not None
    said = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+", said)
    assert found is not None, (said, (place / "errors").read_text())
    one = Serving(process, said, home, inbox, found[0])
    until(lambda: len(one.deployed()) == 3, one)
    yield one
    secret = one.secret
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    with pytest.raises(OSError, match="refused"):
        one.asked("/health")
    told = (place / "errors").read_text("utf-8")
    assert secret not in said + process.stdout.read() + told
    assert [line[20:] for line in told.splitlines()] == ["3 articles read; 0 known before"]
    assert not (home / "service" / "serving.json").exists()


def taken(folder: Path) -> Path:
    """Make `folder` one for all users, in which another has taken the name that Prefect uses."""
    folder.mkdir()
    (folder / "runner_storage").write_text("somebody else's\n", "utf-8")
    return folder


def trap(folder: Path) -> Path:
    """Make `folder` one in which nothing of ours can run that imports from it, or has Prefect read its settings."""
    (folder / "flows.py").write_text("raise SystemExit('imported from where it was started')\n", "utf-8")
    (folder / ".env").write_text("PREFECT_CLIENT_MAX_RETRIES=many\n", "utf-8")
    (folder / "prefect.toml").write_text('[client]\nmax_retries = "many"\n', "utf-8")
    return folder


def deployed(server: Shared, name: str) -> None:
    """Register a deployment of this flow and name that no process serves."""
    updates = {PREFECT_API_URL: server.url, PREFECT_API_AUTH_STRING: server.auth}
    with temporary_settings(updates=updates), get_client(sync_client=True) as client:
        flow, _, deployment = name.partition("/")
        client.create_deployment(client.create_flow_from_name(flow), deployment, parameters={"paths": []})


def test_who_does_not_know_the_secret_is_told_nothing_but_that_the_server_is_there(serving: Serving) -> None:
    routes = json.load(serving.asked("/openapi.json"))["paths"]
    strangers = ({"Origin": serving.address}, {"Authorization": basic("sayso:guess"), **serving.unforged()})
    asked = [(path.removeprefix("/api"), method.upper()) for path, methods in routes.items() for method in methods]
    answered = {(path, method) for path, method in asked for one in strangers if told(serving, path, method, one)}
    assert len(asked) > 150
    assert answered <= {("/health", "GET"), ("/ready", "GET")}


def told(serving: Serving, path: str, method: str, headers: dict[str, str]) -> bool:
    """Whether there was an answer other than "unauthorized" or "forbidden"."""
    filled = re.sub(r"\{[^}]+\}", "00000000-0000-0000-0000-000000000000", path)
    try:
        serving.asked(filled, {} if method in ("POST", "PUT", "PATCH") else None, method, **headers).close()
    except urllib.error.HTTPError as error:
        return error.code not in (401, 403)
    return True


@pytest.mark.parametrize("route", ["/events/in", "/events/out", "/logs/out", "/task_runs/subscriptions/scheduled"])
@pytest.mark.parametrize("protocols", [None, ["prefect"]], ids=["plain", "as Prefect does"])
def test_nobody_else_listens_in(serving: Serving, route: str, protocols: Any) -> None:
    with pytest.raises((ConnectionClosed, InvalidStatus)):
        heard(serving.api.replace("http:", "ws:") + route, protocols)


def heard(address: str, protocols: Any) -> None:
    with connect(address, subprotocols=protocols) as line:
        line.send(json.dumps({"type": "auth", "token": "sayso:guess"}))
        if json.loads(line.recv(timeout=10)).get("type") != "auth_success":
            line.recv(timeout=10)


def test_pages_of_other_origins_may_not_ask(serving: Serving) -> None:
    def allowed(origin: str) -> str | None:
        wanted = {"Origin": origin, "Access-Control-Request-Method": "POST"}
        try:
            answer = serving.asked("/flow_runs/filter", method="OPTIONS", **wanted)
        except urllib.error.HTTPError as error:
            return error.headers["Access-Control-Allow-Origin"]
        return answer.headers["Access-Control-Allow-Origin"]

    others = ["https://evil.example", "null", serving.address.replace("127.0.0.1", "localhost"), "http://127.0.0.1"]
    assert [allowed(origin) for origin in (*others, serving.address)] == [None, None, None, None, serving.address]


def test_the_pages_ask_for_what_the_file_holds_that_is_named(serving: Serving) -> None:
    with urllib.request.urlopen(f"{serving.address}/", timeout=30) as page:
        assert b"<title>Prefect" in page.read()
    with urllib.request.urlopen(f"{serving.address}/ui-settings", timeout=30) as told:
        settings = json.load(told)
    assert (settings["auth"], settings["api_url"]) == ("BASIC", serving.api)
    assert serving.asked("/admin/version").status == 200


def test_a_second_serve_on_the_same_home_is_refused_and_the_first_goes_on(serving: Serving, sayso: Sayso) -> None:
    second = sayso("serve", SAYSO_HOME=str(serving.home))
    assert (second.returncode, second.stdout, second.stderr) == (
        2,
        "",
        f"sayso: expected no other `sayso serve` on {str(serving.home)!r}, found process {serving.process.pid}; "
        "stop it first, or set SAYSO_HOME to another folder\n",
    )
    before = len(serving.finished())
    until(lambda: len(serving.finished()) > before, serving)


def test_serve_reads_the_inbox_by_itself_wherever_it_was_started_and_then_finds_nothing_to_do(serving: Serving) -> None:
    assert serving.said.startswith(
        f"Reading {serving.inbox} now and every 0.1 minutes, report at 06:30 and check of the ledger at 03:00 "
        f"Europe/London, into {serving.home}/reports. "
    )
    until(lambda: len(serving.finished()) >= 2, serving)
    assert serving.finished()[:2] == ["3 articles read; 0 known before", "nothing to do: 3 articles, all known"]
    with Ledger.open(f"sqlite:///{serving.home / 'ledger.db'}", write=False) as ledger:
        with ledger.snapshot() as now:
            assert len(list(now.entries())) == 6
        assert ledger.verify().ok


def test_status_says_who_serves_and_what_is_next(serving: Serving, sayso: Sayso) -> None:
    until(lambda: len(serving.finished()) >= 2, serving)
    told = json.loads(sayso("status", "--format", "json", SAYSO_HOME=str(serving.home)).stdout)
    assert (told["serving"]["pid"], told["serving"]["inbox"]) == (serving.process.pid, str(serving.inbox))
    assert (told["processed"], told["last_reading"]["said"]) == (3, "nothing to do: 3 articles, all known")
    assert datetime.fromisoformat(told["next"]["reading"]) - datetime.now(UTC) < timedelta(seconds=7)


def test_the_secret_is_in_no_command_line_and_in_no_other_file(serving: Serving) -> None:
    found = [
        path for path in serving.home.rglob("*") if path.is_file() and serving.secret.encode() in path.read_bytes()
    ]
    assert found == [serving.home / "prefect" / "login"]
    assert found[0].stat().st_mode & 0o777 == 0o600
    commands = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert "flows.server.prefect_process" in commands
    assert serving.secret.partition(":")[2] not in commands


def test_what_an_older_version_deployed_is_gone(serving: Serving) -> None:
    assert serving.deployed() == ["daily", "inbox", "nightly"]
    with pytest.raises(urllib.error.HTTPError, match="404"):
        serving.asked(f"/deployments/name/{RETIRED}")


def test_a_home_is_free_again_when_who_serves_it_dies(home: Path) -> None:
    home.mkdir()
    code = "import sys, time; from pathlib import Path; from flows.server.single_instance import alone\n"
    code += "with alone(Path(sys.argv[1])): print(1, flush=True); time.sleep(60)"
    other = subprocess.Popen([sys.executable, "-c", code, home], stdout=subprocess.PIPE)
    assert other.stdout is not None
    assert other.stdout.readline()
    with pytest.raises(UsageError, match=f"found process {other.pid};"), alone(home):
        pass
    other.kill()
    other.wait()
    with alone(home):
        assert (home / "serve.lock").read_text() == f"{os.getpid()}\n"
