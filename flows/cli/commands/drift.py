"""`sayso drift`: what retellings of a claim, or of a story, have lost."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.drift_page import drift_page
from flows.cli.drift_rows import drift_csv, drift_json
from flows.cli.drift_text import drift_text
from flows.cli.output import out as print_out
from flows.cli.output import write
from flows.workers.reading import registry
from sayso.desk.ledger_stories import as_they_are
from sayso.desk.measuring_drift import Drift, drift_of
from sayso.desk.opening import opened
from sayso.settings import settings


@click.command(name="drift")
@click.argument("thing", metavar="STORY|CLAIM")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "svg", "html"]),
    default="text",
    help="The format of the output.  [text]",
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the output to FILE."
)
def command(thing: str, form: str, out: Path | None) -> None:
    """Print where a fact lost its hedge, its source or its exact number while it was told again.

    CLAIM is an id that any command printed, or enough of its beginning; STORY is the id of a story (t-...), which
    stands for all its facts. The tellings are listed in the order of publication. A retelling is compared with the
    article that it is made from or names, and only otherwise with the earliest telling known; where dates are missing,
    nothing is told of what it lost. Also printed is how often each outlet loses hedges and sources.

    \b
    Examples: sayso drift t-3f2a90c1d47b
              sayso drift 0615a4c5d47b --format svg --out drift.svg
    """
    with opened(write=False) as ledger, ledger.snapshot() as snapshot:
        found = drift_of(snapshot, thing, as_they_are(snapshot, settings().indexes), registry())
    shown = _shown(found, form)
    if out is None:
        print_out(shown)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        write(out, shown)


def _shown(found: Drift, form: str) -> str:
    match form:
        case "json":
            return drift_json(found)
        case "csv":
            return "".join(drift_csv(found))
        case "svg":
            from sayso.link.drift import draw

            return draw(found.worth_showing)
        case "html":
            return drift_page(found)
    return drift_text(found)
