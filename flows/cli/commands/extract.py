"""`sayso extract`: statements and claims on standard output, no ledger, no Prefect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from flows.cli.commands.options import min_confidence
from flows.cli.extractions import delivery
from flows.cli.located import located
from flows.cli.rendered import Rendered, rendered
from flows.stderr import say
from flows.workers.limits import to_render
from flows.workers.pool import WorkerPool, in_order
from flows.workers.reading import expect_sources
from sayso.errors import UnreadableError, UsageError
from sayso.ingest import ArticleLocation, loaded


@click.command(name="extract")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl", "brat", "html"]),
    default="text",
    help="The format of the output.  [text]",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="With brat and html: write a file for each article into DIR.",
)
@min_confidence
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, metavar="N", help="How many processes read articles.  [1]"
)
def command(paths: tuple[str, ...], form: str, out: Path | None, least: float, workers: int) -> int:
    """Print who says what in each article: statements, their chains, claims.

    PATH is a .txt, .html or .jsonl file, a folder of them, or - for standard input. Nothing is recorded. The output is
    in the order of the articles, and does not depend on the number of workers.

    \b
    Examples: sayso extract article.txt
              sayso extract inbox --format jsonl --workers 2 > inbox.jsonl
              sayso extract inbox --format brat --out annotations
              sayso extract article.txt --format html > article.html
    """
    if out is not None and form not in ("brat", "html"):
        raise UsageError("--out goes with --format brat or html; the other formats are printed")
    articles = located(paths)
    expect_sources()
    delivered = delivery(form, out)
    failed = 0
    for source, outcome in _outcomes(articles, form, least, workers):
        try:
            made = outcome()
            delivered.article(made)
            if made.note:
                say(f"{source.name}: {made.note}")
        except UnreadableError as error:
            failed += 1
            delivered.failure(source.name, str(error))
            say(f"{source.name}: {error}")
    delivered.end()
    return 3 if failed else 0


def _outcomes(
    articles: tuple[ArticleLocation, ...], form: str, least: float, workers: int
) -> Iterator[tuple[ArticleLocation, Callable[[], Rendered]]]:
    """Each of `articles`, in order, with what gives its rendering or raises its error."""
    calls = ((loaded(source), form, number, least) for number, source in enumerate(articles, start=1))
    with WorkerPool(rendered, workers, to_render) as readers:
        yield from zip(articles, in_order(readers, calls, workers), strict=True)
