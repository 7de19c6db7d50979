"""`sayso copies`: which articles share text."""

from __future__ import annotations

from collections.abc import Iterator

import click
import orjson

from flows.cli.located import located
from flows.cli.output import out
from flows.stderr import say
from flows.workers.limits import to_ingest
from flows.workers.pool import WorkerPool, in_order
from flows.workers.reading import registry
from sayso.desk.copying import Copy, Listed, as_json, copies, order
from sayso.errors import UnreadableError
from sayso.ingest import ArticleLocation, loaded, read
from sayso.link.reuse import signals
from sayso.present.numbers import count
from sayso.present.safe import printable
from schemas import Credit
from schemas.derivation import WHOLE


@click.command(name="copies")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="The format of the output.  [text]"
)
@click.option(
    "--least",
    type=click.FloatRange(0, 1, min_open=True),
    default=WHOLE,
    metavar="P",
    help="Leave out pairs that share less than P of the shorter text, from 0 to 1.  [0.3]",
)
def command(paths: tuple[str, ...], form: str, least: float) -> int:
    """Print the pairs of articles that share text: how much, which was first, whom they credit, and the passages.

    PATH is a .txt, .html or .jsonl file, a folder of them, or - for standard input. An arrow leads from the earlier
    article to the later; without dates, the direction is unknown. Nothing is recorded.

    \b
    Examples: sayso copies inbox
              sayso copies inbox --least 0.1 --format jsonl > copies.jsonl
    """
    articles = located(paths)
    listed = dict(_read(articles))
    alike = copies(listed.values(), registry(), least)
    for copy in alike:
        out(orjson.dumps(as_json(copy)).decode() + "\n" if form == "jsonl" else _text(copy))
    asks = "" if alike or not listed else f", none of them {least:.0%} of the shorter one's; --least asks for less"
    say(f"{count(len(alike), 'pair')} of {count(len(listed), 'article')} share text{asks}")
    return 3 if len(listed) < len(articles) else 0


def _read(articles: tuple[ArticleLocation, ...]) -> Iterator[tuple[str, Listed]]:
    """Each article that can be read, by its place; of the others it is said why not."""
    with WorkerPool(read, 1, to_ingest) as readers:
        calls = ((loaded(source),) for source in articles)
        for source, outcome in zip(articles, in_order(readers, calls, 1), strict=True):
            try:
                capture, article = outcome()
                if article is None:
                    raise UnreadableError(capture.problem or "expected an article, found none")
                yield source.name, Listed(source.name, article)
            except UnreadableError as error:
                say(f"{source.name}: {error}")


def _text(copy: Copy) -> str:
    pair = copy.pair
    first, second, known = order(copy)
    arrow = "→" if known else "—"
    kind = "" if pair.copied else "  (the same quotations, no copy)"
    lines = [f"{pair.containment:4.0%}  {_called(first)} {arrow} {_called(second)}{kind}"]
    lines += [f"      {printable(signal.sentence)}" for signal in signals(pair)]
    for listed, side in ((copy.a, pair.a), (copy.b, pair.b)):
        lines += [f"      {sentence}" for sentence in _credited(listed, side.credits)]
    lines += [f"      | {printable(pair.a.article.text[slice(*passage.a)])}" for passage in pair.passages]
    return "\n".join(lines) + "\n\n"


def _called(one: Listed) -> str:
    known = ", ".join(filter(None, (one.article.outlet, one.article.published)))
    return printable(f"{one.named} ({known})" if known else one.named)


def _credited(one: Listed, credited: tuple[Credit, ...]) -> Iterator[str]:
    """A sentence for each source that an article credits, with the words that do."""
    words_of: dict[tuple[str, str], list[str]] = {}
    for credit in credited:
        words = f"“{credit.span.words}”" if credit.span else "its byline"
        words_of.setdefault((credit.name, credit.share), []).append(words)
    for (name, share), said in words_of.items():
        how = "the whole text" if share == "whole" else "part of the text"
        yield printable(f"{one.named} credits {name} with {how}: {', '.join(said)}.")
