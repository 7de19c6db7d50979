"""`sayso run`: the main job."""

from __future__ import annotations

import os
from typing import Any

import click

from flows.cli.output import out
from flows.server.environment import prepare
from flows.server.server import Server
from sayso.collect.web_address import is_web_address
from sayso.errors import UsageError
from sayso.present.safe import printable
from sayso.settings import Settings, settings


@click.command(name="run")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def command(paths: tuple[str, ...]) -> int:
    """Read articles into the ledger, then write the report of what to check.

    PATH is a .txt, .html or .jsonl file, a folder of them, - for standard input, or the address of a page or a feed,
    which is collected into the inbox first. Articles that any engine has read before are not read again, nor those that
    this engine failed to read. If a run was stopped, the next one continues.

    \b
    Examples: sayso run seeds/articles
              SAYSO_HOME=/srv/sayso sayso run inbox
    """
    for path in paths:
        if path != "-" and not is_web_address(path) and not os.path.lexists(path):
            raise UsageError(f"expected a file or folder at {path!r}, found nothing; check the path")
    ours = settings()
    prepare(ours.home, quiet=True)
    paths, unfetched = _fetched(paths, ours)
    if not paths:
        return 3 if unfetched else 0
    with Server(temporary=True) as server:  # it starts while we import what we need, and see whether there is a ledger
        from flows.anchoring import anchored
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
    if kept := anchored():
        out(printable(f"checkpoint of the ledger: {kept.file}") + "\n")
    return 3 if traced["unreadable"] or traced["unlinked"] or unfetched else 0


def _fetched(paths: tuple[str, ...], ours: Settings) -> tuple[tuple[str, ...], int]:
    """The paths with the files of what was fetched in place of addresses, and how many of these failed."""
    addresses = [path for path in paths if is_web_address(path)]
    if not addresses:
        return paths, 0
    from flows.cli.collected import collected_now

    made = collected_now(addresses, None, ours)
    files = tuple(str(file) for file in made.files)
    return tuple(path for path in paths if path not in addresses) + files, len(made.failed)


def _result(state: Any) -> dict[str, Any]:
    """What a flow returned, or the error that ended it."""
    result: dict[str, Any] = state.result()
    return result
