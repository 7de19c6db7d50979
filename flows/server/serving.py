"""The scheduled runs, started when they are due until somebody asks to stop."""

from __future__ import annotations

import asyncio
import os
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

from flows.server.environment import prefect_home
from flows.server.stopping import Stopping
from sayso.settings import Settings

if TYPE_CHECKING:
    from prefect.runner import Runner

    from flows.schedule import Schedule


def move_in(ours: Settings) -> None:
    """Work in Prefect's home from here on, with every place named so that it holds there.

    A scheduled run is a process that inherits the working directory, imports from it, and has Prefect read `.env`,
    `prefect.toml` and more there: who could write where `sayso serve` was started had a say in every run. What Prefect
    writes into a folder for all users, under a name for all, is written there too: it would be whoever came first's.
    """
    ours_alone = prefect_home() / "tmp"
    ours_alone.mkdir(mode=0o700, exist_ok=True)
    tempfile.tempdir = str(ours_alone)
    os.environ.update(
        SAYSO_HOME=str(ours.home),
        SAYSO_DATABASE_URL=ours.database_url,
        SAYSO_INBOX=str(ours.inbox.absolute()),
        TMPDIR=str(ours_alone),
    )
    os.chdir(prefect_home())


def serve(schedule: Schedule, stopping: Stopping) -> None:
    """Deploy `schedule`, and run what is due until it is asked to stop; raises as `check` does where it was before."""
    from prefect.runner import Runner

    from flows.schedule import deployments

    runner = Runner(pause_on_shutdown=True)
    for one in deployments(schedule):
        runner.add_deployment(one)
        stopping.check()
    runner.handle_sigterm = stopping.ask  # type: ignore[method-assign]  # its own raises within whatever is running
    asyncio.run(_until(stopping, runner))


async def _until(stopping: Stopping, runner: Runner) -> None:
    loop, work = asyncio.get_running_loop(), asyncio.ensure_future(runner.start())
    with stopping.calling(lambda: loop.call_soon_threadsafe(work.cancel)), suppress(asyncio.CancelledError):
        await work
