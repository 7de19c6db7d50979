"""`sayso serve` runs its schedule by itself."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from conftest import SAYSO

from sayso.ledger import Ledger
from sayso.settings import settings


def finished(api: str) -> list[str]:
    """What the scheduled runs of the inbox came to, oldest first; runs by hand have no deployment."""
    body = {
        "sort": "START_TIME_ASC",
        "flows": {"name": {"any_": ["trace"]}},
        "flow_runs": {"state": {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED"]}}},
    }
    request = urllib.request.Request(
        f"{api}/flow_runs/filter", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        runs: list[dict[str, Any]] = json.load(answer)
    return [run["state"]["message"] for run in runs if run["deployment_id"] is not None]


def test_serve_reads_the_inbox_by_itself_and_then_finds_nothing_to_do(inbox: Path, used_home: Path) -> None:
    for path in inbox.iterdir():
        os.utime(path, (1, 1))
    command = [SAYSO, "serve", "--inbox", str(inbox), "--every", "0.1", "--report-at", "06:30"]
    serving = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert serving.stdout is not None
        said = serving.stdout.readline()
        assert said.startswith(
            f"Reading {inbox} every 0.1 minutes, report at 06:30 Europe/London into {used_home}/reports."
        )
        found = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert found is not None, said
        api = f"{found[0]}/api"
        deadline = time.monotonic() + 150
        while len(messages := finished(api)) < 2:
            assert time.monotonic() < deadline, messages
            assert serving.poll() is None
            time.sleep(0.5)
        assert messages[:2] == ["3 articles read; 0 known before", "nothing to do: 3 articles, all known"]
    finally:
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(60) == 0
    with Ledger.open(settings().database_url, write=False) as ledger:
        assert len(list(ledger.entries())) == 6
        assert ledger.verify().ok
    with pytest.raises(OSError, match="refused"):
        finished(api)
