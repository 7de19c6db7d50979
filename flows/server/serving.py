"""The scheduled runs, started when they are due until a signal asks to stop."""

from __future__ import annotations

import asyncio
import os
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING, cast
from uuid import UUID

from flows.server.environment import prefect_home
from flows.server.stopping import Stopping
from sayso.settings import places

if TYPE_CHECKING:
    from datetime import datetime

    from prefect.runner import Runner

    from flows.schedule import Schedule

AHEAD = 10.0
"""Seconds that runs are made ready ahead of their time, at most a third of an interval: a second one that is made ready
meanwhile counts as one that overlaps, and is skipped."""


def move_in() -> None:
    """Work in Prefect's home from here on, with all paths made absolute.

    A scheduled run is a process that inherits the working directory, imports from it, and has Prefect read `.env`,
    `prefect.toml` and more there: anyone who can write to the folder in which `sayso serve` was started could control
    every run. What Prefect would write to a folder shared by all users, where the first user would own it, goes there
    too.
    """
    ours_alone = prefect_home() / "tmp"
    ours_alone.mkdir(mode=0o700, exist_ok=True)
    tempfile.tempdir = str(ours_alone)
    os.environ.update(places(), TMPDIR=str(ours_alone))
    os.chdir(prefect_home())


def serve(schedule: Schedule, started: datetime, stopping: Stopping) -> None:
    """Deploy `schedule`, read the inbox, and start runs when due, until asked to stop.

    Intervals are counted from `started`. Raises as `Stopping.check` if the stop was asked for before all is deployed.
    """
    from prefect.runner import Runner

    from flows.schedule import INBOX, deployments

    ahead = max(1.0, min(AHEAD, schedule.every.total_seconds() / 3))
    runner = Runner(pause_on_shutdown=True, query_seconds=ahead, prefetch_seconds=ahead)
    for deployment in deployments(schedule, started):
        id_ = runner.add_deployment(deployment)
        if deployment.name == INBOX:
            _run_now(cast(UUID, id_))
        stopping.check()
    runner.handle_sigterm = stopping.ask  # type: ignore[method-assign]  # its own handler raises anywhere
    asyncio.run(_until(stopping, runner))


def _run_now(deployment: UUID) -> None:
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        client.create_flow_run_from_deployment(deployment)


async def _until(stopping: Stopping, runner: Runner) -> None:
    loop, work = asyncio.get_running_loop(), asyncio.ensure_future(runner.start())
    with stopping.calling(lambda: loop.call_soon_threadsafe(work.cancel)), suppress(asyncio.CancelledError):
        await work
