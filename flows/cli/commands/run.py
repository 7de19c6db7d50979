"""`sayso run`: the main job."""

from __future__ import annotations

import os
from typing import Any

import click

from flows.server.environment import prepare
from flows.server.server import Server
from sayso.errors import UsageError
from sayso.settings import settings


@click.command(name="run")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def command(paths: tuple[str, ...]) -> int:
    """Read articles into the ledger, then write the report of what to check.

    PATH is a .txt, .html or .jsonl file, a folder of them, or - for standard input. Articles that any engine has read
    before are not read again, nor those that this engine failed to read. If a run was stopped, the next one continues.

    \b
    Examples: sayso run seeds/articles
              SAYSO_HOME=/srv/sayso sayso run inbox
    """
    for path in paths:
        if path != "-" and not os.path.lexists(path):
            raise UsageError(f"expected a file or folder at {path!r}, found nothing; check the path")
    ours = settings()
    prepare(ours.home, quiet=True)
    with Server(temporary=True) as server:  # it starts while we import what we need, and see whether there is a ledger
        from flows.cli.progress_bar import Watch
        from sayso.desk.opening import opened

        opened().close()
        with Watch() as watch:
            from flows.reporting import report
            from flows.tracing import trace

            server.wait()
            traced = _result(trace(list(paths), return_state=True))
            reported = _result(report(return_state=True))
    watch.summarise(traced, reported)
    return 3 if traced["unreadable"] or traced["unlinked"] else 0


def _result(state: Any) -> dict[str, Any]:
    """What a flow returned, or the error that ended it."""
    result: dict[str, Any] = state.result()
    return result
