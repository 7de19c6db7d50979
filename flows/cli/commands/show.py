"""`sayso show`: one claim, or those of a sentence, with links, and the origins that it rests on."""

from __future__ import annotations

import json
from pathlib import Path

import click

from flows.cli.claim_rows import grounds, known, links, text
from flows.cli.commands.options import as_of_option
from flows.cli.output import out as print_out
from flows.state_asked import as_asked, registry_of
from sayso.desk.opening import opened
from sayso.desk.showing import as_json, drawing, one_to_draw, show


@click.command(name="show")
@click.argument("claim", metavar="CLAIM")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "svg", "json"]),
    default="text",
    help="The format of the output.  [text]",
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the output to FILE."
)
@as_of_option
def command(claim: str, form: str, out: Path | None, as_of: str | None) -> None:
    """Print one claim, or those of a sentence: who says so, the origins it rests on, and what it is linked to.

    CLAIM is an id that any command printed, or enough of its beginning to tell it from others. The id of a sentence
    (s-...) stands for all its claims, that of claims that say the same (c-...) for one of them. --format svg draws the
    paths from the origins, over those who carried the claim, to the articles that print it.

    \b
    Examples: sayso show 3f2a90c1d47b
              sayso show 3f2a90c1d47b --format svg --out origins.svg
              sayso show 3f2a90c1d47b --as-of 2026-11-22
    """
    with opened(write=False) as ledger, as_asked(ledger, as_of) as snapshot:
        sources = registry_of(snapshot, as_of is not None)
        found = show(snapshot, claim, sources)
        match form:
            case "svg":
                shown = drawing(snapshot, one_to_draw(found).origins, sources)
            case "json":
                shown = json.dumps(as_json(found), ensure_ascii=False, indent=2) + "\n"
            case _:
                shown = "".join(text(known(one.dossier), grounds(one.origins), *links(one.dossier)) for one in found)
    if out is None:
        print_out(shown)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(shown.encode("utf-8", "backslashreplace"))
