"""`sayso evaluate`: how well Sayso reads articles that people have annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from flows.cli.output import out
from flows.stderr import say
from flows.workers.limits import to_extract, to_ingest
from flows.workers.pool import WorkerPool, in_order
from flows.workers.reading import extracted
from sayso.errors import UnreadableError
from sayso.evaluate import FORMATS, Format, Gold, GoldArticle, Skipped, evaluate, fitted, gold, mark, render
from sayso.ingest import ArticleLocation, loaded, locate, read
from schemas import Article, Extraction


@click.command(name="evaluate")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option(
    "--chains", type=click.Path(path_type=Path), metavar="FILE", help="The gold chains.  [chains.jsonl in FOLDER]"
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="The format of the output.  [text]")
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, metavar="N", help="How many processes read articles.  [1]"
)
def command(folder: Path, chains: Path | None, form: Format, workers: int) -> int:
    """Print how well Sayso reads the articles in FOLDER, which people have annotated.

    The gold is text/STEM.txt with attributions/STEM.ann in brat standoff (or STEM_ANNOTATOR.ann; all files can also be
    in one folder), chains and whole readings as rows of JSON. Articles that cannot be scored are listed with the
    reason, and the others are scored. Nothing is recorded.

    \b
    Examples: sayso evaluate gold
              sayso evaluate gold --format json --workers 2 > evaluation.json
    """
    listed = gold(folder, chains)
    skipped = list(listed.skipped)
    readable, unreadable = _readable(listed.places, workers)
    skipped += unreadable
    marked = []
    for one, outcome in _outcomes(readable, workers):
        try:
            marked.append(mark(one, outcome()))
        except UnreadableError as error:
            skipped.append(Skipped(one.name, str(error)))
    for omission in skipped:
        say(f"{omission.what}: {omission.why}")
    out(render(evaluate(marked, skipped), form))
    return 3 if skipped else 0


def _readable(places: Sequence[GoldArticle], workers: int) -> tuple[list[tuple[Gold, Article]], list[Skipped]]:
    """The gold of each of `places`, with its article, and what cannot be read."""
    readable: list[tuple[Gold, Article]] = []
    unreadable: list[Skipped] = []
    with WorkerPool(read, workers, to_ingest) as readers:
        calls = ((_source(place),) for place in places)
        for place, outcome in zip(places, in_order(readers, calls, workers), strict=True):
            try:
                capture, article = outcome()
                if article is None:
                    raise UnreadableError(capture.problem or "expected an article, found none")
                readable.append((fitted(place, article), article))
            except UnreadableError as error:
                unreadable.append(Skipped(place.name, str(error)))
    return readable, unreadable


def _source(place: GoldArticle) -> ArticleLocation:
    (source,) = locate([place.text]).articles
    return replace(loaded(source), literal=True)


def _outcomes(
    readable: Sequence[tuple[Gold, Article]], workers: int
) -> Iterator[tuple[Gold, Callable[[], Extraction]]]:
    """Each gold, in order, with what gives the extraction of its article or raises its error."""
    with WorkerPool(extracted, workers, to_extract) as readers:
        outcomes = in_order(readers, ((article,) for _, article in readable), workers)
        yield from zip((one for one, _ in readable), outcomes, strict=True)
