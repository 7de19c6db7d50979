"""Teams with their own Prefect server and worker: what `prefect.yaml` says is deployed there, and runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from flows_world import Shared
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import WorkPoolCreate

from sayso.ledger import Ledger
from sayso.settings import settings

ROOT = Path(__file__).parents[2]
PREFECT = Path(sys.executable).with_name("prefect")
RUN = ("inbox/inbox", "verify/nightly")


@pytest.mark.usefixtures("prefect_api")
@pytest.mark.skipif("CI" not in os.environ, reason="deploys, and starts a worker and two runs; runs where CI is set")
def test_prefect_yaml_is_deployed_to_a_server_and_its_runs_are_done_by_a_worker(
    tmp_path: Path, home: Path, inbox: Path, prefect_server: Shared
) -> None:
    mine = {"PREFECT_HOME": str(tmp_path / "prefect"), "SAYSO_WORK_POOL": "desk", "SAYSO_INBOX": str(inbox)}
    found = {"PATH": f"{PREFECT.parent}:{os.environ['PATH']}"}  # the worker starts the `python` that it finds
    environment = {**os.environ, **prefect_server.environment, **mine, **found}
    Ledger.open(settings().database_url).close()
    for file in inbox.iterdir():
        os.utime(file, (1, 1))

    def prefect(*arguments: str) -> None:
        done = subprocess.run([PREFECT, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr

    with get_client(sync_client=True) as client:
        client.create_work_pool(WorkPoolCreate(name="desk", type="process"))
        prefect("--no-prompt", "deploy", "--all")
        deployed = [client.read_deployment_by_name(name).id for name in RUN]
        runs = [client.create_flow_run_from_deployment(one).id for one in deployed]
        prefect("worker", "start", "--pool", "desk", "--run-once")
        states = [client.read_flow_run(one).state for one in runs]
    assert [state and state.name for state in states] == ["Completed"] * 2
    told = [(state and state.message) or "" for state in states]
    assert (told[0], told[1][:14]) == ("3 articles read; 0 known before", "ledger intact:")
