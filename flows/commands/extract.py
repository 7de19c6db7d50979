"""`sayso extract`: statements and claims on standard output, no ledger, no Prefect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from flows.reading import Rendered, rendered
from flows.stdout import out as print_out
from sayso.errors import UnreadableError, UsageError
from sayso.ingest import Source, sources


@click.command(name="extract")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl", "brat"]), default="text", help="How to print.  [text]"
)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="DIR", help="With brat: a folder for one STEM.ann an article."
)
@click.option("--workers", type=click.IntRange(min=1), default=1, metavar="N", help="How many processes read.  [1]")
def command(paths: tuple[str, ...], form: str, out: Path | None, workers: int) -> int:
    """Print who says what in each article: statements, their chains, claims.

    PATH is a .txt, .html or .jsonl file, a folder of them, or - for standard input. Nothing is recorded. The output is
    in the order of the articles, and the same for any number of workers.

    \b
    Examples: sayso extract article.txt
              sayso extract inbox --format jsonl --workers 2 > inbox.jsonl
              sayso extract inbox --format brat --out annotations
    """
    if out is not None and form != "brat":
        raise UsageError("--out goes with --format brat; the other formats are printed")
    found = sources(paths)
    for path in found.passed_over:
        click.echo(f"sayso: {path}: passed over, not .txt, .html or .jsonl", err=True)
    if not found.articles:
        click.echo("sayso: expected .txt, .html or .jsonl files with articles, found none; name others", err=True)
    deliver = _into(out) if out else _print
    failed = 0
    for source, outcome in _outcomes(found.articles, form, workers):
        try:
            deliver(outcome())
        except UnreadableError as error:
            failed += 1
            click.echo(f"sayso: {source.name}: {error}", err=True)
    return 3 if failed else 0


def _outcomes(articles: tuple[Source, ...], form: str, workers: int) -> Iterator[tuple[Source, Callable[[], Rendered]]]:
    """Each of `articles`, in order, with what gives its rendering or raises its error."""
    if workers == 1:
        yield from ((source, lambda source=source: rendered(source, form)) for source in articles)
        return
    from flows.readers import Readers, in_order

    with Readers(rendered, workers) as readers:
        calls = ((source, form) for source in articles)
        yield from zip(articles, in_order(readers, calls, workers), strict=True)


def _print(one: Rendered) -> None:
    print_out(one.text)


def _into(folder: Path) -> Callable[[Rendered], None]:
    """Writes each article's annotations into its own file of `folder`; two of one name are refused, none is lost."""
    folder.mkdir(parents=True, exist_ok=True)
    written: set[str] = set()

    def deliver(one: Rendered) -> None:
        if one.stem in written:
            raise UnreadableError(f"expected one article named {one.stem!r}, found another; extract them apart")
        written.add(one.stem)
        (folder / f"{one.stem}.ann").write_bytes(one.text.encode("utf-8", "backslashreplace"))

    return deliver
