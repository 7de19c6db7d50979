"""`sayso run` from end to end, as a person would: real processes, a real Prefect server, a real ledger."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import time
from collections import Counter
from pathlib import Path

from flows_world import ARTICLES, SAYSO, Sayso, Shared
from test_flows_worker import is_there

from sayso.ledger import Ledger
from sayso.settings import settings


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


def readers(of: int) -> list[int]:
    """The processes that read for process `of`."""
    children = Path(f"/proc/{of}/task").glob("*/children")
    found = [int(child) for path in children for child in path.read_text("ascii").split()]
    return [one for one in found if b"flows.workers.process" in Path(f"/proc/{one}/cmdline").read_bytes()]


def test_run_reads_reports_and_the_next_finds_nothing_to_do(
    sayso: Sayso, inbox: Path, used_home: Path, prefect_server: Shared, here: Sayso
) -> None:
    (inbox / "empty.txt").write_bytes(b"")
    first = sayso("run", inbox)
    assert first.returncode == 3, first.stderr
    problems = [line for line in first.stderr.splitlines() if line]
    assert [line.startswith(f"sayso: {inbox / 'empty.txt'}: ") for line in problems] == [True]
    *table, counts, report, head = first.stdout.splitlines()
    assert head.startswith("head of the ledger: ")
    assert table[0].split() == ["article", "claims", "sourced", "unnamed", "none", "given", "undetermined"]
    assert sorted(line.split()[0] for line in table[1:]) == sorted(ARTICLES)
    assert counts.startswith("3 articles read in ")
    assert counts.endswith(" seconds of engine time, 0 known before, 1 could not be read")
    page = Path(report.rpartition(": ")[2])
    assert page.parent == used_home / "reports"
    assert "The road is closed." in page.read_text("utf-8")
    assert kinds() == {"capture": 4, "extraction": 3}

    second = here("run", inbox)  # a configured server does as well as its own
    assert second.returncode == 3
    *again, counted, named, unchanged = second.stdout.splitlines()
    assert again == table
    assert counted == "0 articles read in 0.0 seconds of engine time, 3 known before, 1 could not be read"
    assert (named, unchanged) == (report, head), "nothing was recorded since: it is that report"
    assert kinds() == {"capture": 4, "extraction": 3}

    own, configured = (
        b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        for folder in (used_home / "prefect", prefect_server.folder)
    )
    words = ["We will answer", "Peskov", "The road is closed", "two ships", "A senior official", "talks had failed"]
    assert [word for word in words if word.encode() in own + configured] == []
    assert str(inbox).encode() in own
    assert str(inbox).encode() in configured


def test_two_first_runs_at_once_wait_for_each_other_and_each_names_a_whole_report(tmp_path: Path, home: Path) -> None:
    """Neither Prefect's database nor the ledger is there: both find the same things to make."""
    empty = tmp_path / "empty"
    empty.mkdir()
    runs = [
        subprocess.Popen([SAYSO, "run", empty], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    printed = [(one.communicate(timeout=300), one.returncode) for one in runs]
    assert [(errors, code) for (_, errors), code in printed] == [("", 0), ("", 0)]
    reports = [re.findall(r"without a named source: (.*)", output)[0] for (output, _), _ in printed]
    assert sorted(map(str, (home / "reports").iterdir())) == sorted({*reports})
    assert [Path(one).read_text("utf-8").rstrip().endswith("</html>") for one in reports] == [True, True]
    assert kinds() == {}
    loose = [path for path in home.rglob("*") if path.stat().st_mode & 0o077]
    assert loose == []


def test_a_run_that_is_stopped_or_killed_is_taken_up_without_loss_or_double(
    tmp_path: Path, home: Path, prefect_server: Shared, here: Sayso
) -> None:
    os.environ.update(prefect_server.environment)  # a server of its own for each run takes most of its time
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it, and hand that on
    inbox = tmp_path / "many"
    inbox.mkdir()
    for number in range(30):
        text = f"Minister {number} said on Monday that bridge {number} was open. " + "The road to it is narrow. " * 4
        (inbox / f"{number:02}.txt").write_text(text, "utf-8")

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
