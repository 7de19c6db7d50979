"""`sayso run` from end to end, as a person would: real processes, a real Prefect server, a real ledger."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from flows_world import ARTICLES, DATABASE, SAYSO, Sayso, Shared, database_of, fill
from test_flows_worker import is_there

from sayso.ledger import Ledger
from sayso.settings import settings

pytestmark = pytest.mark.xdist_group("prefect_server")  # one process gets all that is asked of the first runs


def kinds() -> Counter[str]:
    """How many captures and extractions there are; what was linked depends on what is read."""
    with Ledger.open(settings().database_url, write=False) as ledger:
        assert ledger.verify().findings == ()
        with ledger.snapshot() as now:
            return Counter(entry.kind for entry in now.entries() if entry.kind != "links")


def extractions(home: Path) -> int:
    """How many there are, while another process may be writing."""
    try:
        with sqlite3.connect(f"file:{home / 'ledger.db'}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM view_extraction").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def runs_of(inbox: Path, server: Shared) -> int:
    """How many runs of flows a server knows that were given this inbox."""
    with closing(sqlite3.connect(f"file:{server.folder / DATABASE}?mode=ro", uri=True)) as connection:
        found = connection.execute("SELECT count(*) FROM flow_run WHERE instr(parameters, ?)", [str(inbox)])
        return int(found.fetchone()[0])


def readers(of: int) -> list[int]:
    """The processes that read for process `of`."""
    children = Path(f"/proc/{of}/task").glob("*/children")
    found = [int(child) for path in children for child in path.read_text("ascii").split()]
    return [one for one in found if b"flows.workers.process" in Path(f"/proc/{one}/cmdline").read_bytes()]


PROFILE = """
active = "cloud"
[profiles.cloud]
PREFECT_API_URL = "http://127.0.0.1:9/api"
PREFECT_API_KEY = "a key to somebody's cloud"
PREFECT_SERVER_DATABASE_CONNECTION_URL = "sqlite+aiosqlite:////nowhere/prefect.db"
"""

ELSEWHERE = {
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "TZ": "Pacific/Apia",
    "OMP_NUM_THREADS": "2",
    "http_proxy": "http://127.0.0.1:9",
    "PREFECT_PROFILE": "cloud",
    "PREFECT_API_KEY": "a key",
}


class Ended(NamedTuple):
    """What a run printed, and its exit code."""

    code: int
    stdout: str
    stderr: str

    @property
    def head(self) -> str:
        return self.stdout.splitlines()[-1]

    @property
    def report(self) -> str:
        [name] = re.findall(r"without a named source: (.*)", self.stdout)
        return str(name)


class FirstRuns(NamedTuple):
    """Two runs that began at once in a new home: of an inbox, and of standard input amid the settings of other work."""

    place: Path
    plain: Ended
    amid: Ended

    @property
    def home(self) -> Path:
        return self.place / "home"

    @property
    def inbox(self) -> Path:
        return self.place / "inbox"


@pytest.fixture(scope="session")  # as `prefect_server` is, which is made after it where a test names both
def first_runs(tmp_path_factory: pytest.TempPathFactory) -> FirstRuns:
    """Each starts a server of its own, which costs more than a run: what is asked of such runs is asked of these.

    They make Prefect's database, as they would for a new user, and the tests' own server begins with a copy.
    """
    place = tmp_path_factory.mktemp("first")
    (fill(place / "inbox") / "empty.txt").write_bytes(b"")
    theirs, elsewhere = place / "theirs", place / "elsewhere"
    for folder in (theirs, elsewhere):
        folder.mkdir()
    (theirs / "profiles.toml").write_text(PROFILE, "utf-8")
    (elsewhere / "prefect.toml").write_text("this is [no TOML", "utf-8")
    (elsewhere / ".env").write_text("PREFECT_API_KEY=a key\nPREFECT_API_URL=http://127.0.0.1:9/api\n", "utf-8")
    row = {"title": "Żółta łódź – “ok”", "text": "The ministry said on Tuesday that the bridge was open."}
    ours = {**os.environ, "SAYSO_HOME": str(place / "home")}
    with database_of(place / "home" / "prefect"):
        runs = [
            subprocess.Popen(
                [SAYSO, "run", source],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=where,
                env=ours | settings_there,
                umask=0o022,
            )
            for source, where, settings_there in (
                (str(place / "inbox"), place, {}),
                ("-", elsewhere, {**ELSEWHERE, "PREFECT_HOME": str(theirs)}),
            )
        ]
        assert runs[1].stdin is not None
        runs[1].stdin.write(json.dumps(row).encode())
        printed = [(one.communicate(timeout=300), one.returncode) for one in reversed(runs)]
    amid, plain = (Ended(code, out.decode(), err.decode()) for (out, err), code in printed)
    return FirstRuns(place, plain, amid)


def test_two_first_runs_at_once_wait_for_each_other_and_each_names_a_whole_report(
    first_runs: FirstRuns, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither Prefect's database nor the ledger is there: both find the same things to make."""
    monkeypatch.setenv("SAYSO_HOME", str(first_runs.home))
    reports = [first_runs.plain.report, first_runs.amid.report]
    assert sorted(map(str, (first_runs.home / "reports").iterdir())) == sorted({*reports})
    assert [Path(one).read_text("utf-8").rstrip().endswith("</html>") for one in reports] == [True, True]
    assert kinds() == {"capture": 5, "extraction": 4}
    loose = [path for path in first_runs.home.rglob("*") if path.stat().st_mode & 0o077]
    assert loose == []


