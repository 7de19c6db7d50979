"""`sayso show`: one claim, what it is linked to, and the origins that it rests on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from flows.cli.claim_rows import grounds, known, linked, links, text
from flows.cli.output import out as print_out
from flows.opened import opened
from sayso.desk.ids import one_claim
from sayso.ledger import Ledger
from sayso.present.decisions import LinkDecisions
from sayso.report import CLUSTER, SENTENCE
from schemas import Dossier, Origins, PublishedClaim

SCHEMA = 1


@click.command(name="show")
@click.argument("claim", metavar="CLAIM")
@click.option(
    "--format", "form", type=click.Choice(["text", "svg", "json"]), default="text", help="How to print.  [text]"
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it there.")
def command(claim: str, form: str, out: Path | None) -> None:
    """Print one claim: who says so, the origins it rests on, and the claims it is linked to.

    CLAIM is its id as it is printed anywhere, or enough of the beginning to tell it from others; that of a sentence
    (s-...) or of claims that say the same (c-...) is one of its claims. As SVG it is a drawing that leads from the
    origins over those who carried the claim to the pages that print it.

    \b
    Examples: sayso show 3f2a90c1d47b
              sayso show 3f2a90c1d47b --format svg --out origins.svg
    """
    with opened(write=False) as ledger:
        beginning = claim.strip().lower().removeprefix(SENTENCE).removeprefix(CLUSTER)
        dossier = ledger.dossier(one_claim(ledger, beginning))
        shown = _drawn(ledger, dossier) if form == "svg" else _told(ledger, dossier, form)
    if out is None:
        print_out(shown)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(shown.encode("utf-8", "backslashreplace"))


def _told(ledger: Ledger, dossier: Dossier, form: str) -> str:
    from sayso.desk.linking import origins_of  # it loads what links, which none of the refusals needs

    found = origins_of(ledger, dossier.claim.id)
    if form == "json":
        return json.dumps(_json(dossier, found), ensure_ascii=False, indent=2) + "\n"
    return text(known(dossier), grounds(found), *links(dossier))


def _drawn(ledger: Ledger, dossier: Dossier) -> str:
    from sayso.desk.linking import origins_of
    from sayso.link.credits import credits as credits_of
    from sayso.link.origins import draw

    found = origins_of(ledger, dossier.claim.id)
    told = tuple(ledger.told(found.claims))
    articles = sorted({one.publication.article for one in told})
    named = [credit for article in ledger.articles_of(articles) for credit in credits_of(article)]
    return draw(told, ledger.derivations(articles), named, found)


def _json(dossier: Dossier, origins: Origins) -> dict[str, Any]:
    """What is known of the claim, without the text of its article; each link with its standing and its other end."""
    decisions = LinkDecisions(dossier.decisions)
    links = [
        {"id": link.id, **link.model_dump(mode="json"), "status": decisions.status(link), "other": _end(other)}
        for link, other in linked(dossier)
    ]
    ours = dossier.model_dump(
        mode="json", include={"entry", "capture", "engine", "paragraph", "decisions"}, exclude={"capture": {"raw"}}
    )
    return {"schema": SCHEMA, **_end(dossier.told), **ours, "origins": origins.model_dump(mode="json"), "links": links}


def _end(told: PublishedClaim) -> dict[str, Any]:
    return {"id": told.id, **told.model_dump(mode="json")}
