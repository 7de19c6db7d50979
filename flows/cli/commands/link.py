"""`sayso link`: link everything again."""

from __future__ import annotations

from typing import Any

import click

from flows.cli.output import out
from flows.server.environment import prepare
from flows.server.server import Server
from sayso.desk.opening import opened
from sayso.settings import settings


@click.command(name="link")
def command() -> int:
    """Link all claims of the ledger again, as after an upgrade; only changes are recorded.

    You rarely need this: each run links the new claims to everything that was read before.

    \b
    Example: sayso link
    """
    opened(make=False).close()
    return linked(again=True)


def linked(*, again: bool) -> int:
    """Link everything again, or only what waits, and print what came of it; the exit code."""
    prepare(settings().home, quiet=True)
    with Server(temporary=True) as server:
        from flows.cli.progress_bar import Watch

        with Watch():
            from flows.linking import link

            server.wait()
            state: Any = link(again=again, return_state=True)
            tally = state.result()
    out(f"{state.message}\n")
    return 3 if tally["failed"] else 0