def test_no_settings_of_other_work_lead_a_run_astray_or_are_touched(first_runs: FirstRuns) -> None:
    """Neither a Prefect home with a profile, nor a locale, nor what lies about where the command is given."""
    assert (first_runs.amid.code, first_runs.amid.stderr) == (0, "")
    assert first_runs.amid.stdout.splitlines()[1].startswith("Żółta łódź – “ok” ")
    assert [path.name for path in (first_runs.place / "theirs").iterdir()] == ["profiles.toml"]
    assert sorted(path.name for path in (first_runs.place / "elsewhere").iterdir()) == [".env", "prefect.toml"]


def test_run_reads_reports_and_the_next_finds_nothing_to_do(
    first_runs: FirstRuns, prefect_server: Shared, here: Sayso, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_HOME", str(first_runs.home))
    first, inbox = first_runs.plain, first_runs.inbox
    assert first.code == 3, first.stderr
    problems = [line for line in first.stderr.splitlines() if line]
    assert [line.startswith(f"sayso: {inbox / 'empty.txt'}: ") for line in problems] == [True]
    *table, counts, to_act_on, _, head = first.stdout.splitlines()
    assert head.startswith("head of the ledger: ")
    assert table[0].split() == ["article", "claims", "sourced", "unnamed", "none", "given", "undetermined"]
    assert sorted(line.split()[0] for line in table[1:]) == sorted(ARTICLES)
    assert counts.startswith("3 articles read in ")
    assert counts.endswith(" seconds of engine time, 0 known before, 1 could not be read")
    assert re.fullmatch(r"(\d+) items? to act on(?:, .*)?; \1 open in all: sayso worklist", to_act_on)
    page = Path(first.report)
    assert page.parent == first_runs.home / "reports"
    assert "The road is closed." in page.read_text("utf-8")

    before = runs_of(inbox, prefect_server)
    second = here("run", inbox)  # a configured server does as well as its own
    assert second.returncode == 3
    *again, counted, acted, named, unchanged = second.stdout.splitlines()
    assert again == table
    assert acted == f"0 items to act on; {to_act_on.partition('; ')[2]}"
    assert counted == "0 articles read in 0.0 seconds of engine time, 3 known before, 1 could not be read"
    lasts = {(one.report, one.head) for one in (first, first_runs.amid)}
    assert (named.rpartition(": ")[2], unchanged) in lasts, "nothing was recorded since: it is the report of the last"
    assert kinds() == {"capture": 5, "extraction": 4}

    own, configured = (
        b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        for folder in (first_runs.home / "prefect", prefect_server.folder)
    )
    words = ["We will answer", "Peskov", "The road is closed", "two ships", "A senior official", "talks had failed"]
    assert [word for word in words if word.encode() in own + configured] == []
    assert str(inbox).encode() in own
    assert runs_of(inbox, prefect_server) > before


UNLIKE = tuple(
    zip(
        "acid bell coal dust exam frog gold harp iron jade kelp lamp milk nest oats".split()
        + "palm quay rice silk tent urns vase wool yams zinc ants bees cats dogs eels".split(),
        "sank rose broke burned froze melted leaked moved grew fell shook tore bent split dried".split()
        + "rotted sped slowed slid spun hung sang cracked stank shone closed opened won lost slept".split(),
        strict=True,
    )
)
"""Thirty things that happened: claims of which none is like another, since to link as many that are takes 6 seconds."""


@pytest.mark.skipif("CI" not in os.environ, reason="takes a quarter of a minute; runs where CI is set")
def test_a_run_that_is_stopped_or_killed_is_taken_up_without_loss_or_double(
    tmp_path: Path, home: Path, prefect_server: Shared, here: Sayso
) -> None:
    os.environ.update(prefect_server.environment)  # a server of its own for each run takes most of its time
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it, and hand that on
    inbox = tmp_path / "many"
    inbox.mkdir()
    for thing, happened in UNLIKE:
        (inbox / f"{thing}.txt").write_text(f"The {thing} {happened}, a minister said. " + "Why? " * 40, "utf-8")

    def started() -> subprocess.Popen[str]:
        return subprocess.Popen(
            [SAYSO, "run", str(inbox)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
        )

    def end(run: subprocess.Popen[str], how: int, after: int) -> tuple[int, str]:
        while extractions(home) < after:
            assert run.poll() is None, run.communicate()
            time.sleep(0.02)
        reading = readers(run.pid)
        run.send_signal(how)
        _, errors = run.communicate(timeout=60)
        assert reading
        for _ in range(200):
            if not any(map(is_there, reading)):
                return run.returncode, errors
            time.sleep(0.05)
        raise AssertionError("expected no reader to outlive the run")

    code, errors = end(started(), signal.SIGINT, after=3)
    stopped = "sayso: stopped; nothing is half recorded, and you can run the same command again"
    assert (code, errors.strip()) == (130, stopped)
    assert 3 <= kinds()["extraction"] < 30
    assert end(started(), signal.SIGKILL, after=kinds()["extraction"] + 3) == (-9, "")
    assert 6 <= kinds()["extraction"] < 30
    last = here("run", inbox)
    assert (last.returncode, last.stderr) == (0, "")
    assert "30 articles read" not in last.stdout
    assert kinds() == {"capture": 30, "extraction": 30}
