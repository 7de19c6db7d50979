"""`sayso copies`: which articles share text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import click
import orjson

from flows.cli.output import out
from flows.stderr import say
from flows.workers.limits import to_ingest
from flows.workers.pool import Readers, in_order
from sayso.errors import UnreadableError
from sayso.ingest import ArticleLocation, loaded, locate, read
from sayso.link.reuse import LEAST, Pair, derivation, pairs, signals
from sayso.present.safe import printable
from schemas import Article, Credit


class Listed(NamedTuple):
    """An article of the command line: where it stands, and as it is in the ledger."""

    file: str
    article: Article

    @property
    def named(self) -> str:
        """What it is called on the screen and in pairs: the id supplied with it, else its place."""
        return self.article.key or self.file


@click.command(name="copies")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="How to print.  [text]")
@click.option(
    "--least",
    type=click.FloatRange(0, 1, min_open=True),
    default=LEAST,
    metavar="P",
    help="Leave out pairs that share less than P of the shorter text, from 0 to 1.  [0.3]",
)
def command(paths: tuple[str, ...], form: str, least: float) -> int:
    """Print the pairs of articles that share text: how much, which was first, whom they credit, and the passages.

    PATH is a .txt, .html or .jsonl file, a folder of them, or - for standard input. An arrow leads from the earlier
    article to the later; without dates nothing tells which was made from which. Nothing is recorded.

    \b
    Examples: sayso copies inbox
              sayso copies inbox --least 0.1 --format jsonl > copies.jsonl
    """
    found = locate(paths)
    for path in found.passed_over:
        say(f"{path}: passed over, not .txt, .html or .jsonl")
    if not found.articles:
        say("expected .txt, .html or .jsonl files with articles, found none; name others")
    listed = dict(_read(found.articles))
    alike = sorted(pairs((_apart(one) for one in listed.values()), least), key=lambda pair: -pair.containment)
    places = {_apart(one).id: one for one in listed.values()}
    for pair in alike:
        a, b = places[pair.a.article.id], places[pair.b.article.id]
        out(_line(pair, a, b) if form == "jsonl" else _text(pair, a, b))
    say(f"{len(alike)} pairs of {len(listed)} articles share text")
    return 3 if len(listed) < len(found.articles) else 0


def _read(articles: tuple[ArticleLocation, ...]) -> Iterator[tuple[str, Listed]]:
    """Each article that can be read, by its place; of the others it is said why not."""
    with Readers(read, 1, to_ingest) as readers:
        calls = ((loaded(source),) for source in articles)
        for source, outcome in zip(articles, in_order(readers, calls, 1), strict=True):
            try:
                capture, article = outcome()
                if article is None:
                    raise UnreadableError(capture.problem or "expected an article, found none")
                yield source.name, Listed(source.name, article)
            except UnreadableError as error:
                say(f"{source.name}: {error}")


def _apart(one: Listed) -> Article:
    """The article, with its place for an id where it has none: the same text in two files is a pair here."""
    return one.article if one.article.work else one.article.model_copy(update={"key": one.file})


def _line(pair: Pair, a: Listed, b: Listed) -> str:
    edge = derivation(pair)
    earlier = {pair.a.article.id: "a", pair.b.article.id: "b"}
    row = {
        "schema": 1,
        "a": a.named,
        "b": b.named,
        "containment": round(pair.containment, 3),
        "copied": pair.copied,
        "earlier": earlier[edge.earlier] if edge and edge.earlier else None,
        "articles": {"a": _about(a, pair.a.credits), "b": _about(b, pair.b.credits)},
        "passages": [{"a": one.a, "b": one.b, "words": pair.a.article.text[slice(*one.a)]} for one in pair.passages],
        "signals": [one.model_dump() for one in (edge.signals if edge else signals(pair))],
    }
    return orjson.dumps(row).decode() + "\n"


def _about(one: Listed, credited: tuple[Credit, ...]) -> dict[str, Any]:
    known = one.article.model_dump(include={"title", "outlet", "published", "url"})
    shown = {"name", "registry", "kind", "share"}
    found = [{**credit.model_dump(include=shown), "span": credit.span and credit.span.range} for credit in credited]
    return {"id": one.article.id, "file": one.file, **known, "credits": found}


def _text(pair: Pair, a: Listed, b: Listed) -> str:
    edge = derivation(pair)
    first, second = (a, b) if not edge or edge.earlier != pair.b.article.id else (b, a)
    arrow = "→" if edge and edge.earlier else "—"
    kind = "" if pair.copied else "  (the same quotations, no copy)"
    lines = [f"{pair.containment:4.0%}  {_called(first)} {arrow} {_called(second)}{kind}"]
    lines += [f"      {printable(one.sentence)}" for one in signals(pair)]
    for listed, page in ((a, pair.a), (b, pair.b)):
        lines += [f"      {sentence}" for sentence in _credited(listed, page.credits)]
    lines += [f"      | {printable(pair.a.article.text[slice(*one.a)])}" for one in pair.passages]
    return "\n".join(lines) + "\n\n"


def _called(one: Listed) -> str:
    known = ", ".join(filter(None, (one.article.outlet, one.article.published)))
    return printable(f"{one.named} ({known})" if known else one.named)


def _credited(one: Listed, credited: tuple[Credit, ...]) -> Iterator[str]:
    """A sentence for each source that an article credits, with the words that do."""
    told: dict[tuple[str, str], list[str]] = {}
    for credit in credited:
        words = f"“{credit.span.words}”" if credit.span else "its byline"
        told.setdefault((credit.name, credit.share), []).append(words)
    for (name, share), said in told.items():
        how = "the whole text" if share == "whole" else "part of the text"
        yield printable(f"{one.named} credits {name} with {how}: {', '.join(said)}.")
