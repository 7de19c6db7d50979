"""Any process can read a batch: its task gets only a ledger's address and the locations of articles."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from flows_world import Shared

from flows.workers.reading import extracted
from sayso.desk.opening import LedgerAddress, ledger_address
from sayso.desk.recording import Recorder
from sayso.ingest import locate, read

PROGRAM = """
import sys
from prefect.task_runners import ProcessPoolTaskRunner
from flows import tracing
if __name__ == "__main__":
    tracing.BATCH = 1
    trace = tracing.trace.with_options(task_runner=ProcessPoolTaskRunner(max_workers=2))
    print(trace([sys.argv[1]], return_state=True).message)
"""


def facts(ledger: LedgerAddress) -> set[tuple[str, str, str]]:
    """Of each article in it the capture, and digests of the article and of what was read in it, without its salt."""
    with ledger.open(write=False) as opened, opened.snapshot() as now:
        assert opened.verify().ok
        return {
            (taken.sha256, article.salted(None).digest, read.of(article.identity).digest)
            for taken, article, read in now.read_articles()
        }


@pytest.mark.usefixtures("home")
def test_two_processes_fill_the_ledger_as_one_does(inbox: Path, tmp_path: Path, prefect_server: Shared) -> None:
    alone = LedgerAddress(f"sqlite:///{tmp_path / 'alone.db'}", "ana", tmp_path / "head")
    with alone.open() as ledger:
        recorder = Recorder(ledger, read, extracted, lambda: "reader")
        for article in locate([inbox]).articles:
            recorder.record(article)
    (tmp_path / "program.py").write_text(PROGRAM, "utf-8")
    run = subprocess.run(
        [sys.executable, str(tmp_path / "program.py"), str(inbox)],
        env={**os.environ, **prefect_server.environment},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert run.stdout == "3 articles read; 0 known before\n", run.stderr
    assert facts(ledger_address()) == facts(alone) != set()
